"""Text in, meaning out: outline, tasks, units, targets, deadlines, instruments, figures."""
