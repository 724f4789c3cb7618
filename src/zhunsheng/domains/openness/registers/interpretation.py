"""Policy interpretation: each important policy with its explanation, and how long it took."""

from zhunsheng.domains.openness.registers.shared import ADDRESS, RESPONSIBLE
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

FORMS = (
    Choice(key="text", label="文字"),
    Choice(key="pictures", label="图解"),
    Choice(key="video", label="视频"),
    Choice(key="press_conference", label="新闻发布会"),
    Choice(key="expert", label="专家解读"),
    Choice(key="head", label="负责人解读"),
)

INTERPRETATION = Register(
    key="interpretation",
    label="政策解读",
    shape="event",
    basis="政府信息公开工作要求",
    says="政策文件和它的解读：何时发文、何时解读、用什么形式；重点民生、重大政策应同步解读。",
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
            key="document",
            label="公文公开属性登记",
            kind="reference",
            refers_to="openness.document_attribute",
        ),
        Field(
            key="policy_published", label="文件公布日期", kind="date", required=True, public=True
        ),
        Field(
            key="is_major",
            label="重点民生或者重大政策",
            kind="boolean",
            help="填“是”的，解读应与文件同步公布。",
            examples=("否", "否", "否", "是"),
        ),
        RESPONSIBLE,
        Field(key="published", label="解读公布日期", kind="date", public=True),
        Field(
            key="form", label="解读形式", kind="choice", several=True, public=True, choices=FORMS
        ),
        ADDRESS,
    ),
    due_dates=(
        DueDate(
            key="with_the_policy",
            label="同步解读",
            until="policy_published",
            ends="published",
            when=lambda policy: bool(policy.get("is_major")),
        ),
    ),
    checks=(
        Check(
            field="form",
            says="已经解读的，须写明解读形式。",
            holds=lambda policy: not policy.get("published") or bool(policy.get("form")),
        ),
    ),
)
