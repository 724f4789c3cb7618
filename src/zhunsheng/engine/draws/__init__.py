"""Draws by lot that anyone can repeat: what a domain declares of them, how they are made ready and drawn."""
