"""The pages of the plan: one file a question."""
