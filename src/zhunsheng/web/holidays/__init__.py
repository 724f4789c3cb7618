"""Holiday notices the site has adopted, and what a new one moves."""
