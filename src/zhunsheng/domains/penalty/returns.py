"""
The publicity of penalties (双公示) as the credit platforms take it.

The heads are those of the national sheet for penalties of 2018; local platforms add to them.
"""

from decimal import Decimal

from zhunsheng.domains.penalty.registers.case.vocabulary import PENALTIES
from zhunsheng.engine.registers.returns import Reported, Return, ReturnColumn

_PERSON, _ORGANIZATION = "自然人", "法人及非法人组织"
_CREDIT_CODE = 18


def _party(reported: Reported, part: str) -> str:
    return str((reported.values.get("party") or {}).get(part) or "")


def _is_person(reported: Reported) -> bool:
    return reported.values.get("party_kind") == "person"


def _credit_code(reported: Reported) -> str:
    number = _party(reported, "number")
    return number if not _is_person(reported) and len(number) == _CREDIT_CODE else ""


def _kinds(reported: Reported) -> str:
    chosen = reported.values.get("penalties") or []
    return "、".join(one.label for one in PENALTIES if one.key in chosen)


def _content(reported: Reported) -> str:
    """Get what was imposed in words: the kinds, with the amounts."""
    said = [_kinds(reported)]
    for key, words in (("fine", "罚款"), ("confiscated", "没收")):
        if amount := reported.values.get(key):
            said.append(f"{words}{Decimal(amount) / 100:,.2f}元")
    return "；".join(one for one in said if one)


def _in_ten_thousands(key: str, reported: Reported) -> Decimal | None:
    """Get an amount in 万元, as the sheet asks for it, to the 分."""
    amount = reported.values.get(key)
    return None if amount is None else Decimal(amount) / 100 / 10_000


PUBLICITY = Return(
    key="publicity",
    label="行政处罚信息公示表（双公示）",
    basis="行政许可和行政处罚等信用信息公示数据标准（国家公共信用信息平台，2018年）",
    register="case",
    day="decided",
    includes=lambda case: case.get("outcome") == "penalty" and not case.get("not_published"),
    personal=True,
    note="决定作出之日起7个工作日内上传。各地平台的表样可能增加栏目，报送前请核对；自然人的证件号码只报平台，不对外公开。",
    columns=(
        ReturnColumn("行政相对人名称", lambda one: _party(one, "name")),
        ReturnColumn("行政相对人类别", lambda one: _PERSON if _is_person(one) else _ORGANIZATION),
        ReturnColumn("行政相对人代码_1（统一社会信用代码）", _credit_code),
        ReturnColumn("行政相对人代码_2（工商注册号）"),
        ReturnColumn("行政相对人代码_3（组织机构代码）"),
        ReturnColumn("行政相对人代码_4（税务登记号）"),
        ReturnColumn("行政相对人代码_5（事业单位证书号）"),
        ReturnColumn("行政相对人代码_6（社会组织登记证号）"),
        ReturnColumn("法定代表人"),
        ReturnColumn("法定代表人证件类型"),
        ReturnColumn("法定代表人证件号码"),
        ReturnColumn("证件类型"),
        ReturnColumn("证件号码", lambda one: _party(one, "number") if _is_person(one) else None),
        ReturnColumn("行政处罚决定书文号", "decision_number"),
        ReturnColumn("违法行为类型", "matter"),
        ReturnColumn("违法事实", "facts"),
        ReturnColumn("处罚依据"),
        ReturnColumn("处罚类别", _kinds),
        ReturnColumn("处罚内容", _content),
        ReturnColumn("罚款金额（万元）", lambda one: _in_ten_thousands("fine", one)),
        ReturnColumn(
            "没收违法所得、没收非法财物的金额（万元）",
            lambda one: _in_ten_thousands("confiscated", one),
        ),
        ReturnColumn("暂扣或吊销证照名称及编号"),
        ReturnColumn("处罚决定日期", "decided"),
        ReturnColumn("处罚有效期"),
        ReturnColumn("公示截止期"),
        ReturnColumn("处罚机关", lambda one: one.unit),
        ReturnColumn("处罚机关统一社会信用代码"),
        ReturnColumn("数据来源单位", lambda one: one.unit),
        ReturnColumn("数据来源单位统一社会信用代码"),
        ReturnColumn("备注"),
    ),
)
