"""Full-text search in Chinese over the entries of all registers."""
