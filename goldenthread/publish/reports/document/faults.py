class DocumentError(ValueError):
    """A paper that cannot be made: the message is a sentence for whoever is making it."""
