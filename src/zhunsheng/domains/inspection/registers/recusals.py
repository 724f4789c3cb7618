"""The list of recusals: which officer does not inspect which subject, as the officers declare it."""

from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register


def _named(recusal: Values) -> str | None:
    officer, subject = recusal.get("officer.certificate"), recusal.get("subject.name")
    return f"执法证{officer}回避{subject}" if officer and subject else None


RECUSAL = Register(
    key="recusal",
    label="检查人员回避申报",
    shape="list",
    basis="“双随机、一公开”监管的要求（D09-09）",
    says="检查人员与检查对象有近亲属、任职、投资等利害关系的，申报回避；随机抽取时不会把他们派到一起。",
    title="matter",
    happened="declared",
    face=("declared", "ended"),
    fields=(
        Field(key="matter", label="回避事项", computed=_named),
        Field(
            key="officer",
            label="执法证记录编号",
            kind="reference",
            refers_to="enforcement.officer",
            required=True,
            brings=("certificate",),
        ),
        Field(
            key="subject",
            label="检查对象",
            kind="reference",
            refers_to="inspection.subject",
            required=True,
            brings=("name",),
        ),
        Field(
            key="ground",
            label="利害关系",
            kind="choice",
            required=True,
            personal=True,
            choices=(
                Choice(key="family", label="本人或者近亲属是负责人、股东、雇员"),
                Choice(key="former_employer", label="曾在该单位任职"),
                Choice(key="interest", label="有投资、债权债务等经济往来"),
                Choice(key="other", label="有其他可能影响公正的关系"),
            ),
        ),
        Field(key="details", label="情况说明", kind="long_text", personal=True),
        Field(key="declared", label="申报日期", kind="date", required=True),
        Field(
            key="ended",
            label="终止日期",
            kind="date",
            help="利害关系不再存在的，写明从哪一天起不再回避。",
        ),
    ),
    checks=(
        Check(
            field="ended",
            says="终止日期早于申报日期。",
            holds=lambda recusal: (
                not (recusal.get("ended") and recusal["ended"] < (recusal.get("declared") or ""))
            ),
        ),
    ),
)
