"""Who meets, what they decide, what they promise, and whether it was kept."""
