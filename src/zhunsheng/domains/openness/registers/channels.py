"""Channels: what is released regularly, the websites and accounts, the platforms, new methods."""

from zhunsheng.domains.openness.registers.shared import ADDRESS, RESPONSIBLE, UPDATE_DAYS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint, shares_an_item
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

RELEASE = Register(
    key="release",
    label="重要信息和热点问题定期发布",
    shape="list",
    basis="重要信息和热点问题定期有序发布机制",
    says="什么主题由谁在哪天以前发布，发布了没有。",
    title="topic",
    happened="listed",
    face=("planned", "responsible", "released"),
    public=True,
    fields=(
        Field(
            key="topic",
            label="发布主题",
            required=True,
            public=True,
            examples=("经济运行情况", "民生实事进展", "安全生产情况", "教育资源配置"),
        ),
        RESPONSIBLE,
        Field(key="listed", label="列入日历日期", kind="date", required=True),
        Field(key="planned", label="应发布日期", kind="date", required=True, public=True),
        Field(key="released", label="发布日期", kind="date", public=True),
        ADDRESS,
    ),
    due_dates=(DueDate(key="release", label="定期发布", until="planned", ends="released"),),
)

ACCOUNT = Register(
    key="account",
    label="政府网站和政务新媒体",
    shape="list",
    basis="政府网站和政务新媒体清单化管理要求",
    says="网站和新媒体账号的清单：谁开办、多久更新一次、还在不在用。",
    title="name",
    happened="opened",
    face=("platform", "responsible", "last_post"),
    public=True,
    fields=(
        Field(
            key="name",
            label="名称",
            required=True,
            public=True,
            examples=("政府门户网站", "政务发布公众号", "便民服务视频号", "政务服务客户端"),
        ),
        Field(
            key="platform",
            label="平台",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="website", label="政府网站"),
                Choice(key="wechat", label="微信公众号"),
                Choice(key="weibo", label="微博"),
                Choice(key="video", label="短视频号"),
                Choice(key="app", label="客户端"),
                Choice(key="other", label="其他"),
            ),
        ),
        RESPONSIBLE,
        Field(key="opened", label="开办日期", kind="date", required=True, public=True),
        UPDATE_DAYS,
        Field(key="last_post", label="最近更新日期", kind="date", public=True),
        Field(
            key="posts", label="本年发布条数", kind="integer", measure="条", expected=(0, 20_000)
        ),
        Field(key="messages", label="本年收到留言", kind="integer", measure="条"),
        Field(key="replies", label="本年回复留言", kind="integer", measure="条"),
        Field(key="closed", label="关停日期", kind="date", public=True),
    ),
    due_dates=(
        DueDate(
            key="post",
            label="账号更新",
            after=("last_post", "opened"),
            every="update_days",
            when=lambda account: not account.get("closed"),
        ),
    ),
    checks=(
        Check(
            field="replies",
            says="回复留言多于收到的留言。",
            holds=lambda account: (
                account.get("messages") is None
                or (account.get("replies") or 0) <= account["messages"]
            ),
        ),
    ),
)

PLATFORM = Register(
    key="platform",
    label="数据服务和便民服务平台",
    shape="list",
    basis="政务公开信息化、集中化要求",
    says="平台的清单：谁建、承载什么、有没有人用、是否重复或者停更。",
    title="name",
    happened="opened",
    face=("responsible", "users", "status"),
    public=True,
    fields=(
        Field(
            key="name",
            label="平台名称",
            required=True,
            public=True,
            examples=("便民缴费平台", "就业服务平台", "出行服务平台"),
        ),
        RESPONSIBLE,
        Field(
            key="items",
            label="承载事项",
            kind="long_text",
            public=True,
            help="事项之间用顿号隔开，据此提示重复建设。",
            examples=("水费缴纳、燃气缴费", "职位查询、技能培训报名", "公交查询、停车缴费"),
        ),
        Field(key="opened", label="启用日期", kind="date", required=True, public=True),
        Field(key="users", label="用户数", kind="integer", measure="人", public=True),
        UPDATE_DAYS,
        Field(key="last_update", label="最近更新日期", kind="date"),
        Field(
            key="status",
            label="状态",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="running", label="运行"),
                Choice(key="merging", label="整合中"),
                Choice(key="closed", label="已关停"),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="update",
            label="平台更新",
            after=("last_update", "opened"),
            every="update_days",
            when=lambda platform: platform.get("status") != "closed",
        ),
    ),
    hints=(
        Hint(
            key="overlap",
            compares="items",
            alike=shares_an_item,
            says="另有{count}个平台承载同样的事项，请核对是否重复建设。",
            when=lambda platform: platform.get("status") != "closed",
            counts=lambda platform: platform.get("status") != "closed",
        ),
    ),
)

METHOD = Register(
    key="method",
    label="政务公开方式创新",
    shape="event",
    basis="创新政务公开方式的要求",
    says="新的公开方式、何时启用、用得怎样，附佐证材料。",
    title="name",
    happened="started",
    face=("started", "users"),
    public=True,
    fields=(
        Field(
            key="name",
            label="方式",
            required=True,
            public=True,
            examples=("政务公开体验日", "公开信息进社区", "政策问答直播"),
        ),
        RESPONSIBLE,
        Field(key="started", label="启用日期", kind="date", required=True, public=True),
        Field(key="users", label="使用人次", kind="integer", measure="人次"),
        Field(key="effect", label="使用情况", kind="long_text", public=True),
        Field(key="evidence", label="佐证材料", kind="attachments"),
    ),
)
