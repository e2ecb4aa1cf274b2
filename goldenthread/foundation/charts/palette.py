"""Colours, told apart in grey as well. Text on white is at least 4.5:1; marks and lines that carry meaning, 3:1."""

INK = "#0b0c0c"
QUIET = "#484949"
GRID = "#d9dbdd"
AXIS = "#6b6e70"
PAPER = "#ffffff"

BLUE = "#1d5ea8"  # improvement
ORANGE = "#b5430a"  # concern
PURPLE = "#54319f"  # neutral, high or low
GREY = "#5f6468"  # common cause
BAND = "#c9d8ea"  # an interval's area, behind its line

SERIES = ("#1d4f8f", "#8fb4dc", "#5f6468", "#d0a15f")  # dark, light, middle, sand: neighbours differ in grey
DASHES = ("none", "7 4", "2 3", "9 3 2 3")
