"""What the law, or the calendar, does not let one do."""

from __future__ import annotations

from zhunsheng.engine.refusals import RefusedError


class LawError(RefusedError):
    """Something asked of a clock or a calendar that it refuses."""


class NotCoveredError(LawError):
    """A day about which no holiday notice says anything."""


class NoticeError(LawError):
    """A file that is not a holiday notice, or one that contradicts itself."""


class UnknownNameError(LawError):
    """A name that no clock, rule or domain has."""
