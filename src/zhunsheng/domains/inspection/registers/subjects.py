"""The pool of those who may be inspected, with their grade and the most visits a year."""

from zhunsheng.domains.inspection.instruments import (
    DOUBLE_RANDOM_OPINIONS,
    FIRM_INSPECTION_OPINIONS,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.register import Register

SUBJECT = Register(
    key="subject",
    label="检查对象名录库",
    shape="pool",
    basis=str(DOUBLE_RANDOM_OPINIONS.article("三（三）")),
    says="可以检查的企业和场所、信用风险等级和每年检查次数上限；停业的移出。",
    title="name",
    happened="listed",
    face=("grade", "cap", "retired"),
    fields=(
        Field(
            key="name",
            label="单位或者场所名称",
            required=True,
            help="只收法人、其他组织和经营场所，不收自然人。",
            examples=("示例餐饮店（虚构）", "示例加工厂（虚构）", "示例超市（虚构）"),
        ),
        Field(key="code", label="统一社会信用代码", examples=("990101MA00000000",)),
        Field(key="region", label="所在地", kind="region"),
        Field(key="listed", label="入库日期", kind="date", required=True),
        Field(
            key="grade",
            label="信用风险等级",
            kind="choice",
            required=True,
            choices=(
                Choice(key="low", label="低"),
                Choice(key="medium", label="中"),
                Choice(key="high", label="高"),
            ),
        ),
        Field(
            key="cap",
            label="年度检查次数上限",
            kind="integer",
            measure="次",
            required=True,
            expected=(0, 12),
            help="按公布的频次上限填写；投诉举报等触发的检查不占次数。",
            source=FIRM_INSPECTION_OPINIONS.article(""),
        ),
        Field(key="retired", label="移出日期", kind="date"),
    ),
)
