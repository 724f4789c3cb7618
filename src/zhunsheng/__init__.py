"""准绳: building a law-based government, from the plan to the report that anyone can check."""

__version__ = "0.1.0"
