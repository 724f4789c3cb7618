"""Figures of confirmations and benefits, and of the decisions about them that came in time."""

from zhunsheng.engine.indicators.conditions import in_time
from zhunsheng.engine.indicators.declarations import Count, Indicator, Share

_CONFIRMATIONS = "行政确认"
_BENEFITS = "行政给付"
_YEARLY = "行政执法年度统计的要求"


def _of(register: str, label: str, said: str) -> tuple[Indicator, ...]:
    """Get how many of a kind were decided, how many in time, and how many did not stand."""
    return (
        Count(
            key=f"{register}s_decided",
            label=f"办结的{label}",
            register=register,
            on="decided",
            said_as=(f"办理{label}",),
            source=_YEARLY,
            says=f"期内作出决定的{label}办件，准予和不予办理的都算；不予受理、撤回的不算。",
            group=label,
        ),
        Share(
            key=f"{register}s_on_time",
            label=f"{label}按期办结率",
            register=register,
            on="promised",
            counts=lambda case, _: in_time(case.settled, case.promised),
            said_as=(f"{label}按期办结率",),
            source=said,
            says="应办结日期在期内的办件中，按期决定、不予受理或者撤回的；没有办结的计入分母。",
            group=label,
            better="more",
        ),
        Count(
            key=f"{register}s_annulled",
            label=f"被撤销或者确认违法的{label}",
            register=register,
            on="annulled",
            source=_YEARLY,
            says=f"期内在复议、诉讼或者监督中被撤销、确认违法的{label}，不论何时作出。",
            group=label,
            better="fewer",
        ),
    )


ON_REQUEST = (
    *_of("confirmation", _CONFIRMATIONS, "本单位对行政确认的承诺"),
    *_of("benefit", _BENEFITS, "本单位对行政给付的承诺"),
)
"""Confirmations first."""
