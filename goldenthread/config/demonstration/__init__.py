"""Marlshire, set up as any area would be: its files brought through the front door, by its own people, on its day."""
