"""Addresses of plans: each part brings its own."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.planning import views

urlpatterns = [
    path("plans/", views.index, name="plans"),
]
