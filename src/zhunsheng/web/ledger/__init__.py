"""The stored chain: every action's line, appended in the action's own transaction."""
