"""Programs for those who work on the project; the site needs none of them."""
