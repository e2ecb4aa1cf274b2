"""The files that this room reads."""
