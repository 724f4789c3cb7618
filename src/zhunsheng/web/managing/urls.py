"""Addresses of managing governments, units, people and roles."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.managing import absence, bulk, governments, hub, logins, people, units

urlpatterns = [
    path("manage/", hub.manage, name="manage"),
    path("manage/governments/", governments.organizations, name="organizations"),
    path("manage/governments/<int:pk>/", governments.government, name="government"),
    path("manage/governments/<int:pk>/<slug:do>/", governments.change, name="government_change"),
    path("manage/units/<int:pk>/", units.unit, name="unit"),
    path("manage/units/<int:pk>/<slug:do>/", units.change, name="unit_change"),
    path("manage/people/", people.people, name="people"),
    path("manage/people/new/", people.new_person, name="new_person"),
    path("manage/people/<int:pk>/", people.person, name="person"),
    path("manage/people/<int:pk>/<slug:do>/", people.change, name="person_change"),
    path("manage/absence/", absence.absence, name="absence"),
    path("manage/absence/<int:pk>/recall/", absence.recall, name="recall"),
    path("manage/import/", bulk.bring_in, name="bring_in"),
    path("manage/import/template/", bulk.template, name="bring_in_template"),
    path("manage/logins/", logins.logins, name="logins"),
]
