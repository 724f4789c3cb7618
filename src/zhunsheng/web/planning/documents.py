"""Documents of plans: kept as files that are read, and what is understood of them."""

from __future__ import annotations

from typing import Any

from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.proposal import Proposal
from zhunsheng.engine.planning.understanding import understand
from zhunsheng.engine.reading.model import Reading
from zhunsheng.web.planning.directories import indicator_words
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers import readings

PLAN = Message("计划", "plan")


def keep_upload(name: str, content: bytes) -> dict[str, Any]:
    """Keep a document that can be read. Raises FileError, which says what is wrong with it."""
    return readings.keep_upload(name, content, PLAN)


def keep_text(title: str, text: str) -> dict[str, Any]:
    """Keep a text that was pasted, as a plain file. Raises FileError for an empty or too long one."""
    plain = text.replace("\0", "").replace("\r\n", "\n").strip()
    return readings.keep_text(title, plain, PLAN)


def reading_of(draft: PlanDraft) -> Reading:
    """Get what the document of a draft says. Raises FileError where the file is gone."""
    return readings.reading_of(draft.file["digest"], draft.file["name"], PLAN)


def proposal_of(draft: PlanDraft, directory: Directory) -> Proposal:
    """Get what the document of a draft is understood to say, with the units of a directory."""
    return understand(reading_of(draft), directory, indicator_words())
