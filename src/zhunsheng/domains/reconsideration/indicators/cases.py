"""Figures of the cases: how many, how they ended, how fast, and what became of them in court."""

from zhunsheng.domains.reconsideration.endings import ended
from zhunsheng.domains.reconsideration.registers.case.decision import CORRECTING
from zhunsheng.domains.reconsideration.registers.shared import article
from zhunsheng.engine.indicators.conditions import by, days, not_by
from zhunsheng.engine.indicators.declarations import Count, Mean, Predicate, Share

_GROUP = "行政复议"
_DECIDING = "复议决定体系与结果类型的要求"
_FAST = "简案快办、繁案精办的要求"


def _with(*outcomes: str) -> Predicate:
    """Get what counts cases that ended by the end of the period with one of some outcomes."""
    return lambda case, period: by(ended(case), period) & case.outcome.isin(sorted(outcomes))


def _on_track(track: str) -> Predicate:
    """Get what counts cases of a procedure that ended by the end of the period."""
    return lambda case, period: by(ended(case), period) & (case.track == track)


CASES = (
    Count(
        key="accepted",
        label="受理行政复议案件",
        register="case",
        on="accepted",
        said_as=("受理行政复议案件", "行政复议案件", "办理行政复议案件", "受理行政复议申请"),
        source=str(article("第三十条")),
        says="期内受理的行政复议案件。",
        group=_GROUP,
    ),
    Count(
        key="concluded",
        label="办结行政复议案件",
        register="case",
        on="accepted",
        counts=lambda case, period: by(ended(case), period),
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
        counts=lambda case, period: not_by(ended(case), period),
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
        out_of=lambda case, period: by(ended(case), period),
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
        out_of=lambda case, period: by(ended(case), period),
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
        counts=lambda case, period: by(case.performed, period),
        said_as=("调解书履行率", "复议调解书履行率"),
        source=str(article("第七十七条")),
        says="期内生效的调解书中，期末已履行的。",
        group=_GROUP,
        better="more",
    ),
)

SPEED = (
    Share(
        key="summary_share",
        label="简易程序适用率",
        register="case",
        on="accepted",
        counts=lambda case, _: case.track == "summary",
        said_as=("简易程序适用率", "适用简易程序比例"),
        source=str(article("第五十三条")),
        says="期内受理的案件中，按简易程序审理的；条件由受理环节的门槛把关。",
        group=_GROUP,
    ),
    Mean(
        key="ordinary_days",
        label="普通程序平均办案用时",
        register="case",
        on="accepted",
        counts=_on_track("ordinary"),
        of=lambda case, _: days(case.accepted, ended(case)),
        said_as=("普通程序平均办案用时", "普通程序平均办理天数"),
        source=_FAST,
        says="期内受理、期末已办结的普通程序案件，从受理到办结的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Mean(
        key="summary_days",
        label="简易程序平均办案用时",
        register="case",
        on="accepted",
        counts=_on_track("summary"),
        of=lambda case, _: days(case.accepted, ended(case)),
        said_as=("简易程序平均办案用时", "简易程序平均办理天数"),
        source=_FAST,
        says="期内受理、期末已办结的简易程序案件，从受理到办结的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
)

_LANE = "涉企行政复议申请“绿色通道”的要求"

INTAKE = (
    Count(
        key="business_cases",
        label="受理涉企行政复议案件",
        register="case",
        on="accepted",
        counts=lambda case, _: case.business,
        said_as=("涉企行政复议案件", "受理涉企行政复议案件"),
        source=_LANE,
        says="期内受理的涉企案件。",
        group=_GROUP,
    ),
    Mean(
        key="business_intake_days",
        label="涉企申请平均受理用时",
        register="case",
        on="accepted",
        counts=lambda case, _: case.business,
        of=lambda case, _: days(case.received, case.accepted),
        said_as=("涉企申请平均受理用时",),
        source=_LANE,
        says="期内受理的涉企案件，从收到申请到受理的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Mean(
        key="other_intake_days",
        label="其他申请平均受理用时",
        register="case",
        on="accepted",
        counts=lambda case, _: case.business.isnull() | ~case.business,
        of=lambda case, _: days(case.received, case.accepted),
        said_as=("其他申请平均受理用时",),
        source=_LANE,
        says="期内受理的其他案件，从收到申请到受理的自然日的平均数，与涉企案件对比。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Share(
        key="green_lane_on_time",
        label="“绿色通道”按期受理率",
        register="case",
        on="intake_until",
        out_of=lambda case, _: (
            case.business & case.refused.isnull() & case.correction_notified.isnull()
        ),
        counts=lambda case, _: case.accepted <= case.intake_until,
        said_as=("绿色通道按期受理率",),
        source=_LANE,
        says="“绿色通道”办结日在期内的涉企申请中，按期受理的；没有受理的计入分母，通知补正、不予受理的除外。",
        group=_GROUP,
        better="more",
    ),
)

_AFTER = "行政复议和行政诉讼工作衔接的要求"

IN_COURT = (
    Share(
        key="sued",
        label="复后起诉率",
        register="case",
        on="accepted",
        out_of=lambda case, period: by(ended(case), period),
        counts=lambda case, period: by(case.sued, period),
        said_as=("经行政复议后被提起行政诉讼的案件比例", "复后起诉率", "复议后起诉率"),
        source=_AFTER,
        says="期内受理、期末已办结的案件中，期末已被提起行政诉讼的。",
        group=_GROUP,
        better="fewer",
    ),
    Count(
        key="suits_noted",
        label="复议案件登记的被诉",
        register="case",
        on="sued",
        holds="by_end",
        source=_AFTER,
        says="到期末登记了被提起行政诉讼的复议案件，用来与应诉台账核对。",
        group=_GROUP,
    ),
    Share(
        key="returned",
        label="纠正案件反馈率",
        register="case",
        on="accepted",
        out_of=_with(*CORRECTING),
        counts=lambda case, period: by(case.returned, period),
        said_as=("纠正案件反馈率",),
        source="行政执法、行政复议、行政审判信息互通的要求",
        says="期内受理、期末已纠正的案件中，期末已反馈作出行政行为的单位的。",
        group=_GROUP,
        better="more",
    ),
)
