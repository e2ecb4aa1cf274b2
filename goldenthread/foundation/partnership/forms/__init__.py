"""What is asked of administrators, and of somebody who chooses a password."""
