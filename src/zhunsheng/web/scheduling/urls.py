"""Addresses of the scheduler."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.scheduling import views

urlpatterns = [path("administration/jobs/", views.runs, name="jobs")]
