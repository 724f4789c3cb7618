"""One thing said to the user, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """
    A text shown to people, in both languages of the product.

    >>> str(Message("没有文字", "There is no text"))
    '没有文字'
    """

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def said_in(self, language: str) -> str:
        """Get the text in a language; anything that is not English gets Chinese."""
        return self.en if language.lower().startswith("en") else self.zh
