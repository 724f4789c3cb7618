"""The words in which results are shown, whatever shows them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from zhunsheng.engine.auditing.model import Audit, Conflict, Coverage, Relation, Sum
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading, Target

SEVERITIES = {
    "error": Message("错误", "error"),
    "warning": Message("存疑", "warning"),
    "note": Message("提示", "note"),
}
ICONS = {"error": "✕", "warning": "！", "note": "ⓘ"}
DOCUMENT_KINDS = {
    "plan": Message("安排（计划）", "plan"),
    "report": Message("报告", "report"),
    "other": Message("其他文件", "other document"),
}
COVERAGE_STATES = {
    "met": Message("已完成", "met"),
    "missed": Message("未达到", "missed"),
    "unreported": Message("未报告", "not reported"),
    "unclear": Message("不明确", "unclear"),
}
META = {
    "issuer": Message("发文机关", "issuer"),
    "doc_number": Message("文号", "document number"),
    "issue_date": Message("成文日期", "date of issue"),
    "publish_date": Message("发布日期", "date of publication"),
    "year": Message("年度", "year"),
    "jurisdiction": Message("地区", "jurisdiction"),
}
ROLES = {
    "responsible": Message("责任", "responsible"),
    "lead": Message("牵头", "lead"),
    "supporting": Message("配合", "supporting"),
}
PERIODS = {
    "year": Message("全年", "a year"),
    "half-year": Message("每半年", "each half-year"),
    "quarter": Message("每季度", "each quarter"),
    "month": Message("每月", "each month"),
    "week": Message("每周", "each week"),
    "meeting": Message("每次会议", "each meeting"),
}
# A title, then the heads of the columns.
FINDINGS = (
    Message("疑点", "Findings"),
    Message("程度", "Severity"),
    Message("文中写的", "What the text says"),
    Message("算式", "Arithmetic"),
    Message("建议", "What to do"),
)
TASKS = (
    Message("任务", "Tasks"),
    Message("序号", "Path"),
    Message("任务", "Task"),
    Message("责任单位", "Responsible units"),
    Message("量化目标", "Targets"),
)
TARGETS = (
    Message("量化目标", "Targets"),
    Message("任务", "Task"),
    Message("指标", "Indicator"),
    Message("要求", "Target"),
    Message("期限", "Period"),
)
FIGURES = (
    Message("数字", "Figures"),
    Message("内容", "Subject"),
    Message("数值", "Value"),
    Message("单位", "Unit"),
    Message("原文", "Quote"),
)
RELATIONS = (
    Message("关系", "Relations"),
    Message("类型", "Kind"),
    Message("总数（比率）", "Total (rate)"),
    Message("分项（分子、分母）", "Parts (numerator, denominator)"),
    Message("结果", "Result"),
)
COVERAGE = (
    Message("目标对照", "Targets against the report"),
    Message("结果", "Result"),
    Message("安排中的目标", "Target of the plan"),
    Message("报告中的数字", "Figure of the report"),
    Message("说明", "Why"),
)
NO_FINDINGS = Message("没有发现疑点。", "Nothing was found.")
HOLDS = {
    True: Message("相符", "holds"),
    False: Message("不符", "does not hold"),
    None: Message("无从核对", "no base given"),
}
# Gravest first, as one reads who has a minute.
_COVERAGE_ORDER = ("missed", "unreported", "unclear", "met")
_RELATION_KINDS = {
    "sum": Message("合计", "sum"),
    "rate": Message("比率", "rate"),
    "growth": Message("增幅", "growth"),
    "conflict": Message("前后不一", "conflict"),
}
_COMPARATORS = {">=": "≥", "<=": "≤", "=": "＝", ">": "＞", "<": "＜", "~": "约"}


def shown_number(value: Decimal | None) -> str:
    """Get a number with thousands separators and no needless zeros; — where there is none."""
    if value is None:
        return "—"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def target_in_words(target: Target) -> str:
    """Get what a target asks for, short: ≥12次."""
    sign = _COMPARATORS[target.comparator]
    if target.value is None:
        return f"{sign}{target.reference or ''}"
    return f"{sign}{shown_number(target.value)}{target.unit}"


def targets_by_task(reading: Reading) -> dict[str, list[Target]]:
    """Get the targets of each task under the task's path."""
    found: dict[str, list[Target]] = {}
    for target in reading.targets:
        if target.task is not None:
            found.setdefault(target.task, []).append(target)
    return found


def period_in_words(period: str, language: str) -> str:
    """Get the period of a target: 每季度, or the day by which it is to be reached."""
    name, _, day = period.partition(" ")
    if name == "by" and day:
        return f"by {day}" if language.startswith("en") else f"{day}前"
    return PERIODS[period].said_in(language) if period in PERIODS else period


def gravest_first(coverage: tuple[Coverage, ...]) -> list[Coverage]:
    """Get what was missed, then what is not reported or unclear, then what was met."""
    return sorted(coverage, key=lambda covered: _COVERAGE_ORDER.index(covered.state))


def relation_in_words(relation: Relation, language: str) -> tuple[str, str, str, str]:
    """Get a relation as a row: kind, total or rate, parts, whether it holds."""
    holds: bool | None = False
    if isinstance(relation, Sum):
        kind, whole, parts, holds = "sum", relation.total, list(relation.parts), relation.holds
    elif isinstance(relation, Conflict):
        kind, whole, parts = "conflict", relation.first, [relation.second]
    else:
        kind, whole, holds = "growth" if relation.growth else "rate", relation.rate, relation.holds
        parts = [figure for figure in (relation.numerator, relation.denominator) if figure]
    words = "；".join(part.quote for part in parts)
    return (
        _RELATION_KINDS[kind].said_in(language),
        whole.quote,
        words,
        HOLDS[holds].said_in(language),
    )


def amount_read(reading: Reading, audit: Audit) -> Message:
    """Get how much was read and checked, in a few words."""
    if reading.kind == "plan":
        units = len({unit.office for task in reading.tasks for unit in task.units})
        tasks, targets = len(reading.tasks), len(reading.targets)
        return Message(
            f"读出任务{tasks}项、责任单位{units}个、量化目标{targets}个",
            f"{tasks} tasks, {units} responsible units, {targets} targets",
        )
    figures, relations = len(reading.figures), len(audit.relations)
    return Message(
        f"读出数字{figures}个，核对关系{relations}组",
        f"{figures} figures read, {relations} relations checked",
    )


def severity_counts(audit: Audit) -> dict[str, int]:
    """Get how many findings there are of each severity, gravest first, none left out."""
    counts: Counter[str] = Counter(finding.severity for finding in audit.findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def summary(reading: Reading, audit: Audit) -> Message:
    """Get one line that says how much was read and checked, and how many findings there are."""
    read, counts = amount_read(reading, audit), severity_counts(audit)
    zh = read.zh + "".join(f"，{SEVERITIES[s].zh}{n}处" for s, n in counts.items())
    en = read.en + "".join(
        f", {n} {SEVERITIES[s].en}{'' if n == 1 else 's'}" for s, n in counts.items()
    )
    return Message(zh + "。", en + ".")


def coverage_counts(coverage: tuple[Coverage, ...]) -> dict[str, int]:
    """Get how many targets are in each state, none left out."""
    counts: Counter[str] = Counter(covered.state for covered in coverage)
    return {state: counts[state] for state in COVERAGE_STATES}


def coverage_summary(coverage: tuple[Coverage, ...]) -> Message:
    """Get one line that says how many targets were met."""
    counts = coverage_counts(coverage)
    zh = "，".join(f"{word.zh}{counts[state]}项" for state, word in COVERAGE_STATES.items())
    en = ", ".join(f"{counts[state]} {word.en}" for state, word in COVERAGE_STATES.items())
    return Message(f"目标{len(coverage)}项：{zh}。", f"{len(coverage)} targets: {en}.")
