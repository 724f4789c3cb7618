"""The registers of 法治政府建设年度报告."""

from zhunsheng.domains.annual_report.registers.doubts import DOUBT
from zhunsheng.domains.annual_report.registers.paragraphs import PARAGRAPH
from zhunsheng.domains.annual_report.registers.past_figures import PAST_FIGURE
from zhunsheng.domains.annual_report.registers.report import REPORT
from zhunsheng.domains.annual_report.registers.shortcomings import SHORTCOMING

__all__ = ["DOUBT", "PARAGRAPH", "PAST_FIGURE", "REPORT", "SHORTCOMING"]
