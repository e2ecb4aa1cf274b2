"""Inspection reports in."""
