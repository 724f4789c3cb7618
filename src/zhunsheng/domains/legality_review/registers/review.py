"""A legality review: from the papers handed in to the opinion and what became of it."""

from zhunsheng.domains.legality_review.registers.review_fields import FIELDS
from zhunsheng.domains.legality_review.registers.review_steps import STATES, STEPS
from zhunsheng.domains.legality_review.registers.vocabulary import article
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Check, Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock


def _answers_add_up(review: Values) -> bool:
    raised = review.get("opinions_raised")
    return raised is None or (review.get("opinions_adopted") or 0) <= raised


def _reviewed_twice(review: Values) -> bool:
    first, second = review.get("reviewer"), review.get("second_reviewer")
    if not review.get("opinion_given") or review.get("field") == "none":
        return True
    return bool(second and second != first)


def _is_document(review: Values) -> bool:
    return review.get("matter") == "normative_document"


REVIEW = Register(
    key="review",
    label="合法性审核",
    shape="case",
    named_across=True,
    basis="国办发〔2018〕115号；本地合法性审核工作规定",
    says="送审、材料审查、七项审核、书面意见、采纳情况；没有通过审核的，不得提交审议、作出决定或者签订。",
    title="subject",
    happened="handed_in",
    face=("submitted", "matter", "conclusion"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=(
        RegisterClock(
            clock="review_minimum",
            when=lambda review: _is_document(review) and not review.get("urgent"),
            binding=lambda _: True,
            otherwise="请满5个工作日再出具意见；因突发事件或者上级紧急命令须立即制定的，填“紧急情形”和理由。",
        ),
        RegisterClock(clock="review", when=_is_document),
    ),
    checks=(
        Check(
            field="opinions_adopted",
            says="采纳的意见不能多于提出的意见。",
            holds=_answers_add_up,
        ),
        Check(
            field="urgent_reasons",
            says="紧急情形须写明理由。",
            holds=lambda one: not one.get("urgent") or bool(one.get("urgent_reasons")),
            source=article("二（五）"),
        ),
        Check(
            field="second_reviewer",
            says="重点领域的事项须由另一名审核人复核。",
            holds=_reviewed_twice,
        ),
        Check(
            field="manual",
            says="所选的指导手册在报送之日还没有印发或者已经停用，请选当时现行的一版。",
            holds=lambda review: review.get("manual_current") is not False,
        ),
        Check(
            field="submitted",
            says="材料齐备日期不能早于报送日期。",
            holds=lambda one: (
                not one.get("submitted") or one["submitted"] >= (one.get("handed_in") or "")
            ),
        ),
    ),
    hints=(
        Hint(
            key="reviewed_before",
            compares="subject",
            alike=reads_alike,
            says="另有{count}件审核的事项名称相近，请核对是否同一件事。",
        ),
    ),
)
