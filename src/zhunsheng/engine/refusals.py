"""What is refused, with the words for it."""

from __future__ import annotations

from zhunsheng.engine.messages import Message


class RefusedError(ValueError):
    """Something that is not done; `message` says what, why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Message(zh, en)


class DeclarationError(RefusedError):
    """A declaration that contradicts itself or another; found when it is imported."""
