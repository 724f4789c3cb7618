"""
What actions announce while they are carried out, for whoever tells people about it.

Listeners run inside the action's transaction: what they write is kept or lost together with it.
"""

from __future__ import annotations

from django.dispatch import Signal

created = Signal()
"""New entries were made; comes with `entries`, `actor` and `at`."""

stepped = Signal()
"""A step was taken; comes with `entry`, `step`, `came_from` (a state), `actor` and `at`."""

withdrawn = Signal()
"""A step was taken back; comes with `entry`, `actor` and `at`."""

mentioned = Signal()
"""People were mentioned in a comment; comes with `entry`, `people`, `actor` and `at`."""
