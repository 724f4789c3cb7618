"""From what a plan says to what is owed: tasks, units and targets, and what comes of them."""
