"""Charts drawn on the server: one geometry, shown as SVG on a page and as PNG in a file."""
