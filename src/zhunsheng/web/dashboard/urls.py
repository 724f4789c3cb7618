"""Addresses of the board."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.dashboard import views

urlpatterns = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/cards/", views.change, name="cards"),
]
