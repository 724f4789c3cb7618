"""Channels: what is released regularly, which sites and platforms are kept up, which methods are new."""

from typing import Any

from zhunsheng.domains.openness.indicators.conditions import not_renewed, renewed
from zhunsheng.engine.indicators.conditions import in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Share, Total

_RELEASES = "定期发布"
_ACCOUNTS = "网站、新媒体和平台"
_REGULAR = "重要信息和热点问题定期有序发布机制"
_LISTED = "政府网站和政务新媒体清单化管理的要求"
_PLATFORM = "政务公开信息化、集中化的要求"
_METHOD = "创新政务公开方式的要求"

RELEASES = (
    Count(
        key="releases_due",
        label="应发布的重要信息",
        register="release",
        on="planned",
        source=_REGULAR,
        says="应发布日期在期内的主题。",
        group=_RELEASES,
        measure="项",
    ),
    Count(
        key="releases_made",
        label="定期发布",
        register="release",
        on="released",
        said_as=("定期发布", "发布重要信息"),
        source=_REGULAR,
        says="期内发布的主题，早于或者晚于应发布日期的都算。",
        group=_RELEASES,
        measure="项",
        better="more",
    ),
    Count(
        key="releases_late",
        label="逾期发布",
        register="release",
        on="planned",
        counts=lambda release, _: release.released.isnull() | (release.released > release.planned),
        source=_REGULAR,
        says="应发布日期在期内的主题中，没有发布或者晚于应发布日期的。",
        group=_RELEASES,
        measure="项",
        better="fewer",
    ),
    Share(
        key="released_on_time",
        label="定期发布按期率",
        register="release",
        on="planned",
        counts=lambda release, _: in_time(release.released, release.planned),
        said_as=("按期发布率", "按时发布率", "定期发布率"),
        source=_REGULAR,
        says="应发布日期在期内的主题中，按期发布的；未发布的计入分母。",
        group=_RELEASES,
        measure="项",
        better="more",
    ),
)
"""定期发布。"""


def _open(account: Any, period: Any) -> Any:
    return not_by(account.closed, period)


def _running(platform: Any) -> Any:
    return platform.status != "closed"


ACCOUNTS = (
    Count(
        key="accounts",
        label="政府网站和政务新媒体",
        register="account",
        holds="by_end",
        counts=_open,
        said_as=("政府网站和政务新媒体", "政务新媒体账号"),
        source=_LISTED,
        says="期末在用的网站和账号。",
        group=_ACCOUNTS,
        measure="个",
    ),
    Share(
        key="accounts_kept_up",
        label="网站和新媒体按期更新率",
        register="account",
        holds="by_end",
        out_of=lambda account, period: _open(account, period) & account.update_days.notnull(),
        counts=lambda account, period: renewed(
            account.last_post, account.opened, account.update_days, period
        ),
        said_as=("网站更新率", "新媒体更新率", "账号更新率"),
        source=_LISTED,
        says="期末在用、写明了更新间隔的账号中，没有超过间隔的；从未更新的自开办之日起算。",
        group=_ACCOUNTS,
        measure="个",
        better="more",
    ),
    Count(
        key="accounts_stale",
        label="逾期未更新的账号",
        register="account",
        holds="by_end",
        counts=lambda account, period: (
            _open(account, period)
            & not_renewed(account.last_post, account.opened, account.update_days, period)
        ),
        said_as=("逾期未更新",),
        source=_LISTED,
        says="期末在用而超过了更新间隔的账号。",
        group=_ACCOUNTS,
        measure="个",
        better="fewer",
    ),
    Total(
        key="posts",
        label="网站和新媒体发布信息",
        register="account",
        holds="by_end",
        of="posts",
        counts=_open,
        said_as=("发布信息", "发布政务信息"),
        source=_LISTED,
        says="期末在用的账号登记的本年发布条数之和。",
        group=_ACCOUNTS,
        measure="条",
    ),
    Total(
        key="account_messages",
        label="账号收到留言",
        register="account",
        holds="by_end",
        of="messages",
        counts=_open,
        source=_LISTED,
        says="期末在用的账号登记的本年收到留言之和。",
        group=_ACCOUNTS,
        measure="条",
    ),
    Total(
        key="account_replies",
        label="账号回复留言",
        register="account",
        holds="by_end",
        of="replies",
        counts=_open,
        source=_LISTED,
        says="期末在用的账号登记的本年回复留言之和。",
        group=_ACCOUNTS,
        measure="条",
    ),
)
"""网站和新媒体。"""

PLATFORMS = (
    Count(
        key="platforms",
        label="数据服务和便民服务平台",
        register="platform",
        holds="by_end",
        counts=lambda platform, _: _running(platform),
        said_as=("便民服务平台", "数据服务平台"),
        source=_PLATFORM,
        says="期末以前启用、没有关停的平台。",
        group=_ACCOUNTS,
        measure="个",
    ),
    Count(
        key="platforms_stale",
        label="逾期未更新的平台",
        register="platform",
        holds="by_end",
        counts=lambda platform, period: (
            _running(platform)
            & not_renewed(platform.last_update, platform.opened, platform.update_days, period)
        ),
        source=_PLATFORM,
        says="没有关停而超过了更新间隔的平台。",
        group=_ACCOUNTS,
        measure="个",
        better="fewer",
    ),
    Total(
        key="platform_users",
        label="平台用户数",
        register="platform",
        holds="by_end",
        of="users",
        counts=lambda platform, _: _running(platform),
        said_as=("平台用户", "注册用户"),
        source=_PLATFORM,
        says="没有关停的平台登记的用户数之和。",
        group=_ACCOUNTS,
        measure="人",
        better="more",
    ),
)
"""平台。"""

METHODS = (
    Count(
        key="methods",
        label="政务公开方式创新",
        register="method",
        said_as=("政务公开方式", "公开方式创新"),
        source=_METHOD,
        says="期内启用的新的公开方式。",
        group=_ACCOUNTS,
        measure="项",
        better="more",
    ),
    Share(
        key="methods_with_evidence",
        label="公开方式创新有佐证率",
        register="method",
        counts=lambda method, _: method.evidence.notnull() & (method.evidence != "[]"),
        source=_METHOD,
        says="期内启用的公开方式中，附了佐证材料的；没有附的计入分母。",
        group=_ACCOUNTS,
        measure="项",
        better="more",
    ),
    Total(
        key="method_users",
        label="新公开方式使用人次",
        register="method",
        of="users",
        source=_METHOD,
        says="期内启用的公开方式登记的使用人次之和。",
        group=_ACCOUNTS,
        measure="人次",
        better="more",
    ),
)
"""公开方式。"""

CHANNELS = (*RELEASES, *ACCOUNTS, *PLATFORMS, *METHODS)
