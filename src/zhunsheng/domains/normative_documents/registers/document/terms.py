"""The terms of a document: comments, filing by the rules of the place, validity."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.procedures import Values
from zhunsheng.engine.registers.register import RegisterClock


def _not_shortened(document: Values) -> bool:
    return not document.get("shortened")


def _under(rule_set: str, document: Values, *, trial: bool) -> bool:
    """Whether the general term of validity of a place applies: the document names no day itself."""
    return (
        document.get("rule_set") == rule_set
        and bool(document.get("trial")) is trial
        and not document.get("valid_until")
    )


OTHERWISE = "请继续征求意见到期满；确需缩短的，在“缩短征求意见期的理由”写明。"

CLOCKS = (
    RegisterClock(
        clock="business_public_comment",
        starts="comment_opened",
        ends="comment_closed",
        when=lambda document: bool(document.get("business_close")),
        binding=_not_shortened,
        otherwise=OTHERWISE,
    ),
    RegisterClock(
        clock="public_comment",
        starts="comment_opened",
        ends="comment_closed",
        when=lambda document: (
            bool(document.get("major_impact")) and not document.get("business_close")
        ),
        binding=_not_shortened,
        otherwise=OTHERWISE,
    ),
    RegisterClock(
        clock="qinghai_filing",
        when=lambda document: document.get("rule_set") == "qinghai",
    ),
    RegisterClock(
        clock="sichuan_validity",
        ends="ended",
        when=lambda document: _under("sichuan", document, trial=False),
    ),
    RegisterClock(
        clock="qinghai_validity",
        ends="ended",
        when=lambda document: _under("qinghai", document, trial=False),
    ),
    RegisterClock(
        clock="qinghai_trial_validity",
        ends="ended",
        when=lambda document: _under("qinghai", document, trial=True),
    ),
)

DUE_DATES = (
    DueDate(
        key="filing",
        label="报送备案",
        after=("published",),
        every="filing_days",
        ends="filed",
        when=lambda document: document.get("rule_set") != "qinghai",
    ),
    DueDate(key="expiry", label="有效期届满前处理", until="valid_until", ends="ended"),
)
