"""Penalties decided on the spot: small ones, by two officers, filed, and the money handed over at once."""

from zhunsheng.domains.penalty.registers.shared import article, fit_officers, officers_field
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

# 第五十一条：对公民二百元以下、对法人或者其他组织三千元以下罚款或者警告。
MOST = {"person": 200_00, "organization": 3000_00}
# 第六十八条：一百元以下的罚款可以当场收缴。
MOST_COLLECTED = 100_00


def _fit(case: Values) -> int | None:
    rows = case.get("officers")
    return fit_officers(rows, case.get("decided")) if rows else None


def _small(case: Values) -> bool:
    return (case.get("fine") or 0) <= MOST.get(case.get("party_kind") or "", 0)


def _may_be_collected(case: Values) -> bool:
    if not case.get("collected"):
        return True
    return (case.get("fine") or 0) <= MOST_COLLECTED or bool(case.get("hard_to_enforce"))


ON_THE_SPOT = Register(
    key="on_the_spot",
    label="当场处罚",
    shape="case",
    basis="中华人民共和国行政处罚法（2021修订）第五章第二节",
    says="警告和小额罚款的当场决定、备案，当场收缴罚款的上缴。",
    title="matter",
    happened="found",
    face=("party_kind", "fine", "decided"),
    fields=(
        Field(
            key="matter",
            label="案由",
            required=True,
            help="只写违法行为，不写当事人姓名。",
            examples=("未按规定投放垃圾", "车辆乱停乱放"),
        ),
        Field(key="party", label="当事人", kind="party", required=True, personal=True),
        Field(
            key="party_kind",
            label="当事人类别",
            kind="choice",
            required=True,
            choices=(
                Choice(key="person", label="公民"),
                Choice(key="organization", label="法人或者其他组织"),
            ),
        ),
        Field(
            key="item",
            label="执法事项",
            kind="reference",
            refers_to="enforcement.item",
            required=True,
            help="从公布的行政执法事项目录里选（照单执法）。",
        ),
        Field(key="found", label="发现日期", kind="date", required=True),
        officers_field(),
        Field(
            key="fit_officers",
            label="证件有效的办案人员",
            kind="integer",
            measure="人",
            computed=_fit,
            source=article("第四十二条"),
        ),
        Field(key="certificate_shown", label="已出示执法证件", kind="boolean", examples=("是",)),
        Field(
            key="told",
            label="已告知内容、事实、理由、依据和权利",
            kind="boolean",
            examples=("是",),
            source=article("第四十四条"),
        ),
        Field(
            key="penalty",
            label="处罚种类",
            kind="choice",
            choices=(Choice(key="warning", label="警告"), Choice(key="fine", label="罚款")),
        ),
        Field(
            key="fine",
            label="罚款数额",
            kind="money",
            help="公民200元以下，法人或者其他组织3000元以下。",
            expected=(1, MOST["organization"]),
            source=article("第五十一条"),
        ),
        Field(key="decided", label="决定日期", kind="date"),
        Field(
            key="hard_to_enforce",
            label="不当场收缴事后难以执行",
            kind="boolean",
            source=article("第六十八条"),
        ),
        Field(key="collected", label="当场收缴日期", kind="date", source=article("第六十八条")),
        Field(key="remitted", label="交至机关日期", kind="date", source=article("第七十一条")),
        Field(key="recorded", label="备案日期", kind="date", source=article("第五十二条")),
    ),
    procedure=Procedure(
        states=(
            State(key="found", label="已发现"),
            State(key="decided", label="已决定"),
            State(key="remitted", label="已上缴"),
            State(key="recorded", label="已备案", final=True),
        ),
        steps=(
            Step(
                key="decide",
                label="当场决定",
                comes_from=("found",),
                leads_to="decided",
                requires=("officers", "penalty", "decided"),
                asks=("fine", "certificate_shown", "told", "collected", "hard_to_enforce"),
                document="当场处罚决定书",
                source=article("第五十一条"),
                gates=(
                    Gate(
                        key="two_officers",
                        needs="办案人员不少于两名，证件都要有效。",
                        open_when=lambda case: (case.get("fit_officers") or 0) >= 2,
                        source=article("第四十二条"),
                    ),
                    Gate(
                        key="small",
                        needs="罚款超过当场处罚的限额，请按普通程序立案。",
                        open_when=_small,
                        source=article("第五十一条"),
                    ),
                    Gate(
                        key="certificate_shown",
                        needs="应当主动出示执法证件。",
                        open_when=lambda case: bool(case.get("certificate_shown")),
                        source=article("第五十二条"),
                    ),
                    Gate(
                        key="told",
                        needs="决定以前没有告知当事人，不能处罚。",
                        open_when=lambda case: bool(case.get("told")),
                        source=article("第四十四条"),
                    ),
                    Gate(
                        key="may_be_collected",
                        needs="罚款100元以下或者事后难以执行的，才可以当场收缴。",
                        open_when=_may_be_collected,
                        source=article("第六十八条"),
                    ),
                ),
            ),
            Step(
                key="remit",
                label="上缴罚款",
                comes_from=("decided",),
                leads_to="remitted",
                requires=("remitted",),
                source=article("第七十一条"),
            ),
            Step(
                key="record",
                label="报机关备案",
                comes_from=("decided", "remitted"),
                leads_to="recorded",
                requires=("recorded",),
                source=article("第五十二条"),
                gates=(
                    Gate(
                        key="remitted_first",
                        needs="当场收缴的罚款还没有上缴。",
                        open_when=lambda case: (
                            not case.get("collected") or bool(case.get("remitted"))
                        ),
                        source=article("第七十一条"),
                    ),
                ),
            ),
        ),
    ),
    clocks=(RegisterClock(clock="onsite_remittance"),),
)
