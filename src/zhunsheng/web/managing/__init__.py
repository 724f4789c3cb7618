"""Pages for managing governments, units, people and roles; what they do are the actions of others."""
