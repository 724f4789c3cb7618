"""The example plan and report that ship with the product: a fictional district, with planted errors."""
