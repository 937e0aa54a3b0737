"""How far an article reaches where other prose stands below it."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.frame import Page
from copydesk.desk.judging import extent
from copydesk.desk.judging.characters import Characters, read_characters
from copydesk.desk.judging.extent import cut_other_texts, may_begin, seams
from copydesk.desk.judging.features import Column, line_features, page_features
from copydesk.desk.judging.judge import judge
from copydesk.desk.page.lines import lay_out_text

TOOLS = "Share this story\nFacebook\nTwitter\nEmail\n\nAdvertisement\n\nMore stories\n"
TOPICS = "Topics\nFerry\nHarbour\nIsland\n\n" + TOOLS.replace("\n\nAdvert", "\n\nComments (12)\n\nAdvert")
LETTER = "We use cookies\nNewsletter\nGet our newsletter\nSign up\n"
MENU = "Home\nNews\nSport\nCulture\nLog in\nSubscribe\n"
FOOT = "\nAbout us\nContact\nPrivacy\nTerms of use\n© 2024 Saltmouth Courier\n"
FERRY = """\
Ferry terminal to stay open through the winter

By Tom Ash
12 March 2024

The harbour board voted on Tuesday to keep the old ferry terminal open through the winter, after a consultation in \
which more than four hundred residents wrote in.

Its chair, Ann Lee, said the money would come from the reserve. The terminal was built in 1931 and has not been \
repaired since the storm of 1987.

“We heard you,” Lee told the meeting. “Nobody without a car can use the bridge, and the ferry is the only way to the \
hospital for half of the island.”

Work on the terminal starts in March and is expected to last for two years, the board said. The ferry will run every \
hour until then.

Residents of the island welcomed the vote. “The harbour without a ferry is no harbour,” said Joan Marsh, who led the \
protest against the board's first plan."""
ORCHARD = """\
Late frost ruins half of the valley's apricots

By Maria Kern
11 March 2024

Growers in the upper valley have lost about half of their apricots to two nights of frost, the chamber of agriculture \
said after a first inspection of the orchards.

The trees had flowered three weeks early. Temperatures fell to six degrees below zero on Friday and Saturday, too cold \
for the candles and sprinklers with which growers tried to save the blossom.

“We lit four hundred candles a night and still lost the lower rows,” said Peter Holz, whose family has grown apricots \
near Auburg for three generations.

The chamber puts the damage at eleven million. Insurers cover hail but not frost, and growers have asked the province \
for help as in 2016."""
CHESS = """\
Schoolgirl of twelve wins the city's chess open

By Igor Blum
10 March 2024

A pupil of twelve has won the city's chess open without losing a game, ahead of two grandmasters and the champion of \
the last three years.

Lena Vogt drew with the favourite in the fourth round and beat both grandmasters with the black pieces. She learned \
the game from her grandfather at five.

“I only saw the win when he offered a draw,” Vogt said after the last game, which lasted for six hours.

Her club has entered her for the junior championship in August. A sponsor for the journey is still sought."""
TEASERS = "\n".join((
    "Bakers warn of dearer bread as mills raise the price of flour for the third time in a year.",
    "A lynx has been seen near the reservoir, the first in the district for a century and a half.",
    "The opera opens its season with a work that was thought lost, found in a cellar in Trieste.",
    "Why do so many drivers miss the new exit? A visit to the crossroads that divides a suburb.",
    "Handball: the women's team is promoted after a win in the last second of extra time.",
    "The library lends tools now. Drills and ladders are the first to be out for weeks.",
    "Two pupils have built a telescope out of a water pipe and photographed Saturn's rings.",
    "Ticks are active a month early this year; what doctors advise those who walk in the woods.",
))  # fmt: skip
GUIDE = """\
How to bring your bicycle through the winter

A bicycle that is ridden through the winter needs more care than one that stands in the cellar. Salt, wet and cold eat \
at the chain, the brakes and the cables. With an hour a month a bicycle stays safe. Here is what to do.

The chain
Clean the chain every two weeks with a dry cloth and oil it. In the winter a thicker oil stays longer on the chain, \
and it keeps the salt from the links.

The brakes
Look at the pads before each long ride. Grit between pad and rim grinds both, so wash the rims after a ride through \
slush. Disc brakes of a bicycle need less care in the winter.

The lights
Days are short, and batteries hold half as long in the cold. Take the lights of the bicycle indoors at night, and \
carry a spare one.

The tyres
Let out a little air on snow and ice: a softer tyre grips better. Studded tyres are allowed on a bicycle in most \
countries, though not on every path."""
LIST = """\
Five places to swim near the city

From quiet lakes to a bath in the river: these are our five favourites for hot days, all of which can be reached by \
train or by bicycle, and none of which asks for more than five euros.

1. Lake Auer
The water of Lake Auer is so clear that swimmers see the ground at four metres. Trains stop ten minutes from the \
beach, and in the evening the last swimmers share it with herons.

2. Mill weir, Osterby
Below the weir the river is shallow and slow enough for children to swim. The kiosk sells ice cream until the sun is \
behind the mill.

3. Quarry pond
Nobody knows how deep the quarry is. Swimmers jump from the lower rocks; the higher ones are closed. Bring shoes, for \
the way down from the bicycle stand is steep.

4. Stadtbad
An outdoor pool with trees as old as the city's trams, where swimmers have come since 1911. Mornings belong to those \
who swim in lanes.

5. Dune lake
The farthest of the five, an hour by train, and the warmest: the lake is nowhere deeper than a swimmer is tall."""


def _body(text: str) -> str:
    page = lay_out_text(text)
    verdicts = judge(page)
    return "\n".join(line.text for line, verdict in zip(page.lines, verdicts, strict=True) if verdict.role.is_body)


def test_other_prose_below_is_cut() -> None:
    below = f"{TOPICS}\n{TOOLS}\nMost read\n{TEASERS}\n{TOOLS}\n{ORCHARD}\n{TOOLS}\n{CHESS}"
    body = _body(f"{MENU}\n{FERRY}\n\n{below}\n{FOOT}")
    assert "led the protest" in body
    # How the first of the other texts begins may be less sure.
    assert [word for word in ("frost", "Vogt", "Trieste", "Saturn") if word in body] in ([], ["frost"])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(FERRY, "first plan.", id="a story"),
        pytest.param(GUIDE, "every path.", id="a guide in sections"),
        pytest.param(LIST, "is tall.", id="a list"),
        pytest.param("\n\n".join(FERRY.split("\n\n")[2:4]), "storm of 1987.", id="a brief"),
    ],
)
def test_an_article_stays_whole(text: str, last: str) -> None:
    assert _body(f"{MENU}\n{text}\n{FOOT}").endswith(last)
    assert _body(text).endswith(last)


def _seen(page: Page) -> tuple[Characters, dict[str, Column]]:
    """The characters of a page and the features of its lines, whose words lean to nothing."""
    characters = read_characters([line.text for line in page.lines])
    own = line_features(page.lines, characters)
    return characters, own | page_features(own, np.zeros((len(page.lines), 5)), characters)


_SAID = "Ferry ferry harbour board Lee vote 1931 frost orchard 文字 valley said".split()
_LINES = st.lists(
    st.one_of(
        st.text("ab .?!•1é文AB", min_size=1).filter(lambda line: line.strip() != ""),
        st.lists(st.sampled_from(_SAID), min_size=30, max_size=60).map(lambda words: f"{' '.join(words)}."),
    ),
    min_size=4,
    max_size=24,
)


@given(_LINES, st.data())
def test_some_of_what_is_kept_stays_and_nothing_else(lines: list[str], data: st.DataObject) -> None:
    page = lay_out_text("\n".join(lines))
    count = len(page.lines)
    characters, features = _seen(page)
    certainty = np.array(data.draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    kept = np.array(data.draw(st.lists(st.sampled_from((True, True, False)), min_size=count, max_size=count)))
    before = kept.copy()
    article = cut_other_texts(features, certainty, kept, characters)
    assert (kept == before).all()
    assert not (article & ~kept).any()
    assert article.any() == kept.any()
    if kept.sum() >= 2:
        found = seams(features, certainty, kept, characters)
        assert {len(column) for column in found.values()} == {int(kept.sum()) - 1}
        assert all(np.isfinite(column).all() for column in found.values())


def test_a_page_without_a_word_has_finite_features() -> None:
    page = lay_out_text("?\n?\n?\n?")
    characters, features = _seen(page)
    found = seams(features, np.zeros(4), np.ones(4, dtype=bool), characters)
    assert all(np.isfinite(column).all() for column in found.values())


def test_nothing_begins_where_little_stands_above_or_below() -> None:
    features = {"log words": np.log1p(np.full(5, 50.0)), "sentences": np.array([1.0, 1, 2, 0, 1])}
    assert may_begin(features, np.arange(5), 60).tolist() == [False, True, True, False]
    assert may_begin(features, np.arange(5), 120).tolist() == [False, True, False, False]
    assert may_begin(features, np.arange(1), 60).tolist() == []
    assert may_begin(features | {"sentences": np.zeros(5)}, np.arange(5), 60).tolist() == [False] * 4


@pytest.mark.parametrize(
    ("certainty", "stand"),
    [
        pytest.param([0.9] * 9, 9, id="none with a line that is surely the article's"),
        pytest.param([0.9, 0.9, 0.9, 0.9, 0.8, 0.9, 0.9, 0.9, 0.9], 4, id="the line in doubt"),
        pytest.param([0.5, 0.5, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5], 9, id="too little above, too little below"),
    ],
)
def test_another_text_begins_with_a_line_in_doubt(
    certainty: list[float], stand: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure_of_all = SimpleNamespace(columns=["words above"], trees=SimpleNamespace(certainty=lambda rows: rows[:, 0] > 0))
    monkeypatch.setattr(extent, "_load", lambda: sure_of_all)
    page = lay_out_text("\n".join(["The ferry goes to the island at noon." * 5] * 9))
    characters, features = _seen(page)
    article = cut_other_texts(features, np.array(certainty), np.ones(9, dtype=bool), characters)
    assert article.tolist() == [True] * stand + [False] * (9 - stand)
