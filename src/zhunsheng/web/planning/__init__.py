"""Plans: documents become tasks, duties and targets, and it is seen how far they are done."""
