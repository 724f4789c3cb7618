"""What is reviewed with which papers by whom; the manual reviewers work by; their training."""

from zhunsheng.domains.legality_review.registers.vocabulary import (
    MATERIALS,
    MATTERS,
    REVIEWERS,
    article,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

REVIEW_RULE = Register(
    key="review_rule",
    label="合法性审核规定和材料清单",
    shape="list",
    basis="国办发〔2018〕115号二（三）、二（五）；本地合法性审核工作规定",
    says="每类事项要哪些材料、由哪一级审核；规定修订的，旧的写失效日期，新的另登一条。",
    title="name",
    happened="since",
    face=("matter", "since", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="规定名称",
            required=True,
            public=True,
            examples=("规范性文件审核材料清单", "行政协议审核材料清单", "乡镇审核规范指引"),
        ),
        Field(
            key="matter",
            label="适用事项",
            kind="choice",
            choices=MATTERS,
            required=True,
            public=True,
        ),
        Field(
            key="materials",
            label="须报送的材料",
            kind="choice",
            choices=MATERIALS,
            several=True,
            required=True,
            public=True,
            source=article("二（五）"),
        ),
        Field(
            key="reviewer_level",
            label="审核机构",
            kind="choice",
            choices=REVIEWERS,
            public=True,
            source=article("二（四）"),
        ),
        Field(key="since", label="施行日期", kind="date", required=True, public=True),
        Field(key="until", label="失效日期", kind="date", public=True),
    ),
    checks=(
        Check(
            field="until",
            says="失效日期不能早于施行日期。",
            holds=lambda rule: not rule.get("until") or rule["until"] >= rule["since"],
        ),
    ),
)

MANUAL = Register(
    key="manual",
    label="合法性审核工作指导手册",
    shape="list",
    basis="推广使用合法性审查工作指导手册的要求",
    says="手册各版和发放情况：发给谁、多少份；现行一版由审核记录引用。",
    title="name",
    happened="issued",
    face=("edition", "issued", "copies"),
    public=True,
    fields=(
        Field(
            key="name",
            label="手册名称",
            required=True,
            public=True,
            examples=("规范性文件审核指导手册", "重大决策审核指导手册"),
        ),
        Field(key="edition", label="版次", required=True, public=True, examples=("某年版",)),
        Field(key="issued", label="印发日期", kind="date", required=True, public=True),
        Field(key="replaced", label="停用日期", kind="date", public=True),
        Field(
            key="distribution",
            label="发放",
            kind="rows",
            columns=(
                Field(key="recipient", label="发给单位", kind="unit", required=True),
                Field(
                    key="copies_given",
                    label="份数",
                    kind="integer",
                    measure="份",
                    required=True,
                ),
            ),
        ),
        Field(
            key="copies",
            label="共发放",
            kind="integer",
            measure="份",
            computed=lambda one: sum(
                row.get("copies_given") or 0 for row in one.get("distribution") or ()
            ),
        ),
        Field(key="text", label="手册文本", kind="attachments"),
    ),
)

TRAINING = Register(
    key="training",
    label="合法性审核人员培训",
    shape="event",
    basis="国办发〔2018〕115号；加强合法性审核队伍建设的要求",
    says="每次培训一条：主题、参加的审核人员，人数自动合计。",
    title="topic",
    happened="held",
    face=("held", "attended"),
    fields=(
        Field(
            key="topic",
            label="培训主题",
            required=True,
            examples=("规范性文件审核要点", "行政协议风险防范", "重大决策程序"),
        ),
        Field(key="planned", label="计划日期", kind="date"),
        Field(key="held", label="培训日期", kind="date", required=True),
        Field(
            key="reviewers",
            label="参加人员",
            kind="rows",
            columns=(
                Field(key="reviewer", label="审核人员", kind="person", required=True),
                Field(key="reviewer_unit", label="所在单位", kind="unit", required=True),
            ),
        ),
        Field(
            key="attended",
            label="参加人数",
            kind="integer",
            measure="人",
            computed=lambda one: len(one.get("reviewers") or ()),
        ),
    ),
    due_dates=(DueDate(key="session", label="培训", until="planned", ends="held"),),
)

REVIEWER = Register(
    key="reviewer",
    label="合法性审核人员",
    shape="pool",
    basis="国办发〔2018〕115号；加强合法性审核队伍建设的要求",
    says="各单位的合法性审核人员：专职还是兼职、在岗起止、最近一次培训；本年没有培训的由此列出。",
    title="name",
    happened="since",
    face=("serves", "since", "trained"),
    fields=(
        Field(key="name", label="审核人员", kind="person", required=True),
        Field(key="serves", label="所在单位", kind="unit", required=True),
        Field(key="full_time", label="专职", kind="boolean", required=True),
        Field(key="since", label="上岗日期", kind="date", required=True),
        Field(key="until", label="离岗日期", kind="date", examples=("",)),
        Field(
            key="training",
            label="最近一次培训",
            kind="reference",
            refers_to="legality_review.training",
            brings=("held",),
        ),
        Field(
            key="trained",
            label="最近培训日期",
            kind="date",
            computed=lambda reviewer: reviewer.get("training.held"),
        ),
    ),
    checks=(
        Check(
            field="until",
            says="离岗日期不能早于上岗日期。",
            holds=lambda one: not one.get("until") or one["until"] >= (one.get("since") or ""),
        ),
    ),
)
