"""Figures of reports that were written elsewhere: of earlier years, and of other governments."""

from zhunsheng.domains.annual_report.registers.shared import BASIS, COORDINATOR
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register

_LEFT_EMPTY = ("",)

PAST_FIGURE = Register(
    key="past_figure",
    label="往年和外地报告的数字",
    shape="list",
    basis=BASIS,
    says="从已经公开的报告里读出来的数字：哪一年、哪个政府、哪个指标；本系统启用前的上年数由此而来。",
    title="label",
    happened="kept",
    face=("year", "region", "printed"),
    entered_by=COORDINATOR,
    fields=(
        Field(
            key="year",
            label="年度",
            kind="integer",
            required=True,
            public=True,
            expected=(2000, 2100),
            examples=("2024",),
        ),
        Field(key="region", label="政府", required=True, public=True, examples=("某县",)),
        Field(
            key="indicator",
            label="指标",
            public=True,
            help="指标的名称，例如reconsideration.accepted；没有对应指标的空着。",
            examples=_LEFT_EMPTY,
        ),
        Field(key="label", label="数字的名称", required=True, public=True, examples=("受理件数",)),
        Field(key="printed", label="原文写的数", required=True, public=True, examples=("52件",)),
        Field(
            key="value",
            label="数值",
            kind="decimal",
            places=4,
            public=True,
            help="万、亿换算成个；金额按原文的单位。",
        ),
        Field(key="numerator", label="分子", kind="decimal", places=4, public=True),
        Field(key="denominator", label="分母", kind="decimal", places=4, public=True),
        Field(key="measure", label="计量单位", public=True, examples=("件",)),
        Field(key="quote", label="原句", kind="long_text", examples=("全年受理52件。",)),
        Field(
            key="source_title",
            label="出处",
            public=True,
            examples=("关于2024年法治政府建设情况的报告",),
        ),
        Field(key="source_digest", label="文件摘要值", help="由系统填写。", examples=_LEFT_EMPTY),
        Field(key="position", label="在原文的位置", kind="integer", help="第几个字开始。"),
        Field(key="kept", label="登记日期", kind="date", required=True),
    ),
)
