"""Addresses of one's work."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.work import views

urlpatterns = [
    path("", views.work, name="work"),
    path("work/<str:which>/", views.listed, name="work_list"),
]
