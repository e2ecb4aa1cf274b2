"""What a workbook of meetings says, sheet by sheet and row by row, before any of it is compared with what is held."""
