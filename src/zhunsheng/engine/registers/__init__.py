"""Registers as declared facts: fields, procedures, gates, and what follows for an entry."""
