"""Every domain through the one door: each gate refuses with its article, and nothing is changed."""

from __future__ import annotations

import pytest

from tests.domains.golden_cases import step_of
from tests.web.golden import cases_of, gates, joined, lines_about
from zhunsheng.web.registers.errors import ClosedError


@pytest.mark.parametrize("gate", gates(), ids=joined)
def test_a_step_against_the_law_is_refused_with_its_article_and_changes_nothing(desk, gate):
    found = cases_of("gates", gate, "step", "gate")
    assert found, "this gate has no golden case"
    for case in found:
        entry, step = desk.follow(case), desk.ready(case, step_of(case))
        lines, state = lines_about(entry), entry.state
        with pytest.raises(ClosedError) as refused:
            desk.take_ready(case, entry, step)
        assert case["established_by"] in refused.value.message.zh
        entry.refresh_from_db()
        assert (lines_about(entry), entry.state) == (lines, state)
