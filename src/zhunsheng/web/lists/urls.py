"""Addresses of saved views, bulk steps, the calendar and the chart."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
