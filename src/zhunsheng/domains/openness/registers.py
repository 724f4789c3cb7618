"""What is recorded of openness: disclosure, policy interpretation, responses, channels."""

from zhunsheng.domains.openness.instruments import OPENNESS_2019
from zhunsheng.domains.openness.request import REQUEST
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

article = OPENNESS_2019.article
__all__ = ["REQUEST"]

TOPICS = (
    Choice(key="public_resources", label="公共资源配置"),
    Choice(key="major_projects", label="重大建设项目批准和实施"),
    Choice(key="public_welfare", label="社会公益事业建设"),
    Choice(key="benefits", label="惠民利民"),
    Choice(key="education", label="教育"),
    Choice(key="health", label="卫生健康"),
    Choice(key="environment", label="生态环境保护"),
    Choice(key="utilities", label="供水、供电、供气、供热"),
    Choice(key="transport", label="公共交通"),
    Choice(key="regulations", label="规章和规范性文件"),
    Choice(key="penalties", label="行政处罚、行政强制"),
    Choice(key="other", label="其他"),
)
ADDRESS = Field(key="address", label="公开网址", public=True)
UNIT = Field(key="responsible", label="责任单位", kind="unit", required=True, public=True)

PROACTIVE_ITEM = Register(
    key="proactive_item",
    label="主动公开事项",
    shape="list",
    basis="政府信息公开条例（国务院令第711号）第三章",
    says="应当主动公开的事项：依据、责任单位、何时应公开、公开在哪里。",
    title="name",
    happened="made",
    face=("made", "topic", "published"),
    public=True,
    fields=(
        Field(
            key="name",
            label="信息名称",
            required=True,
            public=True,
            examples=(
                "惠民补贴发放结果",
                "重大项目批准文件",
                "水质监测月报",
                "公共资源交易结果",
                "义务教育招生方案",
                "行政处罚裁量基准",
            ),
        ),
        Field(key="topic", label="领域", kind="choice", choices=TOPICS, required=True, public=True),
        Field(key="basis", label="公开依据", kind="instrument", public=True),
        UNIT,
        Field(
            key="made",
            label="形成或者变更日期",
            kind="date",
            required=True,
            public=True,
            source=article("第二十六条"),
        ),
        Field(
            key="secrecy_reviewed", label="已作保密审查", kind="boolean", source=article("第十七条")
        ),
        Field(key="published", label="公开日期", kind="date", public=True),
        ADDRESS,
    ),
    clocks=(RegisterClock(clock="proactive_disclosure"),),
    checks=(
        Check(
            field="secrecy_reviewed",
            says="公开之前须作保密审查。",
            holds=lambda item: not item.get("published") or bool(item.get("secrecy_reviewed")),
            source=article("第十七条"),
        ),
    ),
)

DOCUMENT_ATTRIBUTE = Register(
    key="document_attribute",
    label="公文公开属性",
    shape="event",
    basis="政府信息公开条例（国务院令第711号）第十七条",
    says="每件公文的公开属性；不公开的写明理由。",
    title="name",
    happened="issued",
    face=("document_number", "attribute", "issued"),
    fields=(
        Field(
            key="name",
            label="公文标题",
            required=True,
            examples=(
                "关于做好防汛工作的通知",
                "关于印发年度计划的通知",
                "关于调整领导小组成员的通知",
                "关于开展专项检查的通知",
            ),
        ),
        Field(key="document_number", label="发文字号", kind="instrument"),
        Field(key="issued", label="成文日期", kind="date", required=True),
        Field(
            key="attribute",
            label="公开属性",
            kind="choice",
            required=True,
            choices=(
                Choice(key="proactive", label="主动公开"),
                Choice(key="on_request", label="依申请公开"),
                Choice(key="closed", label="不予公开"),
            ),
        ),
        Field(key="reasons", label="不公开的理由", kind="long_text"),
        Field(key="reviewer", label="审查人", kind="person"),
    ),
    checks=(
        Check(
            field="reasons",
            says="不予公开的公文须写明理由。",
            holds=lambda document: (
                document.get("attribute") != "closed" or bool(document.get("reasons"))
            ),
            source=article("第十七条"),
        ),
    ),
)

INTERPRETATION = Register(
    key="interpretation",
    label="政策解读",
    shape="event",
    basis="政府信息公开工作要求",
    says="政策文件和它的解读：何时发文、何时解读、用什么形式、由谁解读。",
    title="policy",
    happened="policy_published",
    face=("policy_published", "published", "form"),
    public=True,
    fields=(
        Field(
            key="policy",
            label="政策文件",
            required=True,
            public=True,
            examples=(
                "促进就业若干措施",
                "养老服务补贴办法",
                "公共停车管理办法",
                "农村危房改造细则",
            ),
        ),
        Field(key="document_number", label="发文字号", kind="instrument", public=True),
        Field(
            key="policy_published", label="文件公布日期", kind="date", required=True, public=True
        ),
        Field(key="is_major", label="重点民生或者重大政策", kind="boolean"),
        UNIT,
        Field(key="published", label="解读公布日期", kind="date", public=True),
        Field(
            key="form",
            label="解读形式",
            kind="choice",
            several=True,
            public=True,
            choices=(
                Choice(key="text", label="文字"),
                Choice(key="pictures", label="图解"),
                Choice(key="video", label="视频"),
                Choice(key="press_conference", label="新闻发布会"),
                Choice(key="expert", label="专家解读"),
                Choice(key="head", label="负责人解读"),
            ),
        ),
        ADDRESS,
    ),
)

SENTIMENT = Register(
    key="sentiment",
    label="政务舆情回应",
    shape="case",
    basis="政务舆情回应工作要求",
    says="舆情事件的回应是否及时、结果如何；只记事件，不记个人。",
    title="event",
    happened="found",
    face=("found", "level", "responded"),
    fields=(
        Field(
            key="event",
            label="舆情事件",
            examples=("停水时间过长的反映", "道路施工扰民的反映", "校园周边交通的反映"),
            required=True,
            help="只写事件，不写网民的姓名或者账号。",
        ),
        Field(key="found", label="发现时间", kind="datetime", required=True),
        Field(key="source", label="来源"),
        Field(
            key="level",
            label="级别",
            kind="choice",
            choices=(
                Choice(key="general", label="一般"),
                Choice(key="larger", label="较大"),
                Choice(key="major", label="重大"),
                Choice(key="extraordinary", label="特别重大"),
            ),
        ),
        Field(key="judged", label="研判时间", kind="datetime"),
        Field(key="responsible", label="回应单位", kind="unit"),
        Field(key="assigned", label="交办时间", kind="datetime"),
        Field(key="responded", label="首次回应时间", kind="datetime"),
        Field(key="response", label="回应内容", kind="long_text"),
        ADDRESS,
        Field(key="reviewed", label="复盘时间", kind="datetime"),
        Field(key="lessons", label="复盘结论", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="found", label="已发现"),
            State(key="judged", label="已研判"),
            State(key="assigned", label="已交办"),
            State(key="responded", label="已回应"),
            State(key="reviewed", label="已复盘", final=True),
        ),
        steps=(
            Step(
                key="judge",
                label="研判",
                comes_from=("found",),
                leads_to="judged",
                requires=("level", "judged"),
            ),
            Step(
                key="assign",
                label="交办",
                comes_from=("judged",),
                leads_to="assigned",
                by=("coordinator", "approver"),
                requires=("responsible", "assigned"),
            ),
            Step(
                key="respond",
                label="回应",
                comes_from=("assigned",),
                leads_to="responded",
                requires=("responded", "response"),
                asks=("address",),
            ),
            Step(
                key="review",
                label="复盘",
                comes_from=("responded",),
                leads_to="reviewed",
                requires=("reviewed", "lessons"),
            ),
        ),
    ),
)

RELEASE = Register(
    key="release",
    label="重要信息和热点问题定期发布",
    shape="list",
    basis="重要信息和热点问题定期有序发布机制",
    says="什么主题由谁在哪天以前发布，发布了没有。",
    title="topic",
    happened="planned",
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
        UNIT,
        Field(key="planned", label="应发布日期", kind="date", required=True, public=True),
        Field(key="released", label="发布日期", kind="date", public=True),
        ADDRESS,
    ),
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
        UNIT,
        Field(key="opened", label="开办日期", kind="date", required=True, public=True),
        Field(
            key="update_days", label="应更新间隔", kind="integer", measure="日", expected=(1, 90)
        ),
        Field(key="last_post", label="最近更新日期", kind="date", public=True),
        Field(
            key="posts", label="本年发布条数", kind="integer", measure="条", expected=(0, 20_000)
        ),
        Field(key="messages", label="本年收到留言", kind="integer", measure="条"),
        Field(key="replies", label="本年回复留言", kind="integer", measure="条"),
        Field(key="closed", label="关停日期", kind="date", public=True),
    ),
)

MESSAGE = Register(
    key="message",
    label="互动留言",
    shape="case",
    basis="回应群众关切工作要求",
    says="群众在各平台的留言、咨询：交给谁、何时回复、是否满意。",
    title="topic",
    happened="received",
    face=("received", "responsible", "replied"),
    fields=(
        Field(
            key="topic",
            label="留言主题",
            examples=("路灯不亮", "公交等候时间长", "小区停车难", "办证需要哪些材料"),
            required=True,
            help="不写留言人的个人信息。",
        ),
        Field(key="content", label="留言内容", kind="long_text", personal=True),
        Field(key="author", label="留言人", kind="party", personal=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="responsible", label="承办单位", kind="unit"),
        Field(key="until", label="应回复日期", kind="date"),
        Field(key="replied", label="回复日期", kind="date"),
        Field(key="answer", label="回复内容", kind="long_text"),
        Field(
            key="satisfaction",
            label="满意度",
            kind="choice",
            choices=(
                Choice(key="satisfied", label="满意"),
                Choice(key="fair", label="基本满意"),
                Choice(key="dissatisfied", label="不满意"),
                Choice(key="unrated", label="未评价"),
            ),
        ),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="assigned", label="已交办"),
            State(key="replied", label="已回复"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="assign",
                label="交办",
                comes_from=("received",),
                leads_to="assigned",
                requires=("responsible", "until"),
            ),
            Step(
                key="reply",
                label="回复",
                comes_from=("assigned",),
                leads_to="replied",
                requires=("replied", "answer"),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("replied",),
                leads_to="closed",
                requires=("satisfaction",),
            ),
        ),
    ),
)

TOWN_CATALOGUE = Register(
    key="town_catalogue",
    label="基层政务公开目录",
    shape="list",
    basis="基层政务公开标准化规范化要求",
    says="乡镇、街道应公开的事项和公开情况。",
    title="name",
    happened="adopted",
    face=("region", "published"),
    public=True,
    fields=(
        Field(
            key="name",
            label="公开事项",
            required=True,
            public=True,
            examples=("社会救助", "养老服务", "涉农补贴", "公共文化服务"),
        ),
        Field(key="region", label="乡镇、街道", kind="region", required=True, public=True),
        UNIT,
        Field(key="adopted", label="列入目录日期", kind="date", required=True, public=True),
        Field(key="published", label="公开日期", kind="date", public=True),
        ADDRESS,
    ),
)

PUBLIC_REPORT = Register(
    key="public_report",
    label="群众监督和舆论监督",
    shape="case",
    basis="主动接受群众监督、舆论监督的要求",
    says="群众、媒体反映的问题：交谁核查、结果如何、有没有答复。",
    title="matter",
    happened="received",
    face=("received", "source", "replied"),
    fields=(
        Field(
            key="matter",
            label="反映的问题",
            examples=("窗口办事等候久", "收费公示不清", "投诉电话无人接听"),
            required=True,
            help="不写反映人的个人信息。",
        ),
        Field(
            key="source",
            label="来源",
            kind="choice",
            required=True,
            choices=(
                Choice(key="citizen", label="群众反映"),
                Choice(key="media", label="媒体报道"),
                Choice(key="hotline", label="热线"),
                Choice(key="other", label="其他"),
            ),
        ),
        Field(key="reporter", label="反映人", kind="party", personal=True),
        Field(key="content", label="具体内容", kind="long_text", personal=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="responsible", label="核查单位", kind="unit"),
        Field(key="found_true", label="问题属实", kind="boolean"),
        Field(key="handling", label="核查处理情况", kind="long_text"),
        Field(key="handled", label="办结日期", kind="date"),
        Field(key="replied", label="答复日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="assigned", label="核查中"),
            State(key="handled", label="已处理"),
            State(key="closed", label="已答复", final=True),
        ),
        steps=(
            Step(
                key="assign",
                label="交办",
                comes_from=("received",),
                leads_to="assigned",
                requires=("responsible",),
            ),
            Step(
                key="handle",
                label="处理",
                comes_from=("assigned",),
                leads_to="handled",
                requires=("found_true", "handling", "handled"),
            ),
            Step(
                key="reply",
                label="答复",
                comes_from=("handled",),
                leads_to="closed",
                requires=("replied",),
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
        UNIT,
        Field(key="items", label="承载事项", kind="long_text", public=True),
        Field(key="opened", label="启用日期", kind="date", required=True, public=True),
        Field(key="users", label="用户数", kind="integer", measure="人", public=True),
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
        UNIT,
        Field(key="started", label="启用日期", kind="date", required=True, public=True),
        Field(key="users", label="使用人次", kind="integer", measure="人次"),
        Field(key="effect", label="使用情况", kind="long_text", public=True),
        Field(key="evidence", label="佐证材料", kind="attachments"),
    ),
)
