"""What a file says, beside what is held: only what differs is written. An empty cell takes nothing away."""
