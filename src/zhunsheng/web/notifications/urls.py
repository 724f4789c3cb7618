"""Addresses of notifications."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.notifications import views

urlpatterns = [
    path("notifications/", views.notifications, name="notifications"),
    path("notifications/read/", views.read_all, name="notifications_read"),
    path("notifications/ways/", views.prefer, name="notifications_ways"),
    path("notifications/<int:pk>/", views.open_one, name="notification"),
]
