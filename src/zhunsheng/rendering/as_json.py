"""What was read and found, as plain values that JSON can hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from zhunsheng.engine.auditing.model import Audit, Conflict, Coverage, Finding, Relation, Sum
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Figure, Heading, Reading, ResponsibleUnit, Target, Task

Answer = dict[str, Any]


def answer_of(reading: Reading, audit: Audit) -> Answer:
    """
    Get all that one document says and what the audit finds.

    Every item has `quote`, `start` and `end`: its words, and offsets into the text as it was opened.
    """
    return {
        "kind": reading.kind,
        "meta": _plain(asdict(reading.meta)),
        "outline": [_heading(heading) for heading in reading.outline],
        "points": [_heading(point) for point in reading.points],
        "tasks": [_task(task) for task in reading.tasks],
        "targets": [_target(target) for target in reading.targets],
        "deadlines": [
            _at(d.place) | {"date": _plain(d.date), "every": d.every, "task": d.task}
            for d in reading.deadlines
        ],
        "instruments": list(dict.fromkeys(i.title for i in reading.instruments)),
        "instrument_places": [_at(i.place) | {"title": i.title} for i in reading.instruments],
        "document_numbers": [
            _at(n.place)
            | {"agency": n.agency, "year": n.year, "serial": n.serial, "regular": n.regular}
            for n in reading.document_numbers
        ],
        "figures": [_figure(figure) for figure in reading.figures],
        "relations": [_relation(relation) for relation in audit.relations],
        "findings": [_finding(finding) for finding in audit.findings],
        "warnings": [_said(warning) for warning in reading.flow.document.warnings],
    }


def counts_of(coverage: tuple[Coverage, ...]) -> dict[str, int]:
    """Get how many targets are met, missed, not reported and unclear."""
    counted = Counter(covered.state for covered in coverage)
    return {state: counted[state] for state in ("met", "missed", "unreported", "unclear")}


def coverage_of(coverage: tuple[Coverage, ...]) -> list[Answer]:
    """Get each target of a plan with what the report says of it."""
    return [
        {
            "state": covered.state,
            "target": _target(covered.target),
            "figure": _figure(covered.figure) if covered.figure else None,
            "why": _said(covered.why),
        }
        for covered in coverage
    ]


def _plain(value: object) -> Any:
    """Get a value as JSON has it: whole numbers whole, dates as text, nothing for no unit."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def _at(place: Place) -> Answer:
    return {"quote": place.quote, "start": place.start, "end": place.end}


def _said(message: Message) -> Answer:
    return {"zh": message.zh, "en": message.en}


def _heading(heading: Heading) -> Answer:
    return {
        "no": heading.number,
        "title": heading.title,
        "path": heading.path,
        "children": [_heading(child) for child in heading.children],
        "start": heading.place.start,
        "end": heading.place.end,
    }


def _unit(unit: ResponsibleUnit) -> Answer:
    return _at(unit.place) | {
        "name": unit.name,
        "office": unit.office,
        "role": unit.role,
        "collective": unit.collective,
    }


def _task(task: Task) -> Answer:
    return _at(task.place) | {
        "path": task.path,
        "title": task.title,
        "lead_units": [unit.name for unit in task.units],
        "units": [_unit(unit) for unit in task.units],
        "default_units": [unit.name for unit in task.defaults],
        "default_units_apply": bool(task.defaults),
    }


def _target(target: Target) -> Answer:
    condition = target.condition
    return _at(target.place) | {
        "task": target.task,
        "indicator": target.indicator,
        "op": target.comparator,
        "value": _plain(target.value),
        "unit": target.unit or None,
        "period": target.period,
        "period_stated": target.stated_period,
        "scope": target.scope or None,
        "explicit": target.explicit,
        "reference": target.reference,
        "condition": condition
        and _at(condition.place)
        | {
            "field": condition.field,
            "op": condition.comparator,
            "value": _plain(condition.value),
            "unit": condition.unit or None,
        },
    }


def _figure(figure: Figure) -> Answer:
    return _at(figure.place) | {
        "subject": figure.subject,
        "value": _plain(figure.value),
        "unit": figure.unit or None,
        "approx": figure.approx,
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "change": figure.change,
    }


def _amount(figure: Figure | None) -> Answer | None:
    return _at(figure.place) | {"value": _plain(figure.value)} if figure else None


def _relation(relation: Relation) -> Answer:
    if isinstance(relation, Sum):
        return {
            "kind": "sum",
            "total": _amount(relation.total),
            "parts": [_amount(part) for part in relation.parts],
            "holds": relation.holds,
            "difference": _plain(relation.difference),
            "complete": relation.complete,
        }
    if isinstance(relation, Conflict):
        return {
            "kind": "conflict",
            "a": _amount(relation.first),
            "b": _amount(relation.second),
            "why": _said(relation.why),
        }
    return {
        "kind": "growth" if relation.growth else "rate",
        "rate": _amount(relation.rate),
        "numerator": _amount(relation.numerator),
        "denominator": _amount(relation.denominator),
        "holds": relation.holds,
        "computed": None if relation.computed is None else float(round(relation.computed, 4)),
        "truncated": relation.match == "truncated",
    }


def _finding(finding: Finding) -> Answer:
    return {
        "severity": finding.severity,
        "kind": finding.kind,
        "says": _said(finding.says),
        "arithmetic": finding.arithmetic,
        "suggestion": _said(finding.suggestion),
        "places": [_at(place) for place in finding.places],
    }
