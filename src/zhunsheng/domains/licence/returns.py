"""
The publicity of licences (双公示) as the credit platforms take it.

The heads are those of the national sheet for licences of 2018; local platforms add to them.
"""

from zhunsheng.domains.licence.registers.vocabulary import KINDS
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


def _kind(reported: Reported) -> str:
    return next((one.label for one in KINDS if one.key == reported.values.get("kind")), "")


PUBLICITY = Return(
    key="publicity",
    label="行政许可信息公示表（双公示）",
    basis="行政许可和行政处罚等信用信息公示数据标准（国家公共信用信息平台，2018年）",
    register="case",
    day="decided",
    includes=lambda case: bool(case.get("decided") and case.get("content")),
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
        ReturnColumn("法定代表人", "representative"),
        ReturnColumn("法定代表人证件类型"),
        ReturnColumn("法定代表人证件号码"),
        ReturnColumn("证件类型"),
        ReturnColumn("证件号码", lambda one: _party(one, "number") if _is_person(one) else None),
        ReturnColumn("行政许可决定文书名称", "decision_name"),
        ReturnColumn("行政许可决定文书号", "decision_number"),
        ReturnColumn("许可类别", _kind),
        ReturnColumn("许可证书名称", "certificate"),
        ReturnColumn("许可编号", "licence_number"),
        ReturnColumn("许可内容", "content"),
        ReturnColumn("许可决定日期", "decided"),
        ReturnColumn("有效期自", "valid_from"),
        ReturnColumn("有效期至", "valid_until"),
        ReturnColumn("许可机关", lambda one: one.unit),
        ReturnColumn("许可机关统一社会信用代码"),
        ReturnColumn("当前状态"),
        ReturnColumn("数据来源单位", lambda one: one.unit),
        ReturnColumn("数据来源单位统一社会信用代码"),
        ReturnColumn("备注"),
    ),
)
