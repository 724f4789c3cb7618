"""Addresses of the ledger."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.ledger import views

urlpatterns = [
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/export/", views.export, name="ledger_export"),
    path("ledger/verifier/", views.verifier, name="ledger_verifier"),
]
