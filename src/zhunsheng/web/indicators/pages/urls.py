"""Addresses of figures: the list, one indicator, what is behind it, files, official tables."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.indicators.pages import behind, files, listing, official, one

urlpatterns = [
    path("indicators/", listing.index, name="indicators"),
    path("indicators/<str:name>/", one.indicator, name="indicator"),
    path("indicators/<str:name>/entries/", behind.entries, name="indicator_entries"),
    path("indicators/<str:name>/download/<str:kind>/", files.download, name="indicator_download"),
    path("statistics/<str:name>/", official.statistics, name="statistics"),
]
