"""Everything a page or an action needs of a draft: its proposal, its units, and what it would become."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.proposal import Proposal
from zhunsheng.web.planning import documents
from zhunsheng.web.planning.directories import directory_of
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.settled import Settled, settle


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft as it is understood and settled on a day."""

    draft: PlanDraft
    directory: Directory
    proposal: Proposal
    settled: Settled

    @property
    def with_units(self) -> bool:
        """Whether its tasks are somebody's here."""
        return self.draft.purpose != PlanDraft.Purpose.ABOVE

    def unit_name(self, key: int) -> str:
        """Get the name of a unit by its key."""
        return next((one.name for one in self.directory.units if one.key == str(key)), "")


def prepared(draft: PlanDraft, day: date) -> Prepared:
    """Get a draft as it is understood on a day. Raises FileError where its document is gone."""
    directory = directory_of(draft.government, day)
    proposal = documents.proposal_of(draft, directory)
    with_units = draft.purpose != PlanDraft.Purpose.ABOVE
    settled = settle(proposal, draft.decisions, directory, with_units=with_units)
    return Prepared(draft, directory, proposal, settled)
