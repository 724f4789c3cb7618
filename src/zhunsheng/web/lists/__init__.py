"""Everything that shows many entries of a register, from its declaration alone."""
