"""The arithmetic of measures: rounding, intervals, control charts, survival, disclosure. Pure Python, to start fast."""
