"""The interface for programs: tokens, and every register over JSON, through the same actions and policy."""
