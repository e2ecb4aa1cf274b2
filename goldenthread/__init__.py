"""Goldenthread: finding → action → measured outcome → what families feel → evidence → public paper."""

__version__ = "0.1.0"
