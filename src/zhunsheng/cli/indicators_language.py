"""What the commands about indicators and the lake say, in Chinese and in English."""

from __future__ import annotations

from zhunsheng.engine.messages import Message

INDICATORS = Message("指标：查看、计算。", "Indicators: look them up, compute them.")
LIST = Message("列出指标。", "List indicators.")
SHOW = Message(
    "显示一个指标：数什么、怎么说、依据和口径。",
    "Show an indicator: what it counts, its words, source and versions.",
)
COMPUTE = Message(
    "按数据湖计算指标，用本机引擎或者Spark集群。",
    "Compute indicators over a lake, embedded or on a Spark cluster.",
)
LAKE = Message("数据湖：把台账导出为Parquet文件。", "The lake: registers as Parquet files.")
EXPORT = Message(
    "把本站的记录导出到数据湖（不含个人信息）。",
    "Put the site's entries into a lake, without personal fields.",
)
NAME = Message("指标的名称，如 openness.replied_on_time", "such as openness.replied_on_time")
NAME_WORD = Message("指标", "INDICATOR")
DOMAIN = Message("只看一个领域，如 openness", "one domain only, such as openness")
DOMAIN_WORD = Message("领域", "DOMAIN")
CELLS = Message("连统计表的格子一并列出", "cells of statistics tables too")
COMPUTE_CELLS = Message("连统计表的格子一并计算", "cells of statistics tables too")
FOLDER = Message("数据湖的文件夹", "the folder of the lake")
TO = Message("导出到这个文件夹", "the folder to export to")
REGISTER = Message("只导出这个台账，可写几次", "this register only; may be given more than once")
REGISTER_WORD = Message("台账", "REGISTER")
YEAR = Message("只导出这一年，可写几次", "this year only; may be given more than once")
YEAR_WORD = Message("年份", "YEAR")
ENGINE = Message("embedded，或者 spark://主机:端口", "embedded, or spark://host:port")
ENGINE_WORD = Message("引擎", "ENGINE")
PERIOD = Message(
    "期间：2026、2026-Q1、2026-03，或者 2026-03-15（截至这一日）；可写几次",
    "2026, 2026-Q1, 2026-03, or 2026-03-15 for the year to date; may be given more than once",
)
PERIOD_WORD = Message("期间", "PERIOD")
ONLY = Message("只算这个指标，可写几次", "this indicator only; may be given more than once")
BY = Message("按 unit（单位）或者 government（政府）分列", "by unit or by government")
CSV = Message("以CSV输出", "print CSV")
AS_OF = Message(
    "数据截至这一日，之后到期的不算；不写的，按导出的日期",
    "the day on which the data stand, that of the export unless given; what is due later is left out",
)
DATE_WORD = Message("日期", "DATE")
NO_DATE = Message("“{}”不是日期。请写成 2026-03-15。", '"{}" is no date. Write it as 2026-03-15.')
NO_BY = Message("--by 只能写 unit 或者 government。", "Write --by unit or --by government.")
FITS = Message("口径与台账相符。", "Its predicates fit the register.")
NOT_IN_LAKE = Message(
    "数据湖里没有这些台账，它们的指标没有计算：{}。",
    "The lake has none of these registers; their indicators were not computed: {}.",
)
NO_UNITS = Message(
    "数据湖里没有单位名录，不知道覆盖率的总数：{}。请用 zhunsheng lake export 导出。",
    "The lake lists no units, so a coverage has no base: {}. Fill it by zhunsheng lake export.",
)
NOTHING = Message(
    "{}里没有可以计算的数据。请先执行 zhunsheng lake export。",
    "There is nothing to compute in {}. Run zhunsheng lake export first.",
)
NO_FOLDER = Message("没有文件夹{}。请检查路径。", "There is no folder {}. Check the path.")
CANNOT_WRITE = Message(
    "无法写入{}：{}。请检查文件夹是否可写、磁盘是否有空间。",
    "Cannot write to {}: {}. Check that it may be written to and that the disk has room.",
)
EXPORTED = Message("{}：{}条记录，{}个政府", "{}: {} entries of {} governments")
EXPORTED_ALL = Message("已导出{}条记录到{}", "Exported {} entries to {}")
