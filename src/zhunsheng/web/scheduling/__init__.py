"""What the site does by itself: which jobs, when, and how the last runs went."""
