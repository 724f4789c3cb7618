"""The papers of a decision, and which of them its file must hold by what was done in the case."""

from dataclasses import dataclass

from zhunsheng.domains.decisions.registers.shared import article, is_filled
from zhunsheng.engine.registers.fields import Choice
from zhunsheng.engine.registers.procedures import Gate, Predicate, Values


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A paper; `when` tells whether a case has made it, so that its file must hold it."""

    key: str
    label: str
    when: Predicate


REQUIRED_PAPERS = (
    Paper(key="study", label="建议论证材料", when=is_filled("proposed")),
    Paper(key="draft", label="决策草案及说明", when=is_filled("proposed")),
    Paper(key="units", label="部门协商记录", when=is_filled("units_consulted")),
    Paper(key="notice", label="征求意见公告", when=is_filled("comment_published")),
    Paper(key="groups", label="特定群体协商记录", when=is_filled("groups_heard")),
    Paper(key="hearing", label="听证记录", when=is_filled("hearing_record")),
    Paper(key="adoption", label="意见采纳情况", when=is_filled("adoption_done")),
    Paper(key="experts", label="专家论证意见", when=is_filled("argued")),
    Paper(key="risk", label="风险评估报告", when=is_filled("risk_assessed")),
    Paper(key="competition", label="公平竞争审查结论", when=is_filled("competition_reviewed")),
    Paper(key="legality", label="合法性审查意见", when=is_filled("proposed")),
    Paper(key="minutes", label="会议记录、纪要", when=is_filled("proposed")),
    Paper(key="party", label="请示报告", when=is_filled("party_reported")),
    Paper(key="decision", label="决策文件", when=is_filled("issued")),
)

PAPERS = tuple(Choice(key=paper.key, label=paper.label) for paper in REQUIRED_PAPERS)


def missing_papers(decision: Values) -> tuple[Paper, ...]:
    """Get the papers that a case has made and its file does not hold."""
    held = set(decision.get("archived_papers") or ())
    return tuple(
        paper for paper in REQUIRED_PAPERS if paper.when(decision) and paper.key not in held
    )


def _in_the_file(paper: Paper) -> Gate:
    return Gate(
        key=f"has_{paper.key}",
        needs=f"案卷缺少{paper.label}。",
        open_when=lambda decision: (
            not paper.when(decision) or paper.key in (decision.get("archived_papers") or ())
        ),
        source=article("第三十三条"),
    )


FILE_IS_COMPLETE = tuple(_in_the_file(paper) for paper in REQUIRED_PAPERS)
"""One gate for each paper, so that whoever archives reads which is missing."""
