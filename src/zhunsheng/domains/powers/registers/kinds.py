"""The lists there are, and the levels and acts that their items are told apart by."""

from zhunsheng.engine.registers.fields import Choice

LISTS = (
    Choice(key="county_power", label="县级部门权责清单", group="行政权力"),
    Choice(key="town_power", label="镇（街道）权责清单", group="行政权力"),
    Choice(key="licence", label="行政许可事项清单", group="行政权力"),
    Choice(key="service", label="公共服务事项清单", group="公共服务"),
    Choice(key="supervision", label="重点监管事项实施清单", group="监管"),
)
POWERS = ("county_power", "town_power", "licence")
"""The lists whose items are powers (行政权力事项), as reports count them."""

EDITIONS = (
    *LISTS,
    Choice(key="developed_town", label="经济发达镇行政权力下放事项清单", group="赋权"),
    Choice(key="enforcement", label="行政执法事项目录", group="监管"),
)
LEVELS = (
    Choice(key="county", label="县级"),
    Choice(key="town", label="镇（街道）"),
    Choice(key="zone", label="园区"),
)
ACTS = (
    Choice(key="licence", label="行政许可"),
    Choice(key="penalty", label="行政处罚"),
    Choice(key="compulsion", label="行政强制"),
    Choice(key="inspection", label="行政检查"),
    Choice(key="confirmation", label="行政确认"),
    Choice(key="benefit", label="行政给付"),
    Choice(key="service", label="公共服务"),
    Choice(key="other", label="其他"),
)
