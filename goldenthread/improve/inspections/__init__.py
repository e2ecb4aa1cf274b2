"""What inspectors found: the inspection, each finding word for word, and what each revisit made of it."""
