"""What people are told: in the page, by mail, in a daily digest."""
