"""A return of inspections, with somebody's name in it and without."""

from zhunsheng.engine.registers.returns import Return, ReturnColumn

_HEADS = (
    ReturnColumn("检查对象", "place"),
    ReturnColumn("日期", "planned"),
    ReturnColumn("货值", "value"),
    ReturnColumn("单位", lambda one: one.unit),
    ReturnColumn("备注"),
)
RETURNS = (
    Return(
        key="visits",
        label="检查情况表",
        basis="某市检查办法",
        register="inspection",
        day="planned",
        columns=_HEADS,
        includes=lambda visit: visit.get("origin") != "report",
    ),
    Return(
        key="firms",
        label="检查对象表",
        basis="某市检查办法",
        register="inspection",
        day="planned",
        columns=(
            *_HEADS,
            ReturnColumn("当事人", lambda one: (one.values.get("firm") or {}).get("name")),
        ),
        personal=True,
    ),
)
