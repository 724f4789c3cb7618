"""The address of the search over all registers."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.search import page

urlpatterns = [path("search/", page.search_page, name="search")]
