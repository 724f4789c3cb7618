"""Why an action was not carried out."""

from __future__ import annotations

from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import RefusedError


class ForbiddenError(RefusedError):
    """Somebody may not do what was asked."""


class NotThereError(RefusedError):
    """There is no such thing, or none that the user may see."""


class ChangedMeanwhileError(RefusedError):
    """Somebody else changed the entry first; `changes` says what."""

    def __init__(self, who: str, changes: dict[str, tuple[str, str]]) -> None:
        listed = "；".join(f"{label}：{old} → {new}" for label, (old, new) in changes.items())
        super().__init__(
            f"您打开以后，{who}已经修改了这条记录（{listed or '内容未变'}）。请核对后重新保存。",
            f"{who} changed this entry meanwhile ({listed or 'its content is the same'}). Look at it and save again.",
        )
        self.changes = changes


class InvalidError(RefusedError):
    """Values that cannot be saved; `problems` says what is wrong with which field."""

    def __init__(self, problems: dict[str, Message]) -> None:
        super().__init__(
            "；".join(problem.zh for problem in problems.values()),
            "; ".join(problem.en for problem in problems.values()),
        )
        self.problems = problems


class ClosedError(RefusedError):
    """A step that may not be taken; `reasons` says why, each with its article."""

    def __init__(self, label: str, reasons: list[Message]) -> None:
        super().__init__(
            f"不能“{label}”：{'；'.join(reason.zh for reason in reasons)}",
            f"“{label}” cannot be taken: {'; '.join(reason.en for reason in reasons)}",
        )
        self.reasons = reasons
