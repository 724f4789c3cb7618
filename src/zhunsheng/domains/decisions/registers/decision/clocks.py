"""The periods that run in a decision, and the days it names itself."""

from zhunsheng.domains.decisions.registers.shared import article
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.register import RegisterClock

CLOCKS = (
    RegisterClock(
        clock="public_comment",
        starts="comment_published",
        ends="comment_closed",
        # 因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明。
        binding=lambda decision: not decision.get("comment_shortened"),
        otherwise="请等到期满；公告时已说明缩短理由的，在公布草案时登记缩短。",
    ),
    RegisterClock(
        clock="hearing_materials",
        starts="hearing",
        ends="hearing_materials_served",
    ),
    RegisterClock(
        clock="legality_review",
        starts="review_submitted",
        ends="opinion_given",
        # “一般不少于”：there may be a reason, and it is kept.
        binding=lambda decision: not decision.get("hurried_reason"),
        otherwise="确有特殊情况的，写明审查时间少于7个工作日的理由。",
    ),
)

PUBLICATION = DueDate(
    key="publication",
    label="公布决策",
    until="publish_until",
    ends="published",
    when=lambda decision: not decision.get("not_public"),
    source=article("第三十二条"),
)
