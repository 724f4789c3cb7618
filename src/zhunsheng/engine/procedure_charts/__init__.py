"""Procedures as flow charts: what a chart says, where everything stands, and its drawing as SVG."""
