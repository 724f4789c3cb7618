"""Documents that were filed with us and reviewed, and those that were cleaned up."""

from typing import Any

from zhunsheng.domains.normative_documents.instruments import NOTICE_37
from zhunsheng.engine.indicators.conditions import by, in_time
from zhunsheng.engine.indicators.declarations import Count, Share, Total

_REVIEW = "规范性文件备案审查"
_CLEANUP = "规范性文件清理"
_NOTICE = str(NOTICE_37.article(""))
_THREE = "有件必备、有备必审、有错必纠的要求"


def _problem(review: Any, _: Any) -> Any:
    return review.result == "problem"


def _corrected_by(key: str, label: str) -> Count:
    return Count(
        key=f"corrected_{key}",
        label=f"备案审查纠正（{label}）",
        register="filing_review",
        on="corrected",
        counts=lambda review, _: review.correction == key,
        source=_THREE,
        says=f"期内纠正、方式为“{label}”的文件。",
        group=_REVIEW,
    )


FILING_REVIEWS = (
    Count(
        key="received",
        label="收到报备的规范性文件",
        register="filing_review",
        said_as=("收到报备规范性文件", "备案登记规范性文件"),
        source=_THREE,
        says="期内收到的报备文件。",
        group=_REVIEW,
    ),
    Count(
        key="reviewed",
        label="备案审查规范性文件",
        register="filing_review",
        on="reviewed",
        said_as=("备案审查规范性文件", "审查备案规范性文件"),
        source=_THREE,
        says="期内审查完毕的报备文件，不论何时收到。",
        group=_REVIEW,
    ),
    Share(
        key="reviewed_of_received",
        label="备案规范性文件审查率",
        register="filing_review",
        counts=lambda review, period: by(review.reviewed, period),
        said_as=(
            "备案规范性文件审查率",
            "备案的行政规范性文件审查率",
            "备案审查率",
            "有备必审",
        ),
        source=_THREE,
        says="期内收到的报备文件中，期末已审查完毕的；没有审查的计入分母。",
        group=_REVIEW,
        better="more",
    ),
    Share(
        key="reviewed_on_time",
        label="备案审查按期完成率",
        register="filing_review",
        on="review_until",
        counts=lambda review, _: in_time(review.reviewed, review.review_until),
        said_as=("备案审查按期完成率",),
        source=_NOTICE,
        says="审查期限最后一日在期内的报备文件中，按期审查完毕的；没有审查的计入分母。",
        group=_REVIEW,
        better="more",
    ),
    Count(
        key="problems",
        label="备案审查发现问题的文件",
        register="filing_review",
        on="reviewed",
        counts=_problem,
        said_as=("备案审查发现问题",),
        source=_THREE,
        says="期内审查完毕、发现问题须纠正的文件。",
        group=_REVIEW,
    ),
    Share(
        key="problem_rate",
        label="规范性文件事后发现有错率",
        register="filing_review",
        on="reviewed",
        counts=_problem,
        said_as=("规范性文件差错率", "备案审查问题率"),
        source="全面提高合法性审核质量的要求",
        says="期内审查完毕的报备文件中，发现问题须纠正的。",
        group=_REVIEW,
        better="fewer",
    ),
    Share(
        key="corrected_of_problems",
        label="备案审查发现问题纠正率",
        register="filing_review",
        on="reviewed",
        out_of=_problem,
        counts=lambda review, period: by(review.corrected, period),
        said_as=("备案审查发现问题纠正率", "备案审查纠错率", "有错必纠"),
        source=_THREE,
        says="期内审查完毕、发现问题的文件中，期末已纠正的；没有纠正的计入分母。",
        group=_REVIEW,
        better="more",
    ),
    _corrected_by("amended", "制定单位修改"),
    _corrected_by("repealed", "制定单位废止"),
    _corrected_by("annulled", "备案机关撤销"),
    Count(
        key="corrected",
        label="备案审查已纠正的文件",
        register="filing_review",
        on="corrected",
        said_as=("备案审查纠正文件",),
        source=_THREE,
        says="期内纠正的文件，不论何时发现。",
        group=_REVIEW,
    ),
)
"""备案审查。"""


def _cleaned_up(key: str, label: str, of: Any, words: tuple[str, ...]) -> Total:
    return Total(
        key=key,
        label=f"清理后{label}的规范性文件",
        register="cleanup",
        on="decided",
        of=of,
        said_as=words,
        source=_NOTICE,
        says=f"期内确定结果的清理，{label}的件数之和。",
        group=_CLEANUP,
    )


CLEANUPS = (
    _cleaned_up("cleaned_up", "定了结果", "in_scope", ("清理行政规范性文件", "清理规范性文件")),
    _cleaned_up(
        "kept",
        "继续有效",
        "kept_count",
        ("专项清理后继续有效的行政规范性文件", "继续有效规范性文件"),
    ),
    _cleaned_up(
        "amended_or_repealed",
        "修改、废止",
        lambda batch, _: batch.amended_count + batch.repealed_count,
        (
            "专项清理废止、修改的行政规范性文件",
            "废止、修改规范性文件",
            "修改、废止规范性文件",
        ),
    ),
    _cleaned_up("lapsed", "宣布失效", "lapsed_count", ("宣布失效规范性文件",)),
)
"""清理。"""
