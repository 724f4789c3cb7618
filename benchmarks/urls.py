"""The site's own addresses, and those of Django's administration pages."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("plain/", admin.site.urls), path("", include("zhunsheng.web.urls"))]
