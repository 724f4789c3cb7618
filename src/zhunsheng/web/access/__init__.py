"""Logging in: passwords, the second factor, sessions, and the log of who came in."""
