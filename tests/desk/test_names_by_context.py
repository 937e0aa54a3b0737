"""English names whose kind, or being names at all, the rest of the text tells."""

import pytest

from copydesk.desk.tags.names import Names, tag_names


def tags(text: str, least: float = 0.8) -> Names:
    return tag_names(text, language="en", title=None, exclude=(), tag_confidence=least)


def names(text: str, field: str) -> set[str]:
    return {entity.name for entity in getattr(tags(text), field)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Amazon is the largest rainforest. Scientists say the Amazon stores carbon; loggers cut it.", "places"),
        ("Ships on the Amazon carry soy. Villages along the Amazon were flooded in Peru.", "places"),
        (
            "Amazon said its Prime members get free delivery. Amazon shares rose. Jeff Bezos founded Amazon.",
            "organisations",
        ),
        (
            "Amazon will open a warehouse in Brazil. Amazon customers there buy online, the retailer said.",
            "organisations",
        ),
    ],
)
def test_a_forest_or_a_company_by_the_words_around_it(text: str, kind: str) -> None:
    kinds = {field for field in ("people", "organisations", "places") if "Amazon" in names(text, field)}
    assert kinds == {kind}


def test_where_a_company_is_based_is_no_part_of_its_name() -> None:
    text = "The decision was right, said the Lagos-based Financial Derivatives Company on Tuesday."
    assert names(text, "organisations") == {"Financial Derivatives Company"}


def test_a_states_abbreviation_behind_a_town_is_no_place_of_its_own() -> None:
    text = "SPOKANE, Wash. — Police in Boise, Idaho, and Tampa, Fla., said they arrested Tom Hill."
    assert names(text, "places") == {"SPOKANE", "Boise", "Idaho", "Tampa"}


def test_flames_that_open_sentences_are_no_team_but_where_others_play() -> None:
    assert names("Flames swept through the warehouse. Flames could be seen for miles.", "organisations") == set()
    assert "Flames" in names("Flames beat Oilers in overtime. Flames coach Ryan Huska was pleased.", "organisations")


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        (
            "The Nationals lost to the Phillies. National League pitchers dominate; Nationals fans left early.",
            {"Nationals", "Phillies"},
        ),
        (
            "The Washington Capitals beat the Colorado Avalanche. The Capitals scored twice in the capital.",
            {"Washington Capitals", "Colorado Avalanche"},
        ),
        ("The Colorado Rapids signed a striker. Rapids coach Chris Armas needs goals.", {"Colorado Rapids"}),
    ],
)
def test_teams_in_the_plural_are_whole_and_one(text: str, teams: set[str]) -> None:
    found = names(text, "organisations")
    assert teams <= found
    assert not found.intersection({"National", "Capital", "Capitals", "Rapid", "Rapids"})
