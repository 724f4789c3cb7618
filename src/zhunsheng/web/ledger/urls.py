"""Addresses of the ledger."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.ledger import downloads, views

urlpatterns = [
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/checkpoints/", views.checkpoints, name="checkpoints"),
    path("ledger/checkpoints/sign/", views.sign, name="sign_checkpoint"),
    path("ledger/checkpoints/compare/", views.compare, name="compare_checkpoint"),
    path("ledger/checkpoints/file/", downloads.checkpoint_file, name="checkpoint_file"),
    path("ledger/export/", downloads.export, name="ledger_export"),
    path("ledger/part/", downloads.part, name="ledger_part"),
    path("ledger/verifier/", downloads.verifier, name="ledger_verifier"),
    path("entries/<int:pk>/proof/", downloads.entry_proof, name="entry_proof"),
]
