"""One file a task: who is there, who they are, their roles, their sign-in, and the password that they choose."""
