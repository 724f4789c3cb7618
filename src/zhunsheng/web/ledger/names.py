"""Lines of the ledger in words: who, and what was done."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User


def names_of(lines: Iterable[StoredLine]) -> dict[str, str]:
    """Get the names of those who did what lines say, by how the lines speak of them."""
    keys = {line.who.partition("/")[2] for line in lines}
    numbers = [int(key) for key in keys if key.isascii() and key.isdecimal()]
    people = User.objects.filter(pk__in=numbers)
    return {f"user/{user.pk}": str(user) for user in people} | {"site": _("本系统")}


def words_of(line: StoredLine) -> str:
    """Get what a line did, in words; as it stands where there are none."""
    words = {
        "entry.create": _("登记"),
        "entry.change": _("修改"),
        "entry.step": _("办理"),
        "entry.attach": _("添加附件"),
        "entry.erase": _("抹去个人信息"),
        "ledger.checkpoint": _("签名检查点"),
        "ledger.key": _("更换签名密钥"),
    }
    return words.get(line.did, line.did)


def about_of(line: StoredLine) -> tuple[str, int]:
    """Get what a line is about in words, and the key of the entry; 0 where it is about none."""
    key = store.key_of(line.about)
    if not key:
        kind, _slash, name = line.about.removeprefix("ledger/").partition("/")
        kinds = {"checkpoint": _("检查点"), "key": _("签名密钥")}
        return f"{kinds[kind]} {name}" if kind in kinds else line.about, 0
    try:
        label = catalogue().register(line.about.partition("/")[0]).register.label
    except UnknownNameError:
        # A register that is no longer there.
        return line.about, 0
    return f"{label} {key}", key
