"""Titles broken into lines at the sense, as few as will hold them and none too wide."""

from __future__ import annotations

import re

from zhunsheng.rendering.report.printable import most_em

WIDEST = 20.0
"""How many characters of 二号 a line of the type area holds."""

_SENSE = (
    (re.compile(r"(?=关于)"), 0.0),
    (re.compile(r"(?<=[，、；：》）])(?![，、；：》）])|(?=《)"), 2.0),
    (re.compile(r"(?<=人民政府)|(?<=委员会)|(?<=办公室)|(?<=年度)|(?<=年)(?!度)|(?<=局)"), 3.0),
    (re.compile(r"(?=法治政府)|(?=工作(?:情况|总结|报告))|(?=情况的)|(?<=的)|(?=暨)|(?= )"), 4.0),
)
_NEVER = re.compile(
    r"(?<=[《（〈“\u2018〔])|(?=[》）〉”\u2019〕，、；：。！？])|(?<=[\dA-Za-z.])(?=[\dA-Za-z.%])|(?<=\d)(?=[年月日])|(?=的(?:报告|通知|函|意见|决定|请示|公告|通报))"
)
_WORDS = re.compile(
    "人民|政府|法治|建设|情况|工作|报告|年度|落实|实施|方案|行政|执法|通知|推进|优化|营商|环境"
)
_ELSEWHERE, _FORBIDDEN = 20.0, 200.0


def title_lines(text: str, widest: float = WIDEST) -> tuple[str, ...]:
    """
    Get the lines of a title, best broken before 关于 and behind who reports.

    >>> title_lines("溪口县人民政府关于2025年度法治政府建设情况的报告")
    ('溪口县人民政府', '关于2025年度法治政府建设情况的报告')
    """
    return tuple(line for part in text.split("\n") if part for line in _broken(part, widest))


def _broken(text: str, widest: float) -> list[str]:
    """Break one line: each line costs much, a break in the sense little, uneven lines a little."""
    if most_em(text) <= widest:
        return [text]
    cost = _costs(text)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        options = []
        width, start = 0.0, end
        while start:
            width += most_em(text[start - 1])
            if width > widest and start != end:
                break
            start -= 1
            line = 300.0 + (widest - width) ** 2 / widest
            options.append((best[start][0] + line + (cost[end] if end < len(text) else 0.0), start))
        best.append(min(options))
    lines, end = [], len(text)
    while end:
        start = best[end][1]
        lines.append(text[start:end])
        end = start
    return lines[::-1]


def _costs(text: str) -> list[float]:
    """Get what a break costs before each character."""
    cost = [_ELSEWHERE] * (len(text) + 1)
    for pattern, price in _SENSE:
        for found in pattern.finditer(text):
            cost[found.start()] = min(cost[found.start()], price)
    for found in _NEVER.finditer(text):
        cost[found.start()] = _FORBIDDEN
    for found in _WORDS.finditer(text):
        cost[found.start() + 1] = _FORBIDDEN
    return cost
