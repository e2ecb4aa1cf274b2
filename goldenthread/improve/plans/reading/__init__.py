"""A plan as people keep it, in Excel or Word → what it says, and what in it could not be read. Nothing here touches
a database.
"""
