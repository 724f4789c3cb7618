"""Addresses of the site's calendar."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.holidays import views

urlpatterns = [path("administration/calendar/", views.notices, name="holidays")]
