"""Sentences of the yearly report on legality review and legal counsel."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="reviews",
        chapter="institutions",
        text="开展合法性审查{reviews}[，比上年{reviews:change}][，审查意见采纳率{adopted}]。",
    ),
    Statement(
        key="opinions",
        chapter="institutions",
        text="审查规范性文件{reviews_normative_document}[，审查行政协议{reviews_agreement}]。",
    ),
    Statement(
        key="counsel",
        chapter="institutions",
        text="聘请法律顾问{counsel_in_office}[，在任公职律师{public_lawyers}]。",
    ),
    Statement(
        key="trained",
        chapter="institutions",
        text="培训法制审核人员{persons_trained}。",
    ),
)
