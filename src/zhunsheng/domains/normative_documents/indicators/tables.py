"""The yearly tables of normative documents: filing and review, and the documents of each kind of maker."""

from typing import Any

from zhunsheng.domains.normative_documents.indicators.documents import BY_MAKER
from zhunsheng.domains.normative_documents.instruments import NOTICE_37
from zhunsheng.domains.normative_documents.registers.makers import KINDS
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

_BASIS = f"{NOTICE_37.article('')}；有件必备、有备必审、有错必纠的要求"


def _made_by(kind: str) -> Any:
    return lambda document, _: document.maker_kind == kind


_PARTS = tuple(
    Part(heading=Heading(key=kind.key, label=kind.label), holds=_made_by(kind.key))
    for kind in KINDS
)
_ALL = Heading(key="all", label="合计")

CELLS = narrowed_to_each(BY_MAKER.values(), _PARTS)
"""The indicators of each kind of maker."""

_OURS, _REVIEWED, _CORRECTED = "有件必备", "有备必审", "有错必纠"
FILING = StatisticsTable(
    key="filing",
    label="规范性文件备案审查年度统计",
    basis=_BASIS,
    says="上半是本机关制定、向上报备的文件，下半是本机关收到、审查的报备文件。",
    rows=(
        Heading(key="made", label="公布的文件", group=_OURS),
        Heading(key="filed", label="报送备案", group=_OURS),
        Heading(key="carried_over", label="其中：期初以前公布的", group=_OURS),
        Heading(key="filed_on_time", label="按期报送", group=_OURS),
        Heading(key="received", label="收到报备", group=_REVIEWED),
        Heading(key="reviewed", label="审查完毕", group=_REVIEWED),
        Heading(key="reviewed_on_time", label="按期审查", group=_REVIEWED),
        Heading(key="problems", label="发现问题", group=_CORRECTED),
        Heading(key="corrected", label="已纠正", group=_CORRECTED),
        Heading(key="amended", label="其中：制定单位修改", group=_CORRECTED),
        Heading(key="repealed", label="其中：制定单位废止", group=_CORRECTED),
        Heading(key="annulled", label="其中：备案机关撤销", group=_CORRECTED),
    ),
    columns=(Heading(key="number", label="件数"), Heading(key="rate", label="比率")),
    cells={
        ("made", "number"): "made",
        ("filed", "number"): "filings",
        ("filed", "rate"): "filed",
        ("carried_over", "number"): "filings_carried_over",
        ("filed_on_time", "rate"): "filed_on_time",
        ("received", "number"): "received",
        ("reviewed", "number"): "reviewed",
        ("reviewed", "rate"): "reviewed_of_received",
        ("reviewed_on_time", "rate"): "reviewed_on_time",
        ("problems", "number"): "problems",
        ("problems", "rate"): "problem_rate",
        ("corrected", "number"): "corrected",
        ("corrected", "rate"): "corrected_of_problems",
        ("amended", "number"): "corrected_amended",
        ("repealed", "number"): "corrected_repealed",
        ("annulled", "number"): "corrected_annulled",
    },
)
MAKERS = StatisticsTable(
    key="makers",
    label="行政规范性文件制定和报备情况",
    basis=_BASIS,
    says="按制定主体的种类列出：公布、报备、终止和有效的件数，报备率和按期报备率。",
    rows=(*(part.heading for part in _PARTS), _ALL),
    columns=(
        Heading(key="made", label="公布（件）"),
        Heading(key="filings", label="报备（件）", group="报送备案"),
        Heading(key="carried_over", label="其中以前公布（件）", group="报送备案"),
        Heading(key="filed", label="报备率", group="报送备案"),
        Heading(key="on_time", label="按期报备率", group="报送备案"),
        Heading(key="ended", label="终止（件）"),
        Heading(key="in_force", label="期末有效（件）"),
    ),
    cells=laid_out(BY_MAKER, _PARTS, _ALL),
)
