"""Governments, their units, the people in them and what they may be asked to do."""
