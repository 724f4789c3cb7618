"""Addresses of the site."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from zhunsheng.web.ledger import views as ledger
from zhunsheng.web.registers import bulk, work
from zhunsheng.web.registers import views as registers

urlpatterns = [
    path("", work.work, name="work"),
    path(
        "login/",
        LoginView.as_view(template_name="login.html", redirect_authenticated_user=True),
        name="login",
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("registers/", registers.index, name="registers"),
    path("registers/<str:name>/", registers.listing, name="list"),
    path("registers/<str:name>/new/", registers.new, name="new"),
    path("registers/<str:name>/import/", bulk.bring_in, name="import"),
    path("registers/<str:name>/template/", bulk.template, name="template"),
    path("entries/<int:pk>/", registers.record, name="record"),
    path("entries/<int:pk>/edit/", registers.edit, name="edit"),
    path("entries/<int:pk>/steps/<str:key>/", registers.step, name="step"),
    path("entries/<int:pk>/files/<str:key>/add/", registers.attach, name="attach"),
    path("entries/<int:pk>/files/<str:digest>/", registers.fetch, name="fetch"),
    path("entries/<int:pk>/erase/", registers.erase, name="erase"),
    path("entries/<int:pk>/clocks/<str:key>/", registers.derivation, name="derivation"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/export/", ledger.export, name="ledger_export"),
    path("ledger/verifier/", ledger.verifier, name="ledger_verifier"),
]
