"""The plan of the story, as people keep it: a workbook, a Word table, and a workbook that has been through a lot."""
