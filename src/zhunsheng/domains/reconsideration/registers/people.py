"""Who handles cases, and who is asked for an opinion on them: two pools."""

from zhunsheng.domains.reconsideration.registers.shared import article
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

OFFICER = Register(
    key="officer",
    label="行政复议人员",
    shape="pool",
    basis="中华人民共和国行政复议法（2023修订）第六条",
    says="复议机构的办案人员：法律职业资格、职前培训、证件，手上有多少案件。",
    title="name",
    happened="joined",
    face=("joined", "qualified", "trained"),
    fields=(
        Field(
            key="name",
            label="姓名",
            required=True,
            examples=("某复议员甲", "某复议员乙", "某复议员丙"),
        ),
        Field(key="joined", label="从事复议工作日期", kind="date", required=True),
        Field(
            key="first_time",
            label="初次从事行政复议工作",
            kind="boolean",
            source=article("第六条"),
            examples=("否",),
        ),
        Field(
            key="qualified",
            label="取得法律职业资格",
            kind="boolean",
            source=article("第六条"),
            examples=("是",),
        ),
        Field(
            key="trained",
            label="完成职前培训",
            kind="boolean",
            source=article("第六条"),
            examples=("是",),
        ),
        Field(key="certificate", label="工作证件编号"),
        Field(
            key="capacity",
            label="同时办理案件上限",
            kind="integer",
            measure="件",
            expected=(1, 60),
            examples=("15",),
        ),
        Field(key="left", label="离岗日期", kind="date", examples=("",)),
    ),
    checks=(
        Check(
            field="first_time",
            says="初次从事行政复议工作的，须取得法律职业资格并参加统一职前培训，才能列入。",
            holds=lambda officer: (
                not officer.get("first_time")
                or bool(officer.get("qualified") and officer.get("trained"))
            ),
            source=article("第六条"),
        ),
        Check(
            field="left",
            says="离岗日期不能早于从事复议工作日期。",
            holds=lambda officer: not officer.get("left") or officer["left"] >= officer["joined"],
        ),
    ),
)

COMMITTEE_MEMBER = Register(
    key="committee_member",
    label="行政复议委员会委员",
    shape="pool",
    basis="中华人民共和国行政复议法（2023修订）第五十二条",
    says="行政复议委员会的委员：专业领域、任期；案件提请咨询时从中选取。",
    title="name",
    happened="appointed",
    face=("kind", "specialty", "until"),
    fields=(
        Field(
            key="name",
            label="姓名",
            required=True,
            examples=("某委员甲", "某委员乙", "某委员丙", "某委员丁"),
        ),
        Field(
            key="kind",
            label="类别",
            kind="choice",
            required=True,
            choices=(
                Choice(key="government", label="政府人员"),
                Choice(key="expert", label="专家、学者"),
                Choice(key="lawyer", label="律师"),
            ),
        ),
        Field(
            key="specialty",
            label="专业领域",
            required=True,
            examples=("行政法", "自然资源", "工程建设", "医疗卫生"),
        ),
        Field(key="appointed", label="聘任日期", kind="date", required=True),
        Field(key="until", label="任期届满日期", kind="date", examples=("",)),
    ),
    checks=(
        Check(
            field="until",
            says="任期届满日期不能早于聘任日期。",
            holds=lambda member: not member.get("until") or member["until"] >= member["appointed"],
        ),
    ),
)
