"""What a workbook says → the records, in the order in which they hang on each other."""
