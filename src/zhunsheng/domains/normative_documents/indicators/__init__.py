"""
Entries of normative documents → figures, with the words by which plans and reports speak of them.

Documents made and filed, those reviewed and cleaned up, the yearly tables, and what must agree.
"""

from zhunsheng.domains.normative_documents.indicators import documents, filing_reviews, tables
from zhunsheng.engine.indicators.validation import Side, ValidationRule

INDICATORS = (
    *documents.DOCUMENTS,
    *filing_reviews.FILING_REVIEWS,
    *filing_reviews.CLEANUPS,
    *tables.CELLS,
)
"""All of them, the cells of the yearly tables last."""

TABLES = (tables.FILING, tables.MAKERS)
"""The yearly tables."""

RULES = (
    ValidationRule(
        key="filings_by_year",
        label="报备当期公布的与以前公布的之和＝报备件数",
        left=Side(adds=("filings_of_the_period", "filings_carried_over")),
        operator="=",
        right=Side(adds=("filings",)),
        source="跨年度报备的分开统计",
    ),
    ValidationRule(
        key="cleanup_totals",
        label="继续有效、修改废止、宣布失效之和＝清理件数",
        left=Side(adds=("kept", "amended_or_repealed", "lapsed")),
        operator="=",
        right=Side(adds=("cleaned_up",)),
        source="清理范围内每件文件都有一个结果",
    ),
    ValidationRule(
        key="corrections",
        label="各种纠正方式之和＝已纠正件数",
        left=Side(adds=("corrected_amended", "corrected_repealed", "corrected_annulled")),
        operator="=",
        right=Side(adds=("corrected",)),
        source="有错必纠的要求",
    ),
    ValidationRule(
        key="makers",
        label="各类制定主体公布的文件之和＝公布件数",
        left=Side(adds=("made_government", "made_department", "made_town", "made_authorized")),
        operator="=",
        right=Side(adds=("made",)),
        source="文件都由清单内的主体制定",
    ),
)
"""What must agree between the figures of a year."""
