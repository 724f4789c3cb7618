"""The editions of lists as published: one for each list, unit and year, with numbers that add up."""

from zhunsheng.domains.powers.instruments import BUSINESS_ENVIRONMENT, PLAN_OF_HAIDONG
from zhunsheng.domains.powers.registers.kinds import EDITIONS, LEVELS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

PARTS = {
    "licence_count": "行政许可",
    "penalty_count": "行政处罚",
    "compulsion_count": "行政强制",
    "inspection_count": "行政检查",
    "other_count": "其他",
}
"""The kinds of item that an edition counts, by field."""


def _total(edition: Values) -> int | None:
    counted = [edition[key] for key in PARTS if edition.get(key) is not None]
    return sum(counted) if counted else None


def _difference(edition: Values) -> int | None:
    total, before = _total(edition), edition.get("previous.total")
    return None if total is None or before is None else total - before


EDITION = Register(
    key="edition",
    label="清单版本",
    shape="list",
    basis=str(BUSINESS_ENVIRONMENT.article("第四十条")),
    says="每份清单（目录）的每一版：哪个单位的、哪年的、各类多少项、应在哪天以前公布。",
    title="name",
    happened="adopted",
    face=("list_kind", "holder", "total"),
    public=True,
    fields=(
        Field(
            key="name",
            label="清单名称",
            required=True,
            public=True,
            examples=("县级部门权责清单", "行政许可事项清单", "行政执法事项目录"),
        ),
        Field(
            key="list_kind",
            label="清单种类",
            kind="choice",
            required=True,
            public=True,
            choices=EDITIONS,
        ),
        Field(key="holder", label="清单所属单位", kind="unit", required=True, public=True),
        Field(key="level", label="层级", kind="choice", required=True, public=True, choices=LEVELS),
        Field(
            key="edition_year",
            label="版本年份",
            kind="integer",
            required=True,
            public=True,
            expected=(2015, 2100),
            examples=("2025", "2026"),
        ),
        Field(
            key="previous",
            label="上一版",
            kind="reference",
            refers_to="powers.edition",
            brings=("total",),
        ),
        *(
            Field(
                key=key,
                label=f"{label}事项",
                kind="integer",
                measure="项",
                public=True,
                expected=(0, 5000),
            )
            for key, label in PARTS.items()
        ),
        Field(
            key="total",
            label="合计",
            kind="integer",
            measure="项",
            public=True,
            computed=_total,
        ),
        Field(
            key="stated_total",
            label="公布的总数",
            kind="integer",
            measure="项",
            public=True,
            help="清单或者报告里写的总数，应等于各类之和。",
        ),
        Field(
            key="difference",
            label="比上一版增减",
            kind="integer",
            measure="项",
            public=True,
            computed=_difference,
        ),
        Field(key="adopted", label="编制日期", kind="date", required=True, public=True),
        Field(
            key="publish_until",
            label="应公布日期",
            kind="date",
            help="例如年度要点写明的2024年底前。",
            source=PLAN_OF_HAIDONG.article("第16项"),
        ),
        Field(key="published", label="公布日期", kind="date", public=True),
        Field(key="address", label="公布网址", public=True),
        Field(key="superseded", label="停止使用日期", kind="date", public=True),
    ),
    due_dates=(
        DueDate(
            key="publication",
            label="清单公布",
            until="publish_until",
            ends="published",
            when=lambda edition: not edition.get("superseded"),
            source=PLAN_OF_HAIDONG.article("第16项"),
        ),
    ),
    checks=(
        Check(
            field="stated_total",
            says="公布的总数不等于各类事项之和。",
            holds=lambda edition: (
                edition.get("stated_total") is None
                or edition.get("total") is None
                or edition["stated_total"] == edition["total"]
            ),
        ),
    ),
)
