"""The words of an inspection report, taken apart. Pure: text in, a report out; no word is lost on the way."""
