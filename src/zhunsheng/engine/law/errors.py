"""What the law, or the calendar, does not let one do."""

from __future__ import annotations

from zhunsheng.engine.messages import Message


class LawError(ValueError):
    """Something asked of a clock or a calendar that it refuses; `message` says why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Message(zh, en)


class NotCoveredError(LawError):
    """A day about which no holiday notice says anything."""


class NoticeError(LawError):
    """A file that is not a holiday notice, or one that contradicts itself."""


class UnknownNameError(LawError):
    """A name that no clock, rule or domain has."""


class DeclarationError(LawError):
    """A declaration of the law that contradicts itself; found when it is imported."""
