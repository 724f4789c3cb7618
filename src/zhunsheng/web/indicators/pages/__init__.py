"""Pages of figures: the list, one indicator, what is behind it, official tables, files to keep."""
