"""Fictional areas, made from a seed: every name, number and address here is invented, and two runs give the same bytes.

The way of the data: `profile` (what a real county looks like) → `schools`, `people` → `desk` (requests until a plan is
issued) → `lives` (what happens to a plan) → `returns` (what the area would have told whom, and when) → files.
"""
