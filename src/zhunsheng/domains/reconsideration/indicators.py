"""Entries of reconsideration → figures, with the words by which plans and reports speak of them."""

from typing import Any

from zhunsheng.domains.reconsideration.registers.case.decision import CORRECTING
from zhunsheng.domains.reconsideration.registers.shared import article
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "行政复议"
_DECIDING = "复议决定体系与结果类型的要求"


def _ended(case: Any) -> Any:
    """Get the day a case came to its end: decision, mediation or termination."""
    return case.decided.coalesce(case.mediated).coalesce(case.terminated)


def _by(day: Any, period: Any) -> Any:
    return day.notnull() & (day <= period.end)


def _in_time(done: Any, last_day: Any) -> Any:
    return done.notnull() & (done <= last_day)


def _with(*outcomes: str) -> Any:
    """Get what counts cases that ended by the end of the period with one of some outcomes."""
    return lambda case, period: _by(_ended(case), period) & case.outcome.isin(sorted(outcomes))


CASES = (
    Count(
        key="accepted",
        label="受理行政复议案件",
        register="case",
        on="accepted",
        said_as=("受理行政复议案件", "行政复议案件", "办理行政复议案件"),
        source=str(article("第三十条")),
        says="期内受理的行政复议案件。",
        group=_GROUP,
    ),
    Count(
        key="concluded",
        label="办结行政复议案件",
        register="case",
        on="accepted",
        counts=lambda case, period: _by(_ended(case), period),
        said_as=("办结行政复议案件", "依法办结行政复议案件", "行政复议案件已办结"),
        source=str(article("第六十二条")),
        says="期内受理的案件中，期末已作出决定、调解书生效或者终止的。",
        group=_GROUP,
    ),
    Count(
        key="pending",
        label="未办结行政复议案件",
        register="case",
        on="accepted",
        holds="by_end",
        counts=lambda case, period: ~_by(_ended(case), period),
        said_as=("未办结行政复议案件",),
        source=str(article("第六十二条")),
        says="到期末已受理而没有办结的案件，不论哪一年受理。",
        group=_GROUP,
        better="fewer",
    ),
    Count(
        key="confirmed_illegal",
        label="复议确认违法",
        register="case",
        on="accepted",
        counts=_with("confirm_illegal"),
        said_as=("行政复议确认违法", "确认违法"),
        source=str(article("第六十五条")),
        says="期内受理、期末已办结的案件中，确认违法的。",
        group=_GROUP,
    ),
    Count(
        key="revoked",
        label="复议撤销或者部分撤销",
        register="case",
        on="accepted",
        counts=_with("revoke", "partly_revoke"),
        said_as=("行政复议撤销或者部分撤销行政行为", "撤销或者部分撤销行政行为"),
        source=str(article("第六十四条")),
        says="期内受理、期末已办结的案件中，撤销或者部分撤销的。",
        group=_GROUP,
    ),
    Count(
        key="ordered_to_perform",
        label="复议责令履行",
        register="case",
        on="accepted",
        counts=_with("perform"),
        said_as=("行政复议责令履行", "责令履行"),
        source=str(article("第六十六条")),
        says="期内受理、期末已办结的案件中，责令限期履行的。",
        group=_GROUP,
    ),
    Share(
        key="corrected",
        label="行政复议纠错率",
        register="case",
        on="accepted",
        out_of=lambda case, period: _by(_ended(case), period),
        counts=lambda case, _: case.outcome.isin(sorted(CORRECTING)),
        said_as=("行政复议案件纠错率", "行政复议纠错率", "复议纠错率"),
        source=_DECIDING,
        says="期内受理、期末已办结的案件中，变更、撤销、确认违法（无效）、责令履行的。",
        group=_GROUP,
    ),
    Share(
        key="mediated",
        label="行政复议调解率",
        register="case",
        on="accepted",
        out_of=lambda case, period: _by(_ended(case), period),
        counts=lambda case, _: case.outcome.isin(["mediated"]),
        said_as=("行政复议调解率", "复议调解率"),
        source=str(article("第七十三条")),
        says="期内受理、期末已办结的案件中，以调解结案的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="mediation_performed",
        label="复议调解书履行率",
        register="case",
        on="mediated",
        counts=lambda case, period: _by(case.performed, period),
        said_as=("调解书履行率", "复议调解书履行率"),
        source=str(article("第七十七条")),
        says="期内生效的调解书中，期末已履行的。",
        group=_GROUP,
        better="more",
    ),
)

AFTERWARDS = (
    Share(
        key="opinions_reported",
        label="复议意见书按期办复率",
        register="opinion",
        on="opinion_report_due",
        counts=lambda opinion, _: _in_time(opinion.reported, opinion.opinion_report_due),
        said_as=("复议意见书按期办复率", "复议意见书按期办结率"),
        source=str(article("第七十六条")),
        says="报送期限最后一日在期内的意见书中，按期报送的；没有报送的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="decisions_performed",
        label="复议决定履行率",
        register="performance",
        counts=lambda one, period: _by(one.performed, period),
        said_as=("复议决定履行率", "行政复议决定履行率"),
        source=str(article("第七十七条")),
        says="期内收到的应履行的决定书、调解书中，期末已履行的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="decisions_performed_on_time",
        label="复议决定按期履行率",
        register="performance",
        on="until",
        counts=lambda one, _: _in_time(one.performed, one.until),
        said_as=("复议决定按期履行率",),
        source=str(article("第七十七条")),
        says="写明的履行期限在期内的，按期履行的；没有履行的计入分母。",
        group=_GROUP,
        better="more",
    ),
)

INDICATORS = (*CASES, *AFTERWARDS)
"""All of them, in the order of the mission's rows."""
