"""Entries of any register: one table, one door for changes, pages from the declaration alone."""
