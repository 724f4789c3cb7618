"""Addresses of plans: each part brings its own."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.planning import board, inspection, units_page, views
from zhunsheng.web.planning.pages import (
    deciding,
    editing,
    finishing,
    relating,
    reviewing,
    uploading,
)

urlpatterns = [
    path("plans/", views.index, name="plans"),
    path("plans/new/", uploading.upload, name="plan_new"),
    path("plans/drafts/<int:pk>/", reviewing.review, name="plan_draft"),
    path("plans/drafts/<int:pk>/names/", deciding.names, name="plan_draft_names"),
    path("plans/drafts/<int:pk>/left/", deciding.left, name="plan_draft_left"),
    path("plans/drafts/<int:pk>/assign/", deciding.assign, name="plan_draft_assign"),
    path("plans/drafts/<int:pk>/discard/", deciding.discard, name="plan_draft_discard"),
    path("plans/drafts/<int:pk>/facts/", editing.facts, name="plan_draft_facts"),
    path("plans/drafts/<int:pk>/tasks/new/", editing.new_task, name="plan_draft_new_task"),
    path("plans/drafts/<int:pk>/tasks/<slug:key>/", editing.task, name="plan_draft_task"),
    path("plans/drafts/<int:pk>/targets/<slug:key>/", editing.target, name="plan_draft_target"),
    path("plans/drafts/<int:pk>/relate/", relating.relate, name="plan_draft_relate"),
    path("plans/drafts/<int:pk>/confirm/", finishing.finish, name="plan_draft_confirm"),
    path("plans/<int:pk>/", board.plan, name="plan"),
    path("plans/<int:pk>/board/", board.board, name="plan_board"),
    path("plans/<int:pk>/leader/", board.leader, name="plan_leader"),
    path("plans/<int:pk>/targets/", board.targets, name="plan_targets"),
    path("plans/<int:pk>/check/", inspection.check, name="plan_check"),
    path("plans/<int:pk>/scores/", inspection.scores, name="plan_scores"),
    path("plans/<int:pk>/checklist.<str:kind>", inspection.download, name="plan_checklist"),
    path("plans/units/<int:pk>/", units_page.owed, name="plan_unit"),
]
