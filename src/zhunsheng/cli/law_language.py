"""What the commands about the law say, in Chinese and in English."""

from __future__ import annotations

from zhunsheng.engine.messages import Message

DUE = Message("推算法定期限的最后一日。", "Compute the last day of a statutory period.")
WORKDAYS = Message("数两个日期之间的工作日。", "Count the working days between two days.")
CALENDAR = Message("显示一年的放假和调休。", "Show a year's days off and make-up days.")
LAW = Message(
    "查规定：哪部法、哪一条、哪天起施行。", "Look up rules: instrument, article, since when."
)
LAW_LIST = Message("列出时限和规定。", "List clocks and rules.")
LAW_SHOW = Message("显示一个时限或一条规定。", "Show a clock or a rule.")
NOTICE = Message("放假通知：查看、导入。", "Holiday notices: list, add.")
NOTICE_LIST = Message("列出已有的放假通知。", "List the holiday notices that are held.")
NOTICE_ADD = Message(
    "看导入一份放假通知会变动哪些日子和期限；加 --apply 才采用。",
    "Say which days and deadlines a notice moves; --apply takes it.",
)
CLOCK = Message("时限的名称，如 openness.reply", "a clock, such as openness.reply")
CLOCK_WORD = Message("时限", "CLOCK")
DATE_WORD = Message("日期", "DATE")
YEAR_WORD = Message("年份", "YEAR")
HTML = Message("把推算过程写成可以打印的网页", "write the derivation as a page to print")
REGION_WORD = Message("地区", "REGION")
DOMAIN_WORD = Message("领域", "DOMAIN")
KEY = Message(
    "时限的名称（openness.reply）或规定的编号（disclosure-answer）",
    "a clock (openness.reply) or the key of a rule (disclosure-answer)",
)
FROM = Message(
    "起算日；按小时计算的写到分，如 2025-09-25T09:30",
    "the day it starts; for hours the moment: 2025-09-25T09:30",
)
SUSPEND = Message(
    "中止的第一日和最后一日，均不计入；还没结束的写 2025-10-09..",
    "first and last day that do not count; 2025-10-09.. while it goes on",
)
EXTEND = Message("按规定的最长时间延长", "extend by the most the law allows")
EXTEND_BY = Message("延长多少（与期限同单位）", "extend by so many, in the clock's unit")
AS_OF = Message("看这一天的状态", "say where it stands on this day")
FINISHED = Message("办结的日期", "the day it was finished")
EXPLAIN = Message("逐日说明怎样推算", "derive it day by day")
REGION = Message(
    "民族自治地方的名称，须先导入该地的通知", "an autonomous place whose notices were added"
)
FIRST_DAY = Message("第一天", "first day")
LAST_DAY = Message("最后一天", "last day")
YEAR = Message("年份，2004至2099", "a year from 2004 to 2099")
SVG = Message("画成图，写入此文件", "draw it into this file")
DOMAIN = Message("只看一个领域，如 openness", "one domain only, such as openness")
CLOCKS_ONLY = Message("只列时限", "clocks only")
UNVERIFIED = Message("只列未核实的", "only what is not verified")
ON = Message("只列这一天已经施行的", "only what is in force on this day")
NOTICE_FILE = Message("通知文件（TOML）", "the notice, a TOML file")
DEADLINES = Message(
    "在办事项（CSV，列名clock、from），一并列出变动的期限",
    "open matters (CSV with clock and from) whose deadlines are compared",
)
APPLY = Message("采用这份通知", "take the notice")
APPLIED = Message("已采用。", "Taken.")
NOT_APPLIED = Message(
    "尚未采用。核对无误后加 --apply 再运行一次。",
    "Not taken. Run it again with --apply to take it.",
)
COUNTED = Message(
    "{}至{}有{}个工作日（共{}日，两头都算）；从第二天数起有{}个工作日。",
    "{} to {}: {} working days out of {} days, both ends included; {} after the first day.",
)
PROVISIONAL = Message(
    "这是暂定数：其中有的日子还没有放假通知。", "Provisional: some days have no holiday notice yet."
)
NO_DATE = Message(
    "“{}”不是日期。请写成 2025-09-25，或 2025-09-25T09:30。",
    '"{}" is no date. Write 2025-09-25, or 2025-09-25T09:30.',
)
NO_SPAN = Message(
    "“{}”不是一段日子。请写成 2025-10-09..2025-10-20。",
    '"{}" is no span of days. Write 2025-10-09..2025-10-20.',
)
END_BEFORE_START = Message(
    "最后一天{}早于第一天{}。请把早的日期写在前面。",
    "{} is before {}. Write the earlier day first.",
)
BEFORE_START = Message(
    "--as-of 早于起算日，期限还没有开始。请改正日期。",
    "--as-of is before the start; nothing runs yet. Put the dates right.",
)
NO_DEADLINES = Message(
    "无法读取在办事项{}：{}。应为UTF-8编码的CSV，第一行是 clock,from。",
    "Cannot read {}: {}. It should be a CSV in UTF-8 whose first line is clock,from.",
)
NO_NOTICE = Message("无法读取{}：{}。请检查路径。", "Cannot read {}: {}. Check the path.")
OPEN_SUSPENSION = Message(
    "中止还没有结束，请用 --as-of 写明算到哪一天。",
    "The suspension goes on; say with --as-of as of which day to count.",
)
