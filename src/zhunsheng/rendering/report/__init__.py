"""A report as an official document: DOCX, PDF and a page that stands alone, each figure traced to its source."""

from zhunsheng.rendering.report.page import as_html
from zhunsheng.rendering.report.pdf import as_pdf
from zhunsheng.rendering.report.word import as_docx

__all__ = ["as_docx", "as_html", "as_pdf"]
