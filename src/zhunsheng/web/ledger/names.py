"""Lines of the ledger in words: who, and what was done."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User

_WORDS = {
    "entry.create": gettext_noop("登记"),
    "entry.change": gettext_noop("修改"),
    "entry.step": gettext_noop("办理"),
    "entry.withdraw": gettext_noop("撤回环节"),
    "entry.attach": gettext_noop("添加附件"),
    "entry.erase": gettext_noop("抹去个人信息"),
    "entry.late": gettext_noop("逾期状态有变"),
    "entry.count": gettext_noop("自动计数有变"),
    "entry.recompute": gettext_noop("最后一日有变"),
    "comment.make": gettext_noop("留言"),
    "comment.withdraw": gettext_noop("撤回留言"),
    "list.export": gettext_noop("导出台账"),
    "calendar.adopt": gettext_noop("采用放假通知"),
    "token.make": gettext_noop("生成令牌"),
    "token.revoke": gettext_noop("作废令牌"),
    "government.add": gettext_noop("增加政府"),
    "government.move": gettext_noop("调整上一级政府"),
    "government.rename": gettext_noop("政府更名"),
    "unit.add": gettext_noop("增加单位"),
    "unit.aliases": gettext_noop("修改单位别称"),
    "unit.end": gettext_noop("撤销单位"),
    "unit.merge": gettext_noop("单位并入"),
    "unit.rename": gettext_noop("单位更名"),
    "group.add": gettext_noop("增加单位组"),
    "group.members": gettext_noop("调整单位组成员"),
    "person.add": gettext_noop("增加人员"),
    "person.change": gettext_noop("修改人员"),
    "person.change_password": gettext_noop("更换密码"),
    "person.reset_password": gettext_noop("重置密码"),
    "person.deactivate": gettext_noop("停用账号"),
    "person.reactivate": gettext_noop("恢复账号"),
    "person.log_out": gettext_noop("退出全部登录"),
    "person.unlock": gettext_noop("解除锁定"),
    "person.second_factor": gettext_noop("绑定动态口令"),
    "person.second_factor_removed": gettext_noop("解除动态口令"),
    "person.recovery_codes": gettext_noop("重新生成恢复码"),
    "role.assign": gettext_noop("授予角色"),
    "role.withdraw": gettext_noop("撤销角色"),
    "role.delegate": gettext_noop("安排代行"),
    "role.recall": gettext_noop("收回代行"),
    "violation.find": gettext_noop("发现数字不符"),
    "violation.change": gettext_noop("不符的数字有变"),
    "violation.reopen": gettext_noop("数字再次不符"),
    "violation.fix": gettext_noop("数字已经相符"),
    "violation.explain": gettext_noop("说明数字不符"),
    "draw.commit": gettext_noop("确定抽取名单"),
    "draw.carry_out": gettext_noop("随机抽取"),
    "draw.enter": gettext_noop("登记抽取结果"),
    "draw.replace": gettext_noop("候补替换"),
    "draw.cancel": gettext_noop("作废抽取"),
    "ledger.checkpoint": gettext_noop("签名检查点"),
    "ledger.key": gettext_noop("更换签名密钥"),
}


def names_of(lines: Iterable[StoredLine]) -> dict[str, str]:
    """Get the names of those who did what lines say, by how the lines speak of them."""
    keys = {line.who.partition("/")[2] for line in lines}
    numbers = [int(key) for key in keys if key.isascii() and key.isdecimal()]
    people = User.objects.filter(pk__in=numbers)
    return {f"user/{user.pk}": str(user) for user in people} | dict.fromkeys(
        ("site", "site/0"), _("本系统")
    )


def words_of(line: StoredLine) -> str:
    """Get what a line did, in words; as it stands where there are none."""
    if line.did.endswith(".taken_over"):
        return _("建账")
    return _(_WORDS[line.did]) if line.did in _WORDS else line.did


def about_of(line: StoredLine) -> tuple[str, int]:
    """Get what a line is about in words, and the key of the entry; 0 where it is about none."""
    key = store.key_of(line.about)
    if not key:
        kind, _slash, name = line.about.removeprefix("ledger/").partition("/")
        kinds = {"checkpoint": _("检查点"), "key": _("签名密钥"), "draw": _("随机抽取")}
        return f"{kinds[kind]} {name}" if kind in kinds else line.about, 0
    try:
        label = catalogue().register(line.about.partition("/")[0]).register.label
    except UnknownNameError:
        # A register that is no longer there.
        return line.about, 0
    return f"{label} {key}", key
