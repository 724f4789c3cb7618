"""The board of each person: cards of the indicators they chose, by role."""
