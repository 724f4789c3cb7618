"""What somebody who has logged in must do before anything else: second factor, password."""

from __future__ import annotations

from django.http import HttpRequest

from zhunsheng.web import clock
from zhunsheng.web.access import codes, passwords
from zhunsheng.web.acting import actor_behind
from zhunsheng.web.organizations.models import User

# Where the session keeps how far the second factor is: "due", "done", or nothing.
SECOND_FACTOR = "second_factor"
# The page that carries a duty out → further pages that belong to it.
PAGES = {
    "second_factor": frozenset({"second_factor"}),
    "password": frozenset({"password"}),
    "second_factor_setup": frozenset({"second_factor_setup", "second_factor_image"}),
}
ALWAYS = frozenset({"logout", "language", "login"})


def duty_of(request: HttpRequest, user: User) -> str:
    """Get the name of the page somebody must go through first; empty where nothing is due."""
    state = request.session.get(SECOND_FACTOR)
    if state == "due":
        return "second_factor"
    if passwords.why_change(user, clock.now()):
        return "password"
    if state != "done" and codes.is_required(actor_behind(request, user)):
        return "second_factor_setup"
    return ""
