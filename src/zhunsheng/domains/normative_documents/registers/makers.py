"""The published list of bodies that may make normative documents, with the rules each works by."""

from zhunsheng.domains.normative_documents.instruments import LEGALITY_REVIEW_OPINIONS, NOTICE_37
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

KINDS = (
    Choice(key="government", label="政府及其办公机构"),
    Choice(key="department", label="政府部门"),
    Choice(key="town", label="乡镇政府、街道办事处"),
    Choice(key="authorized", label="法律法规授权的组织"),
)
RULE_SETS = (
    Choice(key="sichuan", label="四川省行政规范性文件管理办法"),
    Choice(key="qinghai", label="青海省行政规范性文件制定和备案办法"),
    Choice(key="other", label="其他"),
)

MAKER = Register(
    key="maker",
    label="规范性文件制定主体清单",
    shape="list",
    basis="国办发〔2018〕115号二（三）",
    says="可以制定规范性文件的单位；清单以外的不得制定。适用的省级办法和备案天数也在这里。",
    title="name",
    happened="since",
    face=("kind", "since", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="制定主体",
            required=True,
            public=True,
            examples=("某县人民政府", "某县教育局", "某镇人民政府"),
        ),
        Field(key="body", label="所属单位", kind="unit", required=True, public=True),
        Field(
            key="kind", label="主体种类", kind="choice", choices=KINDS, required=True, public=True
        ),
        Field(
            key="internal_unit",
            label="是部门内设机构",
            kind="boolean",
            required=True,
            source=NOTICE_37.article("一（一）"),
            help="内设机构不得以自己的名义制发，不能列入。",
            examples=("否",),
        ),
        Field(
            key="prefix",
            label="文件代字",
            public=True,
            help="统一编号时每个主体、每年一个系列。",
            examples=("某府规", "某教规"),
        ),
        Field(
            key="rule_set",
            label="适用的省级办法",
            kind="choice",
            choices=RULE_SETS,
            required=True,
            public=True,
        ),
        Field(
            key="filing_days",
            label="备案天数",
            kind="integer",
            measure="日",
            expected=(5, 60),
            help="青海的文件按通知算20日；其他地方按现行省、市规定填，没有填的不提醒。",
        ),
        Field(
            key="online",
            label="全部文件进监督管理系统日期",
            kind="date",
            public=True,
            help="从这一天起，制定、审核、备案都在系统里办；还没有的不填。",
        ),
        Field(key="guide", label="一对一指导人", kind="person", required=True),
        Field(
            key="since",
            label="列入清单日期",
            kind="date",
            required=True,
            public=True,
            source=LEGALITY_REVIEW_OPINIONS.article("二（三）"),
        ),
        Field(key="until", label="移出清单日期", kind="date", public=True),
        Field(key="published", label="清单公布日期", kind="date", public=True),
        Field(key="address", label="清单公布网址", public=True),
    ),
    checks=(
        Check(
            field="internal_unit",
            says="部门的内设机构不得以自己的名义制发规范性文件，不能列入清单。",
            holds=lambda maker: not maker.get("internal_unit"),
            source=NOTICE_37.article("一（一）"),
        ),
        Check(
            field="until",
            says="移出清单日期不能早于列入日期。",
            holds=lambda maker: not maker.get("until") or maker["until"] >= maker["since"],
        ),
    ),
)
