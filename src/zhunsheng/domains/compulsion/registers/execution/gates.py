"""What the Compulsion Law asks before a step of an execution."""

from zhunsheng.domains.compulsion.registers.shared import (
    ITEM_GATES,
    RECORDED,
    SOMEWHERE,
    article,
    filled,
    filmed,
)
from zhunsheng.engine.registers.procedures import Gate, Values


def _time_to_perform_over(execution: Values) -> bool:
    """Get whether the party let the time pass, or hides what could be taken."""
    until, decided = execution.get("perform_until") or "9", execution.get("decided") or ""
    return bool(decided > until or execution.get("hides_assets"))


def _may_be_pulled_down(execution: Values) -> bool:
    if not execution.get("demolition"):
        return True
    expired, executed = execution.get("remedies_expired"), execution.get("executed") or ""
    return bool(
        execution.get("announced")
        and expired
        and executed > expired
        and not execution.get("remedy_sought")
    )


def _substitute_demanded(execution: Values) -> bool:
    if execution.get("kind") != "substitute":
        return True
    day, executed = execution.get("substitute_day"), execution.get("executed") or ""
    return bool(execution.get("substitute_demanded") and day and executed >= day)


def _remedies_over(execution: Values) -> bool:
    expired, applied = execution.get("remedies_expired"), execution.get("applied") or ""
    return bool(expired and applied > expired and not execution.get("remedy_sought"))


def _within_principal(execution: Values) -> bool:
    return (execution.get("surcharge") or 0) <= (execution.get("principal") or 0)


_REVIEWED = Gate(
    key="statement_reviewed",
    needs="当事人陈述、申辩的，应当听取并复核。",
    open_when=lambda execution: bool(
        not execution.get("heard") or execution.get("statement_reviewed")
    ),
    source=SOMEWHERE,
)
DECISION = (
    Gate(
        key="has_power",
        needs="没有行政强制执行权的，应当申请人民法院强制执行。",
        open_when=lambda execution: execution.get("route") == "own",
        source=article("第五十三条"),
    ),
    *ITEM_GATES,
    _REVIEWED,
    Gate(
        key="time_over",
        needs="催告的履行期限还没有届满；有转移、隐匿财物迹象的，才可以立即强制执行。",
        open_when=_time_to_perform_over,
        source=article("第三十七条"),
    ),
    Gate(
        key="no_good_reason",
        needs="当事人有正当理由的，不能作出强制执行决定。",
        open_when=filled("no_good_reason"),
        source=article("第三十七条"),
    ),
    Gate(
        key="written_in_full",
        needs="强制执行决定书应当写全五项内容。",
        open_when=filled("written_in_full"),
        source=article("第三十七条"),
    ),
)
WITHIN_PRINCIPAL = Gate(
    key="within_principal",
    needs="加处的罚款或者滞纳金不得超出金钱给付义务的数额。",
    open_when=_within_principal,
    source=article("第四十五条"),
)
EXECUTION = (
    Gate(
        key="in_hours",
        needs="不得在夜间或者法定节假日强制执行，情况紧急的除外。",
        open_when=lambda execution: bool(not execution.get("off_hours") or execution.get("urgent")),
        source=article("第四十三条"),
    ),
    Gate(
        key="supplies_kept",
        needs="不得对居民生活停水、停电、停热、停气来迫使履行。",
        open_when=lambda execution: not execution.get("cuts_supplies"),
        source=article("第四十三条"),
    ),
    Gate(
        key="may_be_pulled_down",
        needs="拆除违法建筑，应当先公告限期自行拆除；复议、诉讼期限届满，当事人既不申请救济又不拆除的，才能强制拆除。",
        open_when=_may_be_pulled_down,
        source=article("第四十四条"),
    ),
    Gate(
        key="substitute_demanded",
        needs="代履行以前应当再催告当事人，到催告的日期才代履行；当事人履行的，停止代履行。",
        open_when=_substitute_demanded,
        source=article("第五十一条"),
    ),
    WITHIN_PRINCIPAL,
    filmed(filled("demolition"), "强制拆除应当全程录像；请在全过程记录里写明。"),
)
HARMLESS = Gate(
    key="harmless",
    needs="执行协议不得损害公共利益和他人合法权益。",
    open_when=filled("agreement_harmless"),
    source=article("第四十二条"),
)
UNABLE = Gate(
    key="unable",
    needs="没有明显社会危害、当事人确无能力履行的，中止满三年才不再执行；其他情形请恢复或者终结执行。",
    open_when=filled("unable"),
    source=article("第三十九条"),
)
APPLICATION = (
    Gate(
        key="without_power",
        needs="本机关有强制执行权的，自行作出强制执行决定，不申请法院。",
        open_when=lambda execution: execution.get("route") == "court",
        source=article("第五十三条"),
    ),
    Gate(
        key="remedies_over",
        needs="复议、诉讼期限届满，当事人既不申请救济又不履行的，才能申请法院强制执行。",
        open_when=_remedies_over,
        source=article("第五十三条"),
    ),
    _REVIEWED,
)
FINISHING = (RECORDED,)
