"""Addresses of draws by lot."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.draws import files, views

urlpatterns = [
    path("draws/", views.index, name="draws"),
    path("draws/draw_verifier.py", files.verifier_file, name="draw_verifier"),
    path("draws/plans/<int:pk>/", views.start, name="draw_start"),
    path("draws/<int:pk>/", views.one, name="draw"),
    path("draws/<int:pk>/draw.json", files.record_file, name="draw_record"),
    path("draws/<int:pk>/proof.jsonl", files.proof_file, name="draw_proof"),
    path("draws/<int:pk>/<slug:do>/", views.act, name="draw_act"),
]
