"""Addresses of figures that disagree."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.indicators import validation_page

urlpatterns = [
    path("validation/", validation_page.index, name="validation"),
    path("validation/run/", validation_page.run, name="validation_run"),
    path("validation/<int:pk>/", validation_page.one, name="violation"),
]
