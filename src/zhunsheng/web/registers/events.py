"""
What actions announce while they are carried out, for whoever tells people about it.

Listeners run inside the action's transaction: what they write is kept or lost together with it. The rows
of the action may not be written yet; a listener that must find them calls `batch.write()` first, one that
writes much keeps it `batch.beside(…)`.
"""

from __future__ import annotations

from django.dispatch import Signal

created = Signal()
"""New entries were made; comes with `entries`, `actor`, `at` and `batch`."""

stepped = Signal()
"""A step was taken; comes with `entry`, `step`, `came_from` (a state), `actor`, `at` and `batch`."""

withdrawn = Signal()
"""A step was taken back; comes with `entry`, `actor`, `at` and `batch`."""

mentioned = Signal()
"""People were mentioned in a comment; comes with `entry`, `people`, `actor` and `at`."""
