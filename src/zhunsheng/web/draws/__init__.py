"""Draws by lot that anyone can repeat: committed to, carried out before a second person, entered."""
