"""
Fifty people clicking for a minute on a real server: no error, and how long they wait.

The server is the one that `zhunsheng site serve` starts, on this machine's own address; the people are
threads of another process, each with a login of its own, a connection kept open and about a second
between clicks. Bounded in people, clicks and time.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

from benchmarks import filling, places

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "50"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "60"))
ENTRIES = int(os.environ.get("BENCH_LOAD_ENTRIES", "20000"))
THINKING = 1.0
MOST_CLICKS = 500
AT_ONCE = 4
TIMEOUT = 60
UNITS = 10
PASSWORD = "bench-yunxi-2026"  # noqa: S105  # of a site that lives for two minutes
HOST = "127.0.0.1"
REGISTER = f"/registers/{filling.REGISTER}/"
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
_VERSION = re.compile(rb'name="version" value="([0-9]+)"')
_ENTRY = re.compile(rb'href="/entries/([0-9]+)/"')


def prepare(database: str) -> None:
    """Fill the site of the environment: ten units, five people each, and entries."""
    assert database == places.database()  # noqa: S101
    os.environ["DJANGO_SETTINGS_MODULE"] = "zhunsheng.web.settings"
    import django
    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from zhunsheng.web import actors, clock
    from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
    from zhunsheng.web.registers import actions

    county = Government.objects.create(code="990121", name="溪口县（虚构）", level="county")
    hashed, now = make_password(PASSWORD), clock.now()
    for number in range(UNITS):
        unit = Unit.objects.create(government=county, code=f"u{number}", name=f"第{number}局")
        for person in range(number, PEOPLE, UNITS):
            user = User.objects.create(username=f"u{person}", password=hashed, full_name="某人")
            roles = (
                ["reporter", "coordinator", filling.KIND.by] if person % 5 == 0 else ["reporter"]
            )
            for role in dict.fromkeys(roles):
                Assignment.objects.create(user=user, unit=unit, role=role)
        actor = actors.actor_of(user, now.date())
        rows = filling.raws(number * 10_000, ENTRIES // UNITS, now.date())
        actions.create_many(actor, filling.REGISTER, unit, rows, now)


@dataclass
class Person:
    """Somebody at a browser."""

    number: int
    port: int
    took: list[tuple[str, float]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection | None = None

    def asked(self, what: str, address: str, form: dict[str, str] | None = None) -> bytes:
        """Get a page, or send a form; the time is kept, and so is whatever went wrong."""
        began = time.perf_counter()
        try:
            status, content = self._sent(address, form)
        except (OSError, http.client.HTTPException) as error:
            self.faults[f"{what}: {type(error).__name__}"] += 1
            self.connection = None
            return b""
        self.took.append((what, time.perf_counter() - began))
        if status not in {200, 302}:
            self.faults[f"{what}: {status}"] += 1
        return content

    def _sent(self, address: str, form: dict[str, str] | None) -> tuple[int, bytes]:
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        for again in (True, False):
            fresh = self.connection is None
            if self.connection is None:
                self.connection = http.client.HTTPConnection(HOST, self.port, timeout=TIMEOUT)
            try:
                self.connection.request("POST" if body else "GET", address, body, headers)
                response = self.connection.getresponse()
                break
            except (http.client.RemoteDisconnected, ConnectionError):
                # As a browser does: a kept connection that the server let go is opened again.
                self.connection = None
                if fresh or not again:
                    raise
        for cookie in response.headers.get_all("Set-Cookie") or ():
            key, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[key] = value
        content = response.read()
        if response.will_close:
            self.connection = None
        return response.status, content

    def log_in(self, turn: threading.Semaphore) -> None:
        """Log in when it is one's turn: hashing a password is slow on purpose."""
        with turn:
            self._log_in()

    def _log_in(self) -> None:
        page = self.asked("login page", "/login/")
        form = {"username": f"u{self.number}", "password": PASSWORD, **token(page)}
        self.asked("login", "/login/", form)
        if "sessionid" not in self.cookies:
            self.faults["login: no session"] += 1

    def click_on(self, until: float, chance: random.Random) -> None:
        for _ in range(MOST_CLICKS):
            if time.monotonic() >= until:
                return
            self._click(chance)
            time.sleep(chance.uniform(0.5, 1.5) * THINKING)

    def _click(self, chance: random.Random) -> None:
        kind = chance.random()
        if kind < 0.30:
            order = chance.choice(
                ("", "?sort=due", "?only=late&sort=due", f"?state={filling.KIND.first}&page=3")
            )
            self.asked("list", REGISTER + order)
        elif kind < 0.45:
            self.asked("search", f"{REGISTER}?q={quote(f'第{chance.randrange(ENTRIES)}号')}")
        elif kind < 0.60:
            self.asked("my work", "/")
        elif kind < 0.80:
            self._open(chance)
        elif kind < 0.90:
            self._enter(chance)
        else:
            self._step(chance)

    def _open(self, chance: random.Random, listed: str = "") -> tuple[str, bytes]:
        found = _ENTRY.findall(self.asked("list", REGISTER + listed))
        if not found:
            return "", b""
        address = f"/entries/{chance.choice(found).decode()}/"
        return address, self.asked("record", address)

    def _enter(self, chance: random.Random) -> None:
        page = self.asked("new form", f"{REGISTER}new/")
        raw = next(filling.raws(chance.randrange(10**6), 1, date.today()))  # noqa: DTZ011
        named = filling.KIND.party
        form = {key: str(value) for key, value in raw.items() if key != named}
        party = {f"{named}.name": "某甲", f"{named}.kind": "person"}
        self.asked("create", f"{REGISTER}new/", form | party | token(page))

    def _step(self, chance: random.Random) -> None:
        address, page = self._open(chance, f"?state={filling.KIND.first}")
        if not address or f"/steps/{filling.KIND.step}/".encode() not in page:
            return
        form = self.asked("step form", f"{address}steps/{filling.KIND.step}/")
        version = _VERSION.search(form)
        if version:
            values = {key: str(value) for key, value in filling.KIND.values.items()}
            sent = {"version": version[1].decode(), **values, **token(form)}
            self.asked("step", f"{address}steps/{filling.KIND.step}/", sent)


def token(page: bytes) -> dict[str, str]:
    """Get the token of a form."""
    found = _TOKEN.search(page)
    return {"csrfmiddlewaretoken": found[1].decode()} if found else {}


@contextmanager
def server() -> Iterator[int]:
    """Get the port of a running server, the one that the command starts."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "zhunsheng.cli", "site", "serve", "--port", str(port)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "zhunsheng.web.settings"}
    process = subprocess.Popen(command, env=environment)  # noqa: S603
    try:
        for _ in range(120):
            with socket.socket() as asked:
                if asked.connect_ex((HOST, port)) == 0:
                    break
            time.sleep(0.5)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def measure() -> None:
    """Print the table for one database."""
    # Filled by another process, so that the one that clicks is small.
    places.run("benchmarks.load", "prepare", places.database(), environment={})
    with server() as port:
        people = [Person(number, port) for number in range(PEOPLE)]
        began = time.monotonic()
        turn = threading.Semaphore(AT_ONCE)
        _all(people, lambda person: person.log_in(turn))
        logged_in = time.monotonic() - began
        logins = [took for person in people for what, took in person.took if what == "login"]
        for person in people:
            person.took.clear()
        began = time.monotonic()
        until = began + SECONDS
        _all(
            people,
            lambda person: person.click_on(until, random.Random(person.number)),
        )
        seconds = time.monotonic() - began
    _print(people, seconds, logins, logged_in)


def _all(people: list[Person], do) -> None:  # type: ignore[no-untyped-def]
    threads = [threading.Thread(target=do, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _print(people: list[Person], seconds: float, logins: list[float], logged_in: float) -> None:
    took: dict[str, list[float]] = {}
    for person in people:
        for what, one in person.took:
            took.setdefault(what, []).append(one * 1000)
    every = [one for some in took.values() for one in some]
    faults = sum((person.faults for person in people), Counter())
    print(f"\n{places.database()}: {PEOPLE} people, {seconds:.0f} s, {ENTRIES:,} entries")
    print(f"all logged in within {logged_in:.0f} s, slowest login {max(logins, default=0):.1f} s")
    print(f"{'':<16}{'clicks':>8}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}")
    for what, some in [*sorted(took.items()), ("all", every)]:
        cuts = statistics.quantiles(some, n=100) if len(some) > 1 else some * 99
        print(f"{what:<16}{len(some):>8}{cuts[49]:>9.0f}{cuts[94]:>9.0f}{cuts[98]:>9.0f}")
    print(
        f"{len(every) / seconds:.0f} requests per second, {sum(faults.values())} errors {dict(faults) or ''}"
    )


def main() -> None:
    """Print the tables; ends with an error where a click went wrong."""
    print(f"{PEOPLE} people clicking for {SECONDS} s; {places.machine()}")
    places.on_each_database("benchmarks.load", "measure")


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        measure()
    elif sys.argv[1:2] == ["prepare"]:
        prepare(sys.argv[2])
    else:
        main()
