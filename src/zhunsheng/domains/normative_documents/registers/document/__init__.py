"""A normative document: from its draft through the steps of the law to the day it ends."""

from zhunsheng.domains.normative_documents.registers.document.checks import CHECKS
from zhunsheng.domains.normative_documents.registers.document.fields import FIELDS
from zhunsheng.domains.normative_documents.registers.document.procedure import STATES, STEPS
from zhunsheng.domains.normative_documents.registers.document.terms import CLOCKS, DUE_DATES
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Procedure
from zhunsheng.engine.registers.register import Register

DOCUMENT = Register(
    key="document",
    label="行政规范性文件",
    shape="case",
    basis="地方各级人民代表大会和地方各级人民政府组织法第七十五条；国办发〔2018〕37号",
    says="一件文件从起草、征求意见、审核、集体审议，到统一编号公布、备案，直到失效。",
    title="name",
    happened="initiated",
    face=("document_number", "published", "filed"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    due_dates=DUE_DATES,
    checks=CHECKS,
    hints=(
        Hint(
            key="alike",
            compares="name",
            alike=reads_alike,
            says="另有{count}件文件名称相近；现行文件仍然适用的，不要重复发文。",
            when=lambda document: not document.get("ended"),
            counts=lambda document: not document.get("ended"),
        ),
    ),
)
