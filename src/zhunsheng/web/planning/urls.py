"""Addresses of plans: each part brings its own."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.planning import board, inspection, units_page, views

urlpatterns = [
    path("plans/", views.index, name="plans"),
    path("plans/<int:pk>/", board.plan, name="plan"),
    path("plans/<int:pk>/board/", board.board, name="plan_board"),
    path("plans/<int:pk>/leader/", board.leader, name="plan_leader"),
    path("plans/<int:pk>/targets/", board.targets, name="plan_targets"),
    path("plans/<int:pk>/check/", inspection.check, name="plan_check"),
    path("plans/<int:pk>/scores/", inspection.scores, name="plan_scores"),
    path("plans/<int:pk>/checklist.<str:kind>", inspection.download, name="plan_checklist"),
    path("plans/units/<int:pk>/", units_page.owed, name="plan_unit"),
]
