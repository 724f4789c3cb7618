"""The words for states of clocks, senses and kinds of rules."""

from __future__ import annotations

from zhunsheng.engine.law.states import State, Status
from zhunsheng.engine.messages import Message

STATES = {
    State.NOT_STARTED: Message("未开始", "not started"),
    State.RUNNING: Message("办理中", "running"),
    State.SUSPENDED: Message("中止", "suspended"),
    State.MET: Message("按期办结", "met"),
    State.MET_LATE: Message("逾期办结", "met late"),
    State.OVERDUE: Message("逾期", "overdue"),
    State.TOO_EARLY: Message("期间未满", "cut short"),
    State.ELAPSED: Message("期间已满", "elapsed"),
}
DAY_KINDS = {
    "working_day": Message("个工作日", "working days"),
    "calendar_day": Message("日", "days"),
    "hour": Message("小时", "hours"),
}
RULE_KINDS = {
    "counting": Message("计算", "counting"),
    "deadline": Message("期限", "deadline"),
    "extension": Message("延长", "extension"),
    "gate": Message("前置条件", "gate"),
    "publication": Message("公开", "publication"),
    "quorum": Message("人数", "quorum"),
    "retention": Message("保存", "retention"),
    "suspension": Message("中止", "suspension"),
    "threshold": Message("数额", "threshold"),
    "validity": Message("效力", "validity"),
}
UNVERIFIED = Message("未核实", "not verified")


def state_in_words(status: Status) -> Message:
    """Get a state with its days: how many are left, by how many it is late."""
    state, kind = STATES[status.state], DAY_KINDS[status.day_kind]
    if status.state in {State.RUNNING, State.SUSPENDED}:
        said = Message(f"还有{status.days}{kind.zh}", f"{status.days} {kind.en} left")
        if status.state is State.RUNNING and status.days == 0:
            said = Message("今天到期", "due today")
    elif status.is_late:
        said = Message(f"超{status.days}{kind.zh}", f"{status.days} {kind.en} late")
    elif status.state is State.TOO_EARLY:
        said = Message(f"差{status.days}{kind.zh}", f"{status.days} {kind.en} short")
    else:
        said = Message("", "")
    notes = [said]
    if status.in_extension:
        notes.append(Message("在依法延长的期限内", "within the lawful extension"))
    if status.is_provisional:
        notes.append(Message("暂定", "provisional"))
    zh = "，".join(note.zh for note in notes if note.zh)
    en = ", ".join(note.en for note in notes if note.en)
    return Message(
        f"{state.zh}（{zh}）" if zh else state.zh, f"{state.en} ({en})" if en else state.en
    )
