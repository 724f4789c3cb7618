"""What is recorded of a legality review, in the order of the paper on the desk."""

from zhunsheng.domains.legality_review.registers.vocabulary import (
    KEY_FIELDS,
    LEAST_MATERIALS,
    MATERIALS,
    MATTERS,
    REVIEWERS,
    article,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Values

CONCLUSIONS = (
    Choice(key="legal", label="合法"),
    Choice(key="amend", label="应当予以修改"),
    Choice(key="illegal", label="不合法"),
)

CONTENT = (
    ("maker_lawful", "制定、决定主体合法"),
    ("within_powers", "没有超越法定职权"),
    ("content_lawful", "内容符合法律、法规、规章和国家政策"),
    ("sets_nothing", "没有违法设立许可、处罚、强制、征收、收费等事项"),
    ("rights_kept", "没有违法减损权益、增加义务"),
    ("no_own_powers", "没有违法增加本单位权力、减少职责"),
    ("procedure_kept", "没有违反制定程序"),
)
"""The seven things that 国办发〔2018〕115号 二（六） has reviewed, each answered by yes where all is well."""


def reviewer_of(review: Values) -> str | None:
    """Get who reviews it: the rule of the place, or else the national opinions, by who issues it."""
    # 二（四）：政府名义的由同级政府审核机构审核；部门的由部门审核机构审核；没有审核机构的由县级政府确定的机构审核。
    if review.get("rule.reviewer_level"):
        return str(review["rule.reviewer_level"])
    issuer = review.get("issued_by")
    if issuer in {None, "government"}:
        return "government"
    return "department" if review.get("has_reviewers") else "county"


def missing_materials(review: Values) -> list[str]:
    """Get the papers that are still to be handed in, by the rule of the place and the national one."""
    wanted = list(review.get("rule.materials") or ())
    if review.get("matter") == "normative_document":
        wanted += [key for key in LEAST_MATERIALS if key not in wanted]
    if not review.get("has_reviewers") and review.get("issued_by") != "government":
        # 二（四）：起草部门已明确专门审核机构的，才先由它审核。
        wanted = [key for key in wanted if key != "own_review"]
    given = review.get("materials") or ()
    return sorted(key for key in wanted if key not in given)


def current_edition(manual: Values, _: str, on: str) -> int | None:
    """Get 0 for a manual that was the current edition on a day; None for others."""
    since, until = manual.get("issued") or "9", manual.get("replaced")
    return 0 if since <= on and (not until or on < until) else None


def _manual_was_current(review: Values) -> bool | None:
    """Whether the manual was the current edition when the matter was handed in; None without one."""
    if not review.get("manual.issued"):
        return None
    manual = {"issued": review["manual.issued"], "replaced": review.get("manual.replaced")}
    return current_edition(manual, "", review.get("handed_in") or "") is not None


def _competition_passed(review: Values) -> bool:
    return review.get("competition_review.conclusion") in {"no_effect", "exception"}


FIELDS = (
    Field(
        key="subject",
        label="送审事项",
        required=True,
        examples=("住房补贴办法", "停车管理规定", "污水处理特许经营协议", "农贸市场改造方案"),
    ),
    Field(key="matter", label="事项类别", kind="choice", choices=MATTERS, required=True),
    Field(
        key="field",
        label="重点领域",
        kind="choice",
        choices=KEY_FIELDS,
        required=True,
        help="属于重点领域的，须有第二名审核人复核。",
    ),
    Field(key="submitter", label="送审单位", kind="unit", required=True),
    Field(
        key="issued_by",
        label="以谁的名义印发、作出或者签订",
        kind="choice",
        required=True,
        source=article("二（四）"),
        choices=(
            Choice(key="government", label="县级以上政府或者其办公机构"),
            Choice(key="department", label="政府部门"),
            Choice(key="town", label="乡镇、街道"),
        ),
    ),
    Field(
        key="has_reviewers",
        label="送审单位有审核机构或者专门人员",
        kind="boolean",
        required=True,
        source=article("二（四）"),
    ),
    Field(
        key="rule",
        label="适用的审核规定",
        kind="reference",
        refers_to="legality_review.review_rule",
        brings=("materials", "reviewer_level"),
        help="按规定算出审核机构和缺的材料；没有本地规定的可以不填。",
    ),
    Field(
        key="manual",
        label="适用的指导手册",
        kind="reference",
        refers_to="legality_review.manual",
        brings=("name", "edition", "issued", "replaced"),
        suits=current_edition,
        help="新填时自动选现行的一版；停用的不能选。",
    ),
    Field(
        key="manual_edition",
        label="手册名称和版次",
        computed=lambda review: (
            f"{review['manual.name']} {review['manual.edition']}"
            if review.get("manual.name")
            else None
        ),
    ),
    Field(
        key="manual_current",
        label="报送时手册现行",
        kind="boolean",
        computed=_manual_was_current,
    ),
    Field(key="handed_in", label="报送日期", kind="date", required=True),
    Field(
        key="materials",
        label="已报送的材料",
        kind="choice",
        choices=MATERIALS,
        several=True,
        required=True,
        source=article("二（五）"),
    ),
    Field(
        key="missing",
        label="还缺的材料",
        kind="choice",
        choices=MATERIALS,
        several=True,
        computed=missing_materials,
    ),
    Field(
        key="reviewer_level",
        label="应由谁审核",
        kind="choice",
        choices=REVIEWERS,
        computed=reviewer_of,
    ),
    Field(
        key="business",
        label="涉及经营者经济活动",
        kind="boolean",
        required=True,
        help="填“是”的，先有公平竞争审查结论，才能受理。",
    ),
    Field(
        key="competition_review",
        label="公平竞争审查记录",
        kind="reference",
        refers_to="fair_competition.review",
        brings=("conclusion", "concluded"),
    ),
    Field(
        key="competition_passed",
        label="公平竞争审查结论可以出台",
        kind="boolean",
        computed=_competition_passed,
    ),
    Field(
        key="competition_concluded",
        label="公平竞争审查结论日期",
        kind="date",
        computed=lambda review: review.get("competition_review.concluded"),
    ),
    Field(key="urgent", label="紧急情形", kind="boolean", source=article("二（五）")),
    Field(key="urgent_reasons", label="紧急情形的理由", kind="long_text"),
    Field(
        key="submitted",
        label="材料齐备（送审）日期",
        kind="date",
        source=article("二（五）"),
        help="审核期限从这一天起算。",
    ),
    Field(key="returned", label="退回补充日期", kind="date"),
    Field(key="return_reasons", label="退回补充的原因", kind="long_text"),
    Field(key="excluded", label="认定不属审核范围日期", kind="date"),
    Field(
        key="exclusion",
        label="不属审核范围的文件种类",
        kind="choice",
        source=article("二（三）"),
        choices=(
            Choice(key="internal", label="内部管理规范、工作制度"),
            Choice(key="staffing", label="机构编制、人事任免"),
            Choice(key="minutes", label="会议纪要"),
            Choice(key="plan", label="工作方案"),
            Choice(key="report", label="请示报告"),
            Choice(key="awards", label="表彰奖惩"),
        ),
    ),
    *(
        Field(key=key, label=label, kind="boolean", source=article("二（六）"))
        for key, label in CONTENT
    ),
    Field(key="reviewer", label="审核人", kind="person"),
    Field(key="second_reviewer", label="复核人", kind="person"),
    Field(
        key="counsel_asked",
        label="听取法律顾问、公职律师意见",
        kind="boolean",
    ),
    Field(key="opinion_given", label="出具意见日期", kind="date", source=article("二（五）")),
    Field(
        key="opinion_number",
        label="意见书编号",
        once=True,
        help="写全编号，含审核机构代字；一个编号只用一次。",
    ),
    Field(
        key="conclusion",
        label="审核结论",
        kind="choice",
        choices=CONCLUSIONS,
        source=article("二（六）"),
    ),
    Field(key="reasons", label="意见和理由", kind="long_text"),
    Field(
        key="opinions_raised",
        label="提出意见",
        kind="integer",
        measure="条",
        expected=(0, 30),
    ),
    Field(key="answered", label="反馈采纳情况日期", kind="date"),
    Field(
        key="adoption",
        label="采纳情况",
        kind="choice",
        choices=(
            Choice(key="adopted", label="全部采纳"),
            Choice(key="partly", label="部分采纳"),
            Choice(key="refused", label="没有采纳"),
        ),
    ),
    Field(
        key="opinions_adopted",
        label="采纳意见",
        kind="integer",
        measure="条",
        expected=(0, 30),
    ),
    Field(
        key="not_adopted_reasons",
        label="没有采纳的理由和依据",
        kind="long_text",
        source=article("二（六）"),
    ),
    Field(key="cleared", label="准予提交日期", kind="date"),
    Field(key="stopped", label="终止日期", kind="date"),
    Field(key="decided_against", label="违背审核意见作出决定", kind="boolean"),
    Field(key="found_wrong", label="事后发现有错日期", kind="date"),
)
