"""The first page: what is late, what is due, what waits for me, what I did last."""
