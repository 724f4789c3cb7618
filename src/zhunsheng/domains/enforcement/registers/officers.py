"""The pool of officers: exam, certificate, study, posting; a certificate that lapsed is to be revoked."""

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

MARKS = (
    Choice(key="valid", label="有效"),
    Choice(key="expired", label="到期未换"),
    Choice(key="left_post", label="已离岗"),
    Choice(key="wrong_post", label="不在执法岗位"),
)


def _lapsed(officer: Values) -> bool:
    return officer.get("mark") != "valid"


def _studied_enough(officer: Values) -> bool:
    if not officer.get("study_completed"):
        return True
    return (officer.get("study_hours") or 0) >= (officer.get("study_required") or 0)


OFFICER = Register(
    key="officer",
    label="行政执法人员",
    shape="pool",
    basis=str(THREE_SYSTEMS.article("二（五）")),
    says="执法人员的考试、证件、学时和岗位；证件无效的人员不能办案。",
    title="certificate",
    happened="passed",
    face=("certificate", "home", "mark"),
    fields=(
        Field(
            key="certificate", label="执法证号", required=True, examples=("99010001", "99010002")
        ),
        Field(key="name", label="姓名", kind="person", required=True, personal=True),
        Field(key="home", label="所在单位", kind="unit", required=True),
        Field(key="passed", label="资格考试通过日期", kind="date", required=True),
        Field(key="valid_until", label="证件有效期截止", kind="date", required=True),
        Field(
            key="mark",
            label="清理结论",
            kind="choice",
            required=True,
            choices=MARKS,
            help="证件专项清理时逐证标注；后三种应当收回。",
        ),
        Field(key="revoke_until", label="应收回日期", kind="date"),
        Field(key="revoked", label="收回日期", kind="date"),
        Field(
            key="qualified",
            label="有法律职业资格",
            kind="boolean",
            help="初次从事处罚决定法制审核的人员须有。",
        ),
        Field(key="post", label="执法岗位", examples=("一线执法岗", "案件审理岗", "法制审核岗")),
        Field(key="duties", label="岗位职责", kind="long_text"),
        Field(key="duties_until", label="应确定岗位职责日期", kind="date"),
        Field(
            key="duties_set",
            label="岗位职责确定日期",
            kind="date",
            help="一人一张岗位职责表；没有职责的，执法责任落不到岗位。",
        ),
        Field(key="posted_to", label="派驻乡镇（街道）", kind="unit"),
        Field(key="posted", label="派驻日期", kind="date"),
        Field(
            key="study_required",
            label="本年应学学时",
            kind="integer",
            measure="学时",
            expected=(1, 200),
        ),
        Field(
            key="study_hours",
            label="本年已学学时",
            kind="integer",
            measure="学时",
            expected=(0, 300),
        ),
        Field(key="study_until", label="学时截止日期", kind="date"),
        Field(key="study_completed", label="学时完成日期", kind="date"),
    ),
    due_dates=(
        DueDate(
            key="revocation",
            label="证件收回",
            until="revoke_until",
            ends="revoked",
            when=_lapsed,
        ),
        DueDate(key="duties", label="岗位职责", until="duties_until", ends="duties_set"),
        DueDate(key="study", label="执法学时", until="study_until", ends="study_completed"),
    ),
    hints=(
        Hint(
            key="same_certificate",
            compares="certificate",
            alike=lambda one, other: one == other,
            says="另有{count}条同一执法证号的记录，请核对是否重复登记。",
        ),
    ),
    checks=(
        Check(
            field="duties",
            says="岗位职责已经确定的，请写明岗位和职责。",
            holds=lambda officer: (
                not officer.get("duties_set") or bool(officer.get("post") and officer.get("duties"))
            ),
        ),
        Check(
            field="revoke_until",
            says="到期未换、已离岗、不在执法岗位的证件应当收回，请写明应收回日期。",
            holds=lambda officer: not _lapsed(officer) or bool(officer.get("revoke_until")),
        ),
        Check(
            field="study_completed",
            says="已学学时不足应学学时，不能记为完成。",
            holds=_studied_enough,
        ),
    ),
)
