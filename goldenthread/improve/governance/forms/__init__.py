"""What is asked of people, one file a task."""
