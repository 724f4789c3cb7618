"""How well and how fast 准绳 reads and audits; `python -m benchmarks` prints the tables."""
