"""Figures in, findings out: sums, rates, conflicts, plausibility, plan against report."""
