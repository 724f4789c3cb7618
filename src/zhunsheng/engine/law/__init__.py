"""Law that computes: holiday notices, working days, clocks and their explanation."""
