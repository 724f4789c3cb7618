"""Addresses of the law map."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.law_map import views

urlpatterns = [
    path("law-map/", views.index, name="law_map"),
    path("law-map/units/<int:pk>/", views.of_unit, name="law_map_unit"),
    path("law-map/<str:name>/", views.procedure, name="law_map_procedure"),
    path("law-map/<str:name>/chart.svg", views.picture, name="law_map_picture"),
]
