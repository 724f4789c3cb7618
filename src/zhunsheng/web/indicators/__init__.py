"""Indicators over the site's entries."""
