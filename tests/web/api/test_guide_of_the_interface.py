"""The guide for users of the interface: its commands, carried out as they stand."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.web.api.conftest import API

GUIDE = Path(__file__).parents[3] / "docs" / "api.zh-CN.md"
COMMAND = re.compile(r"^ {4}curl (?P<all>(?:.*\\\n)*.*)$", re.MULTILINE)
ADDRESS = re.compile(r'http://127\.0\.0\.1:8000(?P<path>[^\s"]+)')


def test_every_command_of_the_guide_does_what_it_says(world, reporter, program):
    clerk = program(reporter)
    answers = []
    made: dict[str, int] = {}
    for command in COMMAND.finditer(GUIDE.read_text("utf-8")):
        said = command["all"]
        assert 'Authorization: Bearer $TOKEN"' in said
        address = ADDRESS.search(said)["path"]
        # The first entry of a new site is number 1 there; here others may have been before.
        address = address.replace("/entries/1", f"/entries/{made.get('id', 1)}")
        sent = re.search(r"-d '(.*)'", said)
        body = json.loads(sent[1]) if sent else None
        if body and "unit" in body:
            body["unit"] = world.bureau.pk
        send = clerk.patch if "-X PATCH" in said else clerk.post
        answer = send(address, body) if body else clerk.get(address)
        if answer.status_code == 201:
            made = answer.json()
        answers.append((address.removeprefix(API), answer.status_code))
    assert [status for _, status in answers] == [200, 201, 200, 200, 200, 200, 200, 200, 200]
    entry = clerk.get(f"{API}/registers/openness.request/entries/{made['id']}").json()
    assert (entry["state"], entry["version"], entry["values"]["handler"]) == (
        "reviewing",
        3,
        "某乙",
    )
