"""People are told of last days, of what is handed to them, and of what comes back; once, as they wish."""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from tests.web.conftest import AT, REQUEST
from tests.web.test_pages import created, text
from tests.web.test_work import drafted
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.web.notifications import mails
from zhunsheng.web.notifications.mails import digests, send_waiting
from zhunsheng.web.notifications.models import Mail, Notification, Preference
from zhunsheng.web.notifications.reminders import remind
from zhunsheng.web.notifications.telling import tell
from zhunsheng.web.registers import actions

SAYS = Message("有人提到您。", "Somebody mentions you.")


def told(user) -> list[tuple[str, str]]:
    return list(
        Notification.objects.filter(recipient=user).order_by("pk").values_list("kind", "text")
    )


@pytest.fixture
def by_mail(settings):
    """A site that sends mail, into a box that tests can open."""
    settings.EMAIL_HOST = "mail.invalid"
    settings.SITE_URL = "https://site.invalid"


def reachable(user, **ways: str) -> None:
    user.email = f"{user.pk}@mail.invalid"
    user.save()
    for kind, way in ways.items():
        Preference.objects.create(user=user, kind=kind, way=way)


def test_a_last_day_is_told_at_five_two_and_no_working_days_and_once_past(world, reporter):
    created(world, reporter)  # its last day is Thursday, 26 March 2026
    for day, expected in (
        ("03-18", 0),
        ("03-19", 1),
        ("03-20", 0),
        ("03-24", 1),
        ("03-25", 0),
        ("03-26", 1),
        ("03-27", 1),
        ("03-28", 0),
        ("04-20", 0),
    ):
        at = AT.replace(month=int(day[:2]), day=int(day[3:]))
        assert (day, remind(at)) == (day, expected)
    assert told(reporter) == [
        ("due", "依申请公开答复期限还有5个工作日，最后一日2026-03-26。"),
        ("due", "依申请公开答复期限还有2个工作日，最后一日2026-03-26。"),
        ("due", "今天是依申请公开答复期限的最后一日。"),
        ("overdue", "依申请公开答复期限已于2026-03-26届满，还没有办结。"),
    ]


def test_a_day_that_an_entry_names_itself_is_told_like_a_clock(world, desk, reporter):
    case = {"domain": "reconsideration", "register": "finding", "name": "", "way": []}
    alone = {"penalty_case": None, "case": None, "lawsuit": None, "act": "other"}
    desk.follow(case | {"entry": alone | {"until": "2026-03-26"}})
    for day, expected in ((18, 0), (19, 1), (20, 0), (24, 1), (26, 1), (27, 2), (28, 0)):
        assert (day, remind(AT.replace(day=day))) == (day, expected)
    assert told(reporter) == [
        ("due", "问题整改还有5个工作日，最后一日2026-03-26。"),
        ("due", "问题整改还有2个工作日，最后一日2026-03-26。"),
        ("due", "今天是问题整改的最后一日。"),
        ("overdue", "问题整改已于2026-03-26届满，还没有办结。"),
    ]


def test_a_reminder_missed_while_nothing_ran_is_given_later_with_the_days_that_are_left(
    world, reporter
):
    created(world, reporter)
    remind(AT.replace(day=20))
    assert told(reporter) == [("due", "依申请公开答复期限还有4个工作日，最后一日2026-03-26。")]


def test_what_was_overdue_long_ago_is_no_news(world, reporter):
    created(world, reporter, received="2025-11-05")
    assert remind(AT) == 0


def test_only_those_of_the_unit_are_reminded(world, reporter):
    created(world, reporter)
    others = [
        world.person("外单位", world.office, "reporter"),
        world.person("外县", world.other_bureau, "reporter"),
        world.person("领导", world.bureau, "leader"),
    ]
    remind(AT.replace(day=26))
    assert [told(user) for user in others] == [[], [], []]


def test_reminding_makes_no_more_queries_for_more_entries(
    world, reporter, django_assert_max_num_queries
):
    for number in range(40):
        created(world, reporter, subject=f"事项{number}")
    with django_assert_max_num_queries(12):
        assert remind(AT.replace(day=26)) == 40


def test_a_step_tells_those_whose_step_comes_next_and_not_those_who_may_not(
    world, reporter, approver
):
    stranger = world.person("外单位审核员", world.office, "approver")
    drafted(world, reporter)
    assert ("waiting", "等您办理“审批并答复”。") in told(approver)
    assert told(reporter) == []
    assert told(stranger) == []


def test_what_is_sent_back_is_told_to_who_prepared_it(world, reporter, approver):
    other = world.person("另一填报员", world.bureau, "reporter")
    entry = drafted(world, reporter)
    actions.take_step(world.actor(approver), entry.pk, entry.version, "send_back", {}, AT)
    assert told(reporter) == [("returned", "已办“退回修改”，退回您处，请核对后再办。")]
    assert told(other) == []


def test_what_waited_is_read_once_somebody_took_the_step(world, reporter, approver):
    other = world.person("另一审核员", world.bureau, "approver")
    entry = drafted(world, reporter)
    assert Notification.objects.filter(recipient=other, read=None).count() == 1
    entry = actions.take_step(
        world.actor(approver), entry.pk, entry.version, "reply", {"replied": "2026-03-02"}, AT
    )
    assert Notification.objects.filter(recipient=other, read=None).count() == 0
    assert ("waiting", "等您办理“归档”。") in told(reporter)


def test_a_step_that_is_refused_tells_nobody(world, reporter, approver):
    entry = created(world, reporter)
    with pytest.raises(Exception, match="没有这一环节"):
        actions.take_step(world.actor(approver), entry.pk, entry.version, "reply", {}, AT)
    assert not Notification.objects.exists()


def test_a_mail_that_was_to_tell_of_what_did_not_happen_is_not_sent(world, reporter, by_mail):
    reachable(reporter, mentioned="mail")
    entry = created(world, reporter)
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
        assert tell([reporter], "mentioned", SAYS, AT, entry=entry) == 1
        raise ZeroDivisionError
    assert not Mail.objects.exists()
    assert not Notification.objects.exists()


def test_people_are_told_as_they_wish(world, by_mail):
    users = {
        way: world.person(way, world.bureau, "reporter")
        for way in ("page", "mail", "digest", "none")
    }
    for way, user in users.items():
        reachable(user, mentioned=way)
    assert tell(users.values(), "mentioned", SAYS, AT) == 3
    assert told(users["none"]) == []
    assert [one.recipient for one in Mail.objects.all()] == [users["mail"]]
    assert digests(AT) == 1
    assert digests(AT) == 0
    assert Mail.objects.order_by("pk").last().recipient == users["digest"]
    assert send_waiting(AT) == (2, 0)
    assert {sent.to[0] for sent in mail.outbox} == {users["mail"].email, users["digest"].email}
    assert send_waiting(AT) == (0, 0)


def test_without_a_mail_server_nobody_is_mailed(world, reporter):
    reachable(reporter, mentioned="mail")
    tell([reporter], "mentioned", SAYS, AT)
    assert not Mail.objects.exists()
    assert len(told(reporter)) == 1


def test_a_mail_holds_number_day_and_link_and_nothing_personal(world, reporter, by_mail):
    reachable(reporter, due="mail")
    entry = created(world, reporter)
    remind(AT.replace(day=26))
    send_waiting(AT.replace(day=26))
    sent = mail.outbox[0]
    assert sent.subject == f"［准绳］即将到期：依申请公开 {entry.number}"
    assert REQUEST["subject"] in sent.body
    assert f"https://site.invalid/entries/{entry.pk}/" in sent.body
    assert "某甲" not in sent.body + sent.subject


def test_a_personal_title_is_left_out_of_mails(world, reporter, by_mail, monkeypatch):
    reachable(reporter, mentioned="mail")
    entry = created(world, reporter)
    register = catalogue().register(entry.register).register
    monkeypatch.setitem(vars(register), "personal", frozenset({register.title}))
    tell([reporter], "mentioned", SAYS, AT, entry=entry)
    assert REQUEST["subject"] not in Mail.objects.get().body


def test_a_mail_that_cannot_be_sent_is_tried_again_ever_later_and_given_up(
    world, reporter, by_mail, monkeypatch
):
    reachable(reporter, mentioned="mail")
    tell([reporter], "mentioned", SAYS, AT)

    def refuse(*_: object, **__: object) -> None:
        raise smtplib.SMTPServerDisconnected("gone")

    now, waits = AT, []
    with monkeypatch.context() as patched:
        patched.setattr(mails.EmailMessage, "send", refuse)
        assert send_waiting(now) == (0, 1)
        assert send_waiting(now + timedelta(minutes=4)) == (0, 0)
        while (kept := Mail.objects.get()).next_try is not None:
            waits.append((kept.next_try - now).total_seconds() / 60)
            now = kept.next_try
            send_waiting(now)
    assert waits == [5, 10, 20, 40, 80, 160, 320]
    assert (kept.tries, kept.sent, kept.error) == (8, None, "SMTPServerDisconnected: gone")


def test_a_server_that_does_not_answer_puts_all_mails_off(world, reporter, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    reachable(reporter, mentioned="mail")
    tell([reporter], "mentioned", SAYS, AT)
    assert send_waiting(AT) == (0, 1)
    assert Mail.objects.get().next_try == AT + timedelta(minutes=5)


def test_an_unknown_kind_is_a_mistake(world, reporter):
    with pytest.raises(ValueError, match="kinds are due"):
        tell([reporter], "gossip", SAYS, AT)


def test_the_page_lists_counts_and_marks_as_read(world, reporter, browse):
    entry = created(world, reporter, subject="供水管网图")
    tell([reporter], "mentioned", SAYS, AT, entry=entry)
    tell([reporter], "site", Message("账本核对不通过。", "No."), AT)
    client = browse(reporter)
    response = client.get("/notifications/")
    assert "供水管网图" in text(response)
    assert response.context["unread_notifications"]() == 2
    one = Notification.objects.get(kind="mentioned")
    assert client.post(f"/notifications/{one.pk}/").url == f"/entries/{entry.pk}/"
    assert "供水管网图" not in text(client.get("/notifications/", {"only": "unread"}))
    client.post("/notifications/read/")
    assert client.get("/notifications/").context["unread_notifications"]() == 0


def test_what_others_were_told_is_not_there(world, reporter, approver, browse):
    tell([reporter], "mentioned", SAYS, AT)
    one = Notification.objects.get()
    assert browse(approver).post(f"/notifications/{one.pk}/").status_code == 404
    assert browse(approver).get(f"/notifications/{one.pk}/").status_code == 405
    one.refresh_from_db()
    assert one.read is None


def test_the_title_of_what_one_may_no_longer_see_is_not_shown(world, reporter, browse):
    entry = created(world, reporter, subject="供水管网图")
    former = world.person("调走的人", world.other_bureau, "reporter")
    tell([former], "mentioned", SAYS, AT, entry=entry)
    page = text(browse(former).get("/notifications/"))
    assert "供水管网图" not in page
    assert "您现在不能查看的事项" in page


def test_wishes_are_kept_and_odd_ones_ignored(world, reporter, browse):
    client = browse(reporter)
    client.post("/notifications/ways/", {"due": "digest", "overdue": "x", "gossip": "mail"})
    client.post("/notifications/ways/", {"due": "none"})
    assert list(Preference.objects.values_list("kind", "way")) == [("due", "none")]


def test_the_page_makes_no_more_queries_with_more_notifications(
    world, reporter, browse, django_assert_max_num_queries
):
    for number in range(30):
        entry = created(world, reporter, subject=f"事项{number}")
        tell([reporter], "mentioned", SAYS, AT, entry=entry)
    client = browse(reporter)
    with django_assert_max_num_queries(12):
        assert client.get("/notifications/").status_code == 200
