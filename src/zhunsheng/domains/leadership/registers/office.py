"""The office and what it works with: deployments, members, meetings, agendas, law-abiding organs."""

from typing import Any

from zhunsheng.domains.leadership.shared import filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

DEPLOYMENT = Register(
    key="deployment",
    label="党委、政府部署",
    shape="event",
    basis="加强党对法治政府建设的集中统一领导、统一部署",
    says="党委、政府对法治政府建设的部署：会议或者文件，部署了什么；每项部署另登一条，由责任单位落实。",
    title="name",
    happened="made",
    face=("made", "form"),
    fields=(
        Field(
            key="name",
            label="会议或者文件名称",
            required=True,
            examples=("全面依法治县委员会会议", "关于加强法治政府建设的意见"),
        ),
        Field(
            key="form",
            label="形式",
            kind="choice",
            required=True,
            choices=(
                Choice(key="meeting", label="会议"),
                Choice(key="document", label="文件"),
            ),
        ),
        Field(key="made", label="日期", kind="date", required=True),
        Field(key="content", label="主要内容", kind="long_text", required=True),
        Field(key="paper", label="文件、纪要", kind="attachments"),
    ),
    entered_by=("coordinator",),
    named_across=True,
)
DEPLOYMENT_ITEM = Register(
    key="deployment_item",
    label="部署事项",
    shape="case",
    basis="加强党对法治政府建设的集中统一领导、统一部署",
    says="一项部署由哪个单位落实、由年度计划的哪项任务或者哪张督办单承接；没有承接的单列出来。",
    title="item",
    happened="made",
    face=("deployment", "task", "order", "linked"),
    fields=(
        Field(
            key="item",
            label="部署事项",
            required=True,
            examples=("健全行政执法监督机制", "推进行政复议规范化"),
        ),
        Field(
            key="deployment",
            label="部署",
            kind="reference",
            refers_to="leadership.deployment",
            required=True,
        ),
        Field(key="made", label="部署日期", kind="date", required=True),
        Field(key="until", label="应承接日期", kind="date", required=True),
        Field(key="task", label="承接的计划任务", kind="reference", refers_to="plan.task"),
        Field(
            key="order",
            label="承接的督办单",
            kind="reference",
            refers_to="supervision.order",
        ),
        Field(key="linked", label="承接日期", kind="date"),
    ),
    entered_by=("coordinator",),
    procedure=Procedure(
        states=(
            State(key="open", label="没有承接"),
            State(key="linked", label="已承接", final=True),
        ),
        steps=(
            Step(
                key="link",
                label="登记承接",
                comes_from=("open",),
                leads_to="linked",
                by=("coordinator",),
                requires=("linked",),
                asks=("task", "order"),
            ),
        ),
    ),
    due_dates=(DueDate(key="link", label="部署事项承接", until="until", ends="linked"),),
    checks=(
        Check(
            field="linked",
            says="承接不能早于部署。",
            holds=in_order("made", "linked"),
        ),
        Check(
            field="task",
            says="登记承接，须写明承接的计划任务或者督办单。",
            holds=where(filled("linked"), lambda one: bool(one.get("task") or one.get("order"))),
        ),
    ),
)
OFFICE_MEMBER = Register(
    key="office_member",
    label="领导小组及其办公室组成",
    shape="list",
    basis="法治政府建设工作领导小组办公室的设置",
    says="法治政府建设工作领导小组和办公室由哪些单位、职务组成，各管什么。",
    title="post",
    happened="since",
    face=("body", "since", "until"),
    fields=(
        Field(key="post", label="职务", required=True, examples=("县长", "司法局局长")),
        Field(
            key="body",
            label="机构",
            kind="choice",
            required=True,
            choices=(
                Choice(key="group", label="领导小组"),
                Choice(key="office", label="领导小组办公室"),
            ),
        ),
        Field(
            key="role",
            label="身份",
            kind="choice",
            required=True,
            choices=(
                Choice(key="head", label="组长、主任"),
                Choice(key="deputy", label="副组长、副主任"),
                Choice(key="member", label="成员"),
            ),
        ),
        Field(key="part", label="分工"),
        Field(key="since", label="起", kind="date", required=True),
        Field(key="until", label="止", kind="date", examples=("",)),
    ),
    checks=(Check(field="until", says="止不能早于起。", holds=in_order("since", "until")),),
)
OFFICE_MEETING = Register(
    key="office_meeting",
    label="领导小组及其办公室会议",
    shape="event",
    basis="法治政府建设工作领导小组办公室的设置",
    says="领导小组、办公室会议：什么时候开、谁参加、议了什么、定了什么。",
    title="name",
    happened="held",
    face=("body", "held"),
    fields=(
        Field(
            key="name",
            label="会议名称",
            required=True,
            examples=("领导小组第一次会议", "办公室工作调度会"),
        ),
        Field(
            key="body",
            label="机构",
            kind="choice",
            required=True,
            choices=(
                Choice(key="group", label="领导小组"),
                Choice(key="office", label="领导小组办公室"),
            ),
        ),
        Field(key="held", label="召开日期", kind="date", required=True),
        Field(key="attended", label="参加单位", kind="long_text", required=True),
        Field(key="agenda", label="议题", kind="long_text", required=True),
        Field(key="decided", label="议定事项", kind="long_text"),
        Field(key="minutes", label="会议纪要", kind="attachments"),
    ),
)


def _begins_with_study(one: Values) -> Any:
    """Get whether the first topic of an agenda is a study topic; none where there is no topic."""
    topics = one.get("topics") or ()
    return bool(topics[0].get("study")) if topics else None


AGENDA = Register(
    key="agenda",
    label="会议议程与第一议题",
    shape="event",
    basis="第一议题制度",
    says="党组会议、常务会议的议程：各议题按次序登记，第一个是不是规定的学习议题由系统判断。",
    title="name",
    happened="held",
    face=("meeting", "held", "begins_with_study"),
    fields=(
        Field(
            key="name",
            label="会议名称",
            required=True,
            examples=("第49次常务会议", "第8次党组会议"),
        ),
        Field(
            key="meeting",
            label="会议种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="party", label="党委（党组）会议"),
                Choice(key="executive", label="政府常务会议"),
                Choice(key="other", label="其他会议"),
            ),
        ),
        Field(key="held", label="召开日期", kind="date", required=True),
        Field(
            key="topics",
            label="议题",
            kind="rows",
            required=True,
            help="按会议的次序填写。",
            columns=(
                Field(key="topic", label="议题", required=True),
                Field(key="study", label="规定的学习议题", kind="boolean"),
            ),
        ),
        Field(
            key="begins_with_study",
            label="第一议题是学习议题",
            kind="boolean",
            computed=_begins_with_study,
        ),
    ),
)


def _total(column: str) -> Any:
    def total(one: Values) -> Any:
        scores = [row.get(column) for row in one.get("criteria") or ()]
        return sum(score for score in scores if score is not None) if any(scores) else None

    return total


ORGAN = Register(
    key="law_abiding_organ",
    label="法治机关创建",
    shape="case",
    basis="法治机关建设、法治机关创建的要求",
    says="机关申报法治机关：逐项自查、评定得分，达到分数线的才命名；没有佐证的项目不能自查完毕。",
    title="name",
    happened="applied",
    face=("applied", "score", "decided"),
    fields=(
        Field(
            key="name",
            label="创建名称",
            required=True,
            examples=("法治机关创建", "法治机关复评"),
        ),
        Field(key="applied", label="申报日期", kind="date", required=True),
        Field(key="pass_mark", label="达标分数", kind="integer", required=True, expected=(60, 100)),
        Field(
            key="criteria",
            label="创建标准",
            kind="rows",
            columns=(
                Field(key="criterion", label="标准", required=True),
                Field(key="full", label="分值", kind="integer", required=True, expected=(1, 100)),
                Field(key="own", label="自评得分", kind="integer", expected=(0, 100)),
                Field(key="given", label="评定得分", kind="integer", expected=(0, 100)),
                Field(key="evidence", label="佐证"),
            ),
        ),
        Field(key="papers", label="佐证材料", kind="attachments"),
        Field(key="checked", label="自查日期", kind="date"),
        Field(key="assessed", label="评定日期", kind="date"),
        Field(key="decided", label="公布结果日期", kind="date"),
        Field(
            key="outcome",
            label="结果",
            kind="choice",
            choices=(
                Choice(key="named", label="命名"),
                Choice(key="refused", label="不予命名"),
            ),
        ),
        Field(key="own_score", label="自评总分", kind="integer", computed=_total("own")),
        Field(key="score", label="评定总分", kind="integer", computed=_total("given")),
    ),
    procedure=Procedure(
        states=(
            State(key="applied", label="已申报"),
            State(key="checked", label="已自查"),
            State(key="assessed", label="已评定"),
            State(key="decided", label="已公布结果", final=True),
        ),
        steps=(
            Step(
                key="check",
                label="自查",
                comes_from=("applied",),
                leads_to="checked",
                requires=("criteria", "checked"),
                asks=("papers",),
            ),
            Step(
                key="assess",
                label="评定",
                comes_from=("checked",),
                leads_to="assessed",
                by=("coordinator", "inspector"),
                requires=("criteria", "assessed"),
            ),
            Step(
                key="decide",
                label="公布结果",
                comes_from=("assessed",),
                leads_to="decided",
                by=("coordinator", "leader"),
                requires=("outcome", "decided"),
            ),
        ),
    ),
    checks=(
        Check(
            field="criteria",
            says="自查时每项都要有自评得分和佐证，得分不超过分值。",
            holds=where(
                filled("checked"),
                lambda one: all(
                    row.get("evidence")
                    and row.get("own") is not None
                    and max(row["own"], row.get("given") or 0) <= row["full"]
                    for row in one.get("criteria") or ()
                ),
            ),
        ),
        Check(
            field="outcome",
            says="评定总分达到达标分数的才能命名。",
            holds=where(
                lambda one: one.get("outcome") == "named",
                lambda one: (one.get("score") or 0) >= one["pass_mark"],
            ),
        ),
        Check(
            field="decided",
            says="申报、自查、评定、公布的日期前后颠倒。",
            holds=in_order("applied", "checked", "assessed", "decided"),
        ),
    ),
)
