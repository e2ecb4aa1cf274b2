"""What each lead owes the plan, and what changed since they were last told."""
