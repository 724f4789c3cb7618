"""What the last page of a document says of how it goes out: copies, and whether it may be published."""

from __future__ import annotations

import re

from zhunsheng.engine.documents.flow import Flow

_COPIES = re.compile(
    r"抄\s?送[:：](?P<names>[^\n]{1,600}(?:\n(?![^\n]{0,60}印发)[^\n]{1,600}。(?=\n|$)){0,12})"
)
_DISCLOSURE = re.compile(
    r"(?:是否宜公开选项|公开选项|公开方式|公开属性|信息公开类别|信息公开选项)[:：](?P<said>[^\n。；，]{1,12})"
    r"|[（(](?P<marked>此件(?:依申请公开|主动公开|不予公开|公开发布|不公开|删减后公开))[）)]"
)
_SEPARATORS = re.compile(r"[、，,；;。\n]")


def read_copies(flow: Flow) -> tuple[str, ...]:
    """Get to whom copies of a document go (抄送), in its words."""
    found = list(_COPIES.finditer(flow.text))
    if not found:
        return ()
    listed = _SEPARATORS.split(found[-1]["names"])
    return tuple(dict.fromkeys(name.strip() for name in listed if name.strip()))


def read_disclosure(flow: Flow) -> str:
    """Get whether a document may be published, in its own words, or nothing."""
    found = list(_DISCLOSURE.finditer(flow.text))
    return (found[-1]["said"] or found[-1]["marked"]) if found else ""
