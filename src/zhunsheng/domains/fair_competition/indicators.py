"""
Fair competition → figures: reviews and exceptions, barriers found and removed, trading projects checked.

Rows of the mission: D07-01, D07-04, D07-06 and D07-07.
"""

from zhunsheng.domains.fair_competition.instruments import FAIR_COMPETITION_REGULATIONS
from zhunsheng.engine.indicators.conditions import by, not_by
from zhunsheng.engine.indicators.declarations import Count, Distinct, Share
from zhunsheng.engine.indicators.validation import Side, ValidationRule

article = FAIR_COMPETITION_REGULATIONS.article
_REVIEWS = "公平竞争审查"
_BARRIERS = "隐性壁垒清理"
_TRADING = "公共资源交易专项整治"
_CAMPAIGN = "清理隐性壁垒专项行动要求"
_CHECKS = "工程招投标、公共资源交易领域专项整治要求"

REVIEWS = (
    Count(
        key="reviews",
        label="公平竞争审查",
        register="review",
        on="concluded",
        said_as=("公平竞争审查", "开展公平竞争审查"),
        source=str(article("第十七条")),
        says="期内作出审查结论的政策措施。",
        group=_REVIEWS,
    ),
    Count(
        key="exceptions",
        label="适用例外规定的政策措施",
        register="review",
        on="concluded",
        counts=lambda review, _: review.conclusion == "exception",
        source=str(article("第十二条")),
        says="期内作出结论、适用例外规定的政策措施。",
        group=_REVIEWS,
    ),
    Count(
        key="complaints_open",
        label="没有办结的妨碍公平竞争举报",
        register="complaint",
        holds="by_end",
        counts=lambda one, period: not_by(one.handled, period) & not_by(one.transferred, period),
        source=str(article("第二十二条")),
        says="期末以前收到、没有办结也没有转送的举报和线索。",
        group=_REVIEWS,
        better="fewer",
    ),
)
"""公平竞争审查和举报。"""

BARRIERS = (
    Count(
        key="barriers_found",
        label="排查梳理隐性壁垒问题",
        register="barrier",
        said_as=("清理隐性壁垒专项行动排查梳理问题", "排查梳理隐性壁垒问题"),
        source=_CAMPAIGN,
        says="期内排查出的问题。",
        group=_BARRIERS,
        measure="个",
    ),
    Count(
        key="barriers_removed",
        label="完成整改隐性壁垒问题",
        register="barrier",
        counts=lambda barrier, period: by(barrier.rectified, period),
        said_as=("清理隐性壁垒专项行动完成整改问题", "完成整改隐性壁垒问题", "完成整改问题"),
        source=_CAMPAIGN,
        says="期内排查出的问题中，期末已完成整改的。",
        group=_BARRIERS,
        measure="个",
    ),
    Count(
        key="barriers_in_progress",
        label="推进整改隐性壁垒问题",
        register="barrier",
        counts=lambda barrier, period: not_by(barrier.rectified, period),
        said_as=("清理隐性壁垒专项行动推进整改问题", "推进整改隐性壁垒问题", "推进整改问题"),
        source=_CAMPAIGN,
        says="期内排查出的问题中，期末还在整改的。",
        group=_BARRIERS,
        measure="个",
    ),
)
"""隐性壁垒。"""

TRADING = (
    Distinct(
        key="units_covered",
        label="专项整治检查的预算单位",
        register="trading_check",
        each="responsible",
        said_as=("公共资源交易专项整治检查的预算单位", "检查辖区预算单位"),
        source=_CHECKS,
        says="期内有交易项目列入自查的预算单位；一个单位有几个项目也只算一个。",
        group=_TRADING,
        measure="家",
    ),
    Count(
        key="projects_checked",
        label="自查公共资源交易项目",
        register="trading_check",
        on="checked",
        said_as=("自查公共资源交易项目", "公共资源交易项目自查"),
        source=_CHECKS,
        says="期内自查的公共资源交易项目。",
        group=_TRADING,
        measure="个",
    ),
    Count(
        key="projects_with_findings",
        label="自查发现问题的项目",
        register="trading_check",
        on="checked",
        counts=lambda project, _: project.finding.notnull(),
        source=_CHECKS,
        says="期内自查、发现问题的项目。",
        group=_TRADING,
        measure="个",
    ),
    Share(
        key="findings_rectified",
        label="公共资源交易问题整改率",
        register="trading_check",
        on="checked",
        out_of=lambda project, _: project.finding.notnull(),
        counts=lambda project, period: by(project.rectified, period),
        said_as=("公共资源交易问题整改率",),
        source=_CHECKS,
        says="期内自查、发现问题的项目中，期末已整改的；没有整改的计入分母。",
        group=_TRADING,
        measure="个",
        better="more",
    ),
)
"""公共资源交易专项整治。"""

INDICATORS = (*REVIEWS, *BARRIERS, *TRADING)
"""All of them, in the order of the mission's rows."""

RULES = (
    ValidationRule(
        key="barriers",
        label="完成整改与推进整改之和＝排查梳理的问题",
        left=Side(adds=("barriers_removed", "barriers_in_progress")),
        operator="=",
        right=Side(adds=("barriers_found",)),
        source=_CAMPAIGN,
    ),
)
"""What must agree between them."""
