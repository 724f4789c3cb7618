"""Fields that mean the same in every register of openness."""

from zhunsheng.domains.openness.instruments import OPENNESS_2019
from zhunsheng.engine.registers.fields import Choice, Field

article = OPENNESS_2019.article

ADDRESS = Field(key="address", label="公开网址", public=True)
PUBLISHED = Field(key="published", label="公开日期", kind="date", public=True)
RESPONSIBLE = Field(key="responsible", label="责任单位", kind="unit", required=True, public=True)
HANDLED_BY = Field(key="responsible", label="承办单位", kind="unit")
SECRECY_REVIEWED = Field(
    key="secrecy_reviewed",
    label="已作保密审查",
    kind="boolean",
    source=article("第十七条"),
    examples=("是",),
)
UPDATE_DAYS = Field(
    key="update_days",
    label="应更新间隔",
    kind="integer",
    measure="日",
    expected=(1, 90),
    help="多少日以内至少更新一次；不写的不提醒。",
    examples=("", "", "", "90"),
)

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
KEY_TOPICS = tuple(topic.key for topic in TOPICS[:9])
"""The fields that the plans name as key fields of disclosure."""
