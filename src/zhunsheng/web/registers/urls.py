"""Addresses of registers and their entries."""

from __future__ import annotations

from django.urls import path

from zhunsheng.web.registers import (
    as_of_page,
    attaching,
    bulk,
    entering,
    listing,
    matching,
    printing,
    record,
    returns,
    speaking,
    story,
    suggesting,
)

urlpatterns = [
    path("registers/", listing.index, name="registers"),
    path("registers/<str:name>/", listing.listing, name="list"),
    path("registers/<str:name>/new/", entering.new, name="new"),
    path("registers/<str:name>/import/", bulk.bring_in, name="import"),
    path("registers/<str:name>/import/<str:token>/errors/", bulk.wrong, name="import_errors"),
    path(
        "registers/<str:name>/import/<str:token>/columns/", matching.columns, name="import_columns"
    ),
    path("registers/<str:name>/template/", bulk.template, name="template"),
    path("registers/<str:name>/suggest/", suggesting.suggest, name="suggest"),
    path("returns/", returns.index, name="returns"),
    path("returns/<str:name>/", returns.one, name="return"),
    path("entries/<int:pk>/", record.record, name="record"),
    path("entries/<int:pk>/then/", as_of_page.record_then, name="record_then"),
    path("entries/<int:pk>/story/", story.story, name="story"),
    path("entries/<int:pk>/edit/", entering.edit, name="edit"),
    path("entries/<int:pk>/steps/<str:key>/", entering.step, name="step"),
    path("entries/<int:pk>/undo/", record.undo, name="undo"),
    path("entries/<int:pk>/files/<str:key>/add/", attaching.attach, name="attach"),
    path("entries/<int:pk>/files/<str:digest>/", attaching.fetch, name="fetch"),
    path("entries/<int:pk>/erase/", record.erase, name="erase"),
    path("entries/<int:pk>/clocks/<str:key>/", record.derivation, name="derivation"),
    path("entries/<int:pk>/print/", printing.sheet, name="print"),
    path("entries/<int:pk>/documents/<int:number>/", printing.document, name="document"),
    path("entries/<int:pk>/proof/", printing.proof, name="proof"),
    path("entries/<int:pk>/comments/", speaking.say, name="say"),
    path("entries/<int:pk>/comments/<int:comment>/withdraw/", speaking.unsay, name="unsay"),
]
