"""Addresses of existing reports and of audits, beside those of reports."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.reporting.pages import audit, existing, existing_beside

urlpatterns = [
    path("reports/existing/", existing.index, name="existing_reports"),
    path("reports/existing/side-by-side/", existing_beside.beside, name="existing_beside"),
    path(
        "reports/existing/side-by-side.xlsx", existing_beside.workbook, name="existing_beside_xlsx"
    ),
    path("reports/existing/<str:digest>/", existing.review, name="existing_report"),
    path("reports/existing/<str:digest>/discard/", existing.discard, name="existing_discard"),
    path("reports/<int:pk>/audit/", audit.audit, name="report_audit"),
    path("reports/<int:pk>/audit/run/", audit.run, name="report_audit_run"),
    path("reports/<int:pk>/audit/<int:doubt>/explain/", audit.explain, name="report_audit_explain"),
]
