"""The plain model in Django's own administration pages."""

from __future__ import annotations

from django.contrib import admin

from benchmarks.plain.models import PlainRequest


@admin.register(PlainRequest)
class PlainRequestAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("number", "subject", "received", "state", "due", "late")
    list_filter = ("state", "late")
    search_fields = ("number", "subject")
    list_per_page = 50
    ordering = ("-received", "-id")
