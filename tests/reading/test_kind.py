"""Plan, report or neither."""

from __future__ import annotations

import pytest

from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.kind import read_kind
from zhunsheng.engine.reading.meta import read_meta


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("云山县2024年法治政府建设工作要点\n一、抓学法\n每季一次。\n", "plan"),
        (
            "云山县人民政府办公室关于印发2024年重点工作责任分解的通知\n各单位：\n现印发给你们。\n",
            "plan",
        ),
        ("2020年政府工作报告重点工作责任分解\n一、投资\n1.抓项目。\n", "plan"),
        ("云山县人民政府关于2023年法治政府建设情况的报告\n现将情况报告如下。\n", "report"),
        ("云山县司法局2023年工作总结\n全年办结案件十件。\n", "report"),
        (
            "2022年，我办认真落实要求。现将2022年政府信息公开情况报告如下：\n一、总体情况\n",
            "report",
        ),
        ("为做好普法工作，制定本方案。\n一、目标\n全面普法。\n", "plan"),
        ("2026年云山省政府工作报告\n各位代表：\n现在报告工作。\n", "other"),
        ("云山县2015年国民经济和社会发展统计公报\n一、综合\n全年增长百分之九。\n", "other"),
        ("本报讯 近日，云山县开展普法活动三十场。\n", "other"),
        ("", "other"),
    ],
)
def test_the_kind_follows_from_title_and_opening(text: str, kind: str) -> None:
    flow = flow_of(Document(name="样本.txt", format="txt", text=text))
    assert read_kind(flow, read_meta(flow)) == kind
