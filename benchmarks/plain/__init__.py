"""A comparable table the plain Django way, to measure beside ours."""
