"""The ledger: a chain of lines that nobody can change without its being found."""
