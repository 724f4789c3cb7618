"""Statements and what units wrote, composed into a report whose figures can each be traced back."""
