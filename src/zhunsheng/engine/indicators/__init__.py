"""Indicators as declared facts: what is counted out of what, for which period, and by whom."""
