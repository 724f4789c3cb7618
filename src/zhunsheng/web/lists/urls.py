"""Addresses of saved views, bulk steps, the calendar and the chart."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.lists import calendar_page, chart, steps, view_pages

urlpatterns = [
    path("calendar/", calendar_page.calendar, name="calendar"),
    path("registers/<str:name>/calendar/", calendar_page.calendar, name="register_calendar"),
    path("registers/<str:name>/chart/", chart.chart, name="chart"),
    path("registers/<str:name>/columns/", view_pages.columns, name="columns"),
    path("registers/<str:name>/views/", view_pages.views, name="views"),
    path("registers/<str:name>/steps/", steps.steps, name="bulk_steps"),
]
