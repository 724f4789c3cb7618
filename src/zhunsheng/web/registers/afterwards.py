"""What to say after something was saved: what happened, what is due next and when, what comes next."""

from __future__ import annotations

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.rendering.law_words import state_in_words
from zhunsheng.web import clock, language
from zhunsheng.web.language import listed
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry


def entered(entry: Entry, named: NamedRegister, *, others: int = 0) -> str:
    """Say that an entry was made, and so many alike for other units."""
    happened = _("已登记，编号%(number)s。") % {"number": entry.number}
    if others:
        happened += _("另为%(others)s个单位各登记一份。") % {"others": others}
    return happened + following(entry, named)


def changed(entry: Entry, named: NamedRegister) -> str:
    """Say that an entry was changed."""
    return _("已保存。") + following(entry, named)


def stepped(entry: Entry, named: NamedRegister, step: Step) -> str:
    """Say that a step was taken."""
    return _("已办理“%(step)s”。") % {"step": step.label} + following(entry, named)


def taken_back(entry: Entry, named: NamedRegister) -> str:
    """Say that a step was taken back."""
    return _("已撤回，恢复到办理之前。") + following(entry, named)


def following(entry: Entry, named: NamedRegister) -> str:
    """Say where an entry stands, what is due next, and which steps lead on."""
    procedure, said = named.register.procedure, ""
    if procedure is not None:
        said += _("现为“%(state)s”。") % {"state": procedure.state(entry.state).label}
        ahead = listed([step.label for step in procedure.steps_from(entry.state)])
        said += _("接下来：%(steps)s。") % {"steps": ahead} if ahead else ""
    clocks, today = named.domain.clocks_by_key(), clock.now().date()
    for status in outlook(named.register, clocks, entry.values, today, calendar_of()).statuses:
        if status.deadline is not None and status.deadline.last_day == entry.due:
            said += _("%(clock)s最后一日%(day)s，%(state)s。") % {
                "clock": status.run.clock.label,
                "day": entry.due,
                "state": language.said(state_in_words(status)),
            }
            break
    return said
