"""Addresses of reports: each part brings its own."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.reporting.pages import (
    acting,
    audit,
    draft,
    existing,
    existing_beside,
    files,
    finishing,
    listing,
    reading,
    versions,
    writing,
)

urlpatterns = [
    path("reports/", listing.index, name="reports"),
    path("reports/start/", listing.start, name="report_start"),
    path("reports/existing/", existing.index, name="existing_reports"),
    path("reports/existing/beside/", existing_beside.beside, name="existing_beside"),
    path("reports/existing/beside.xlsx", existing_beside.workbook, name="existing_beside_xlsx"),
    path("reports/existing/<slug:digest>/", existing.review, name="existing_report"),
    path("reports/existing/<slug:digest>/discard/", existing.discard, name="existing_discard"),
    path("reports/<int:pk>/", draft.report, name="report"),
    path("reports/<int:pk>/accept/", acting.accept, name="report_accept"),
    path("reports/<int:pk>/add/", writing.add, name="report_add"),
    path("reports/<int:pk>/audit/", audit.audit, name="report_audit"),
    path("reports/<int:pk>/audit/run/", audit.run, name="report_audit_run"),
    path("reports/<int:pk>/audit/<int:doubt>/explain/", audit.explain, name="report_audit_explain"),
    path("reports/<int:pk>/files/<str:name>", files.take, name="report_file"),
    path("reports/<int:pk>/final/", finishing.final, name="report_final"),
    path("reports/<int:pk>/read/", reading.read, name="report_read"),
    path("reports/<int:pk>/versions/", versions.compare, name="report_versions"),
    path("reports/<int:pk>/more/", acting.more, name="report_more"),
    path("reports/<int:pk>/paragraphs/<int:one>/", acting.act, name="report_act"),
    path("reports/<int:pk>/paragraphs/<int:one>/write/", writing.write, name="report_write"),
]
