"""Plans of a county that exists nowhere, and what a coordinator does with them."""

from __future__ import annotations

from typing import Any

from tests.web.conftest import AT, World
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Membership, Unit, UnitGroup, User
from zhunsheng.web.planning import confirming, documents, drafting
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.preparing import prepared
from zhunsheng.web.registers.models import Entry

PLAN = """溪口县人民政府办公室
关于印发《溪口县2026年法治政府建设重点工作安排》的通知
溪口府办发〔2026〕5号
各乡镇人民政府，县级各部门：
《溪口县2026年法治政府建设重点工作安排》已经县政府同意，现印发给你们。
溪口县人民政府办公室
2026年2月10日
溪口县2026年法治政府建设重点工作安排
一、依法决策
1.严格执行重大行政决策程序。3月底前公布目录，9月底前完成评估。〔责任单位：县司法局，县发改局；以下均需各乡镇（街道）落实，不再列出〕
2.强化规范性文件监督管理。坚持有件必备、有备必审。〔责任单位：县司法局，县级有关部门〕
二、依法行政
3.加强行政应诉工作。行政机关负责人出庭应诉率不低于90%，各乡镇（街道）年度会前学法不少于6次。〔责任单位：县司法局，县政府办〕
4.加强执法监督。由县司法局牵头开展检查。〔责任单位：县司法局，县发改局〕
"""
AMENDED = (
    PLAN.replace("2026年2月10日", "2026年2月27日")
    .replace("〔2026〕5号", "〔2026〕9号")
    .replace("不低于90%", "不低于95%")
    .replace(
        "2.强化规范性文件监督管理。坚持有件必备、有备必审。〔责任单位：县司法局，县级有关部门〕\n",
        "",
    )
    .replace(
        "4.加强执法监督。",
        "4.建设数字政府平台。完成接口开发。〔责任单位：县发改局，县司法局〕\n5.加强执法监督。",
    )
    .replace("3.加强行政应诉工作。", "2.加强行政应诉工作。")
    .replace("〔责任单位：县司法局，县政府办〕", "〔责任单位：县司法局，县发改局〕")
)
ABOVE = """云溪市2026年法治政府建设工作要点
云溪市人民政府办公室
2026年1月20日
一、依法决策
1.严格执行重大行政决策程序。
2.做好信访法治化工作。
"""


def county(world: World) -> dict[str, Unit]:
    """Give the county two towns, an office and a group, and get its units by their codes."""
    made = {
        code: Unit.objects.create(government=world.county, code=code, name=name)
        for code, name in (
            ("zfb", "溪口县人民政府办公室"),
            ("lt", "柳塘镇人民政府"),
            ("cd", "城东街道办事处"),
        )
    }
    group = UnitGroup.objects.create(government=world.county, name="各乡镇（街道）")
    for code in ("lt", "cd"):
        Membership.objects.create(group=group, unit=made[code])
    return {"sfj": world.bureau, "fgj": world.office, **made}


def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


def begun(actor: Actor, unit: Unit, text: str = PLAN, **more: Any) -> PlanDraft:
    return drafting.add(actor, unit, documents.keep_text("计划", text), AT, **more)


def decide(actor: Actor, draft: PlanDraft, **decisions: Any) -> PlanDraft:
    def change(held: dict[str, Any]) -> None:
        for key, value in decisions.items():
            held[key] = {**held.get(key, {}), **value} if isinstance(value, dict) else value

    return drafting.decide(actor, draft.pk, draft.version, change, AT)


def settled(actor: Actor, draft: PlanDraft, *units: Unit) -> PlanDraft:
    """Decide all that a draft still asks: the units concerned, and what was not understood."""
    found = prepared(draft, AT.date())
    names = {
        one.name: {"units": [unit.pk for unit in units]}
        for one in found.proposal.names
        if one.certainty == "open"
    }
    left = {one.key: "aside" for one in found.proposal.left_over if not one.minor}
    return decide(actor, draft, names=names, left=left)


def confirmed(actor: Actor, draft: PlanDraft) -> Entry:
    return confirming.confirm(actor, draft.pk, draft.version, AT)


def entries(register: str) -> list[Entry]:
    return list(Entry.unscoped.filter(register=register).order_by("pk").select_related("unit"))
