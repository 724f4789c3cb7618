"""Who may see figures: further than entries, and never those of a government beside one's own."""

from __future__ import annotations

from tests.web.conftest import World
from tests.web.indicators.conftest import YEAR
from zhunsheng.web import actors, policy
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.organizations.models import Unit


def governments(actor: actors.Actor) -> list[str]:
    return [one.name for one in policy.governments_counted_for(actor)]


def test_figures_of_the_own_government_and_below_are_seen_and_no_others(world: World):
    above = Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局")
    clerk = world.actor(world.person("县里的人", world.bureau, "reporter"))
    clerk_above = world.actor(world.person("市里的人", above, "reporter"))
    nobody = world.actor(world.person("没有角色的人", world.bureau))
    assert governments(clerk) == ["溪口县"]
    assert governments(clerk_above) == ["云溪市", "溪口县", "石岭县"]
    assert governments(nobody) == []
    for place in (Place(world.prefecture), Place(world.other_county, world.other_bureau)):
        assert not policy.may_see_figures(clerk, place)
        assert policy.may_see_figures(clerk_above, place)
        assert not policy.may_see_figures(nobody, place)


def test_a_figure_is_seen_where_its_entries_are_not(world: World, inspect):
    of_office = inspect(world.office)
    own = inspect()
    colleague = world.actor(world.person("同事", world.bureau, "approver"))
    county = Place(world.county)
    assert policy.may_see_figures(colleague, county)
    figure = results.figures(["casework.inspected"], [YEAR], county)["casework.inspected", "2026"]
    behind = results.entries_behind("casework.inspected", YEAR, county)
    assert (figure.value, set(behind)) == (2, {own.pk, of_office.pk})
    seen = policy.entries_for(colleague).filter(pk__in=behind)
    assert [entry.pk for entry in seen] == [own.pk]
