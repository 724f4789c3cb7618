"""Towards the public and the quality of cases: published cases, service points, reviews of files."""

from decimal import Decimal

from zhunsheng.domains.reconsideration.registers.shared import in_order
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

TYPICAL_CASES = Register(
    key="typical_cases",
    label="行政复议典型案例发布",
    shape="list",
    basis="每年发布1次行政复议典型案例的要求",
    says="哪一年应发布典型案例、什么时候到期、发布了没有；发布前须隐去个人信息。",
    title="name",
    happened="planned",
    face=("until", "released", "cases"),
    public=True,
    fields=(
        Field(
            key="name",
            label="发布批次",
            required=True,
            public=True,
            examples=("年度行政复议典型案例", "涉企行政复议典型案例"),
        ),
        Field(key="planned", label="列入计划日期", kind="date", required=True),
        Field(key="until", label="应发布日期", kind="date", required=True, public=True),
        Field(key="released", label="发布日期", kind="date", public=True),
        Field(
            key="cases",
            label="案例",
            kind="rows",
            columns=(
                Field(
                    key="case",
                    label="复议案件",
                    kind="reference",
                    refers_to="reconsideration.case",
                    required=True,
                ),
                Field(key="point", label="典型意义", required=True),
            ),
        ),
        Field(key="anonymised", label="已隐去个人信息", kind="boolean", examples=("是",)),
        Field(key="address", label="公开网址", public=True),
    ),
    due_dates=(DueDate(key="release", label="典型案例发布", until="until", ends="released"),),
    checks=(
        Check(
            field="anonymised",
            says="典型案例须隐去个人信息才能发布。",
            holds=lambda one: not one.get("released") or bool(one.get("anonymised")),
        ),
        Check(
            field="cases",
            says="发布的批次须列出案例。",
            holds=lambda one: not one.get("released") or bool(one.get("cases")),
        ),
    ),
)

SERVICE_POINT = Register(
    key="service_point",
    label="行政复议咨询点、服务点",
    shape="list",
    basis="基层咨询点、园区便民服务点的要求",
    says="基层咨询点和园区便民服务点：在哪里、怎样联系、由谁负责。",
    title="name",
    happened="opened",
    face=("kind", "place", "telephone"),
    public=True,
    fields=(
        Field(
            key="name",
            label="名称",
            required=True,
            public=True,
            examples=("某街道行政复议咨询点", "某园区行政复议服务点"),
        ),
        Field(
            key="kind",
            label="类别",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="local", label="基层咨询点"),
                Choice(key="park", label="园区便民服务点"),
            ),
        ),
        Field(key="place", label="地址", required=True, public=True, examples=("便民服务中心",)),
        Field(key="telephone", label="联系电话", public=True),
        Field(key="opened", label="启用日期", kind="date", required=True, public=True),
        Field(key="shut", label="停用日期", kind="date", public=True, examples=("",)),
    ),
)

POINT_SERVICE = Register(
    key="point_service",
    label="咨询点、服务点接待",
    shape="case",
    basis="基层咨询点、园区便民服务点的要求",
    says="咨询点、服务点接待的咨询和收到的申请；收到申请的，到日转送复议机构。",
    title="matter",
    happened="received",
    face=("received", "point", "forwarded"),
    fields=(
        Field(
            key="matter",
            label="事项",
            required=True,
            help="不写来访人的姓名。",
            examples=("咨询复议申请期限", "不服停业处罚", "咨询复议与诉讼的关系"),
        ),
        Field(
            key="point",
            label="咨询点、服务点",
            kind="reference",
            refers_to="reconsideration.service_point",
            required=True,
        ),
        Field(key="received", label="接待日期", kind="date", required=True),
        Field(
            key="forward_until",
            label="应转送日期",
            kind="date",
            help="收到申请的按本级规定填写。",
            examples=("",),
        ),
        Field(key="forwarded", label="转送日期", kind="date"),
        Field(key="case", label="复议案件", kind="reference", refers_to="reconsideration.case"),
        Field(key="answer", label="答复内容", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已接待"),
            State(key="answered", label="已答复咨询", final=True),
            State(key="forwarded", label="已转送申请", final=True),
        ),
        steps=(
            Step(
                key="answer",
                label="答复咨询",
                comes_from=("received",),
                leads_to="answered",
                requires=("answer",),
            ),
            Step(
                key="forward",
                label="转送申请",
                comes_from=("received",),
                leads_to="forwarded",
                requires=("forwarded",),
                asks=("case",),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="forwarding",
            label="申请转送",
            until="forward_until",
            ends="forwarded",
            when=lambda one: not one.get("answer"),
        ),
    ),
    checks=(
        Check(
            field="forwarded",
            says="转送日期不能早于接待日期。",
            holds=lambda one: in_order(one, "received", "forwarded"),
        ),
    ),
)


def _file_share(batch: Values) -> str | None:
    """Get how many of the closed cases a batch reviewed, in percent; None where none was closed."""
    reviewed, closed = len(batch.get("files") or ()), batch.get("closed_files")
    return str(round(Decimal(reviewed) * 100 / closed, 1)) if reviewed and closed else None


FILE_REVIEW = Register(
    key="file_review",
    label="行政复议案卷评查",
    shape="case",
    basis="常态化开展案卷评查的要求",
    says="每批评查的案卷、得分、发现的问题和整改到办结。",
    title="name",
    happened="begun",
    face=("begun", "file_share", "fixed"),
    fields=(
        Field(
            key="name",
            label="评查批次",
            required=True,
            examples=("上半年复议案卷评查", "下半年复议案卷评查"),
        ),
        Field(key="begun", label="开始日期", kind="date", required=True),
        Field(
            key="files",
            label="评查的案卷",
            kind="rows",
            columns=(
                Field(
                    key="case",
                    label="复议案件",
                    kind="reference",
                    refers_to="reconsideration.case",
                    required=True,
                ),
                Field(
                    key="score",
                    label="得分",
                    kind="decimal",
                    places=1,
                    required=True,
                    expected=(0, 100),
                ),
                Field(key="problem", label="问题"),
            ),
        ),
        Field(
            key="closed_files",
            label="评查期间办结的案件",
            kind="integer",
            measure="件",
            expected=(1, 300),
            examples=("24", "30"),
        ),
        Field(
            key="file_count",
            label="评查的案卷数",
            kind="integer",
            measure="件",
            computed=lambda batch: len(batch.get("files") or ()),
        ),
        Field(
            key="file_share",
            label="评查的案卷占办结案件",
            kind="decimal",
            places=1,
            measure="%",
            computed=_file_share,
        ),
        Field(key="scored", label="评定日期", kind="date"),
        Field(key="has_problems", label="有需要整改的问题", kind="boolean"),
        Field(key="fix_until", label="整改期限", kind="date"),
        Field(key="fixed", label="整改完成日期", kind="date"),
        Field(key="fixes", label="整改情况", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="reviewing", label="评查中"),
            State(key="fixing", label="整改中"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="score",
                label="评定",
                comes_from=("reviewing",),
                leads_to="fixing",
                requires=("files", "closed_files", "scored", "has_problems"),
                asks=("fix_until",),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("fixing",),
                leads_to="closed",
                by=("approver",),
                asks=("fixed", "fixes"),
                requires=("fixed",),
            ),
        ),
    ),
    due_dates=(DueDate(key="fixing", label="问题整改", until="fix_until", ends="fixed"),),
    checks=(
        Check(
            field="closed_files",
            says="评查的案卷多于期间办结的案件。",
            holds=lambda one: (
                one.get("closed_files") is None
                or len(one.get("files") or ()) <= one["closed_files"]
            ),
        ),
        Check(
            field="fix_until",
            says="有需要整改的问题，须写明整改期限。",
            holds=lambda one: not one.get("has_problems") or bool(one.get("fix_until")),
        ),
        Check(
            field="fixes",
            says="有问题的，办结前须写明怎样整改。",
            holds=lambda one: (
                not one.get("has_problems") or not one.get("fixed") or bool(one.get("fixes"))
            ),
        ),
    ),
)
