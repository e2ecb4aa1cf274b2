"""Pupil extracts: a file of many pupils → typed tables without names, a column at a time.

A column's distinct words are each understood once, so that a hundred thousand rows cost what a few thousand do.
"""
