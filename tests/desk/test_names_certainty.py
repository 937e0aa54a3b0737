"""How sure to be of a name, beyond what the tagger says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.tags.english.certainty import TRAITS, careless_share, certainties, traits_of
from copydesk.desk.tags.english.doubt import doubtful, lower_words
from copydesk.desk.tags.english.matters import with_whole_bodies
from copydesk.desk.tags.english.model import names_model
from copydesk.desk.tags.english.sentences import tokenise
from copydesk.desk.tags.english.tagger import _with_initials, english_names
from copydesk.desk.tags.link import Found, Kind, Named, link
from copydesk.desk.tags.names import tag_names


def named(text: str, name: str, kind: Kind = "ORG", confidence: float = 0.95, ends: float = 1.0) -> Named:
    start = text.index(name)
    mention = Found(start, start + len(name), kind, name, "", confidence, ends)
    return Named(kind, name.lower(), name, (mention,))


def sure_of(text: str, name: Named) -> float:
    (sure,) = certainties([name], text, lower_words(text), names_model().lexicon)
    return sure


@pytest.mark.parametrize(
    ("surer", "less", "name", "kind"),
    [
        pytest.param(
            "He met the people of Zorvex there.",
            "he met the people of Zorvex there lol",
            "Zorvex",
            "ORG",
            id="in a careful text",
        ),
        pytest.param("They work for Zorvex.", "RT @joe: They work for Zorvex", "Zorvex", "ORG", id="in no tweet"),
        pytest.param(
            "The report says that Zorvex will buy it.",
            "Zorvex Will Buy Everything There",
            "Zorvex",
            "ORG",
            id="not in a heading",
        ),
        pytest.param("He bought a Feeder.", "A feeder: he bought a Feeder.", "Feeder", "ORG", id="not a plain word"),
        pytest.param("Two Bills were sent.", "One bill and two Bills.", "Bills", "ORG", id="nor its plural"),
        pytest.param(
            "He worked at National Statistics.",
            "He worked at Office for National Statistics.",
            "National Statistics",
            "ORG",
            id="not the rest of a longer name",
        ),
    ],
)
def test_a_name_is_surer(surer: str, less: str, name: str, kind: Kind) -> None:
    assert sure_of(surer, named(surer, name, kind)) > sure_of(less, named(less, name, kind))


def test_a_listed_name_is_surer_than_another() -> None:
    text = "He came from Toulouse and went to Zorvexia."
    assert sure_of(text, named(text, "Toulouse", "LOC")) > sure_of(text, named(text, "Zorvexia", "LOC"))


def test_a_name_is_as_sure_as_where_it_ends() -> None:
    text = "He came from West Coast Eagles country."
    whole, cut = (named(text, "West Coast", "LOC", ends=ends) for ends in (0.99, 0.3))
    assert sure_of(text, whole) > sure_of(text, cut)


def test_what_is_found_again_and_short_forms_do_not_lower_it() -> None:
    text = "Angela Merkel came. Merkel spoke. Angela Merkel left."
    first = named(text, "Angela Merkel", "PER", confidence=0.99).mentions[0]
    short = Found(20, 26, "PER", "Merkel", "spoke", 0.6)
    again = Found(34, 47, "PER", "Angela Merkel", "left", 0.85, again=True)
    alone = Named("PER", "angelamerkel", "Angela Merkel", (first,))
    assert sure_of(text, alone._replace(mentions=(first, short, again))) >= sure_of(text, alone)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("The talks began on Monday.\n“We are ready,” she said.", 0, id="prose"),
        pytest.param("@joe see you there", 1, id="a message"),
        pytest.param("so glad it is over.", 1, id="no capital at first"),
        pytest.param("Well done everyone!! See you.", 1, id="many exclamation marks"),
        pytest.param("The talks began on Monday.\nSee https://a.example here.", 0.5, id="every other line"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_how_much_of_a_text_is_careless(text: str, share: float) -> None:
    assert careless_share(text) == pytest.approx(share, abs=0.02)


@given(st.text(alphabet="Kim Un's.\nOffice for@#“”’ U.S. \u2028\x0b", max_size=200))
def test_every_name_of_any_text_has_a_certainty(text: str) -> None:
    names = [name for name in link(english_names(text)) if name.key]
    lexicon = names_model().lexicon
    assert all(len(row) == len(TRAITS) for row in traits_of(names, text, lower_words(text), lexicon))
    sure = certainties(names, text, lower_words(text), lexicon)
    assert len(sure) == len(names)
    assert all(0 <= one <= 1 for one in sure)


def kinds(text: str) -> dict[str, str]:
    """All names of a text, with what each is."""
    found = tag_names(text, language="en", title=None, exclude=(), tag_confidence=0)
    return {entity.name: kind for kind, names in zip(("PER", "ORG", "LOC"), found, strict=True) for entity in names}


def bodies(text: str) -> list[Found]:
    return with_whole_bodies(text, tokenise(text), [])


class TestWhatANameIs:
    @pytest.mark.parametrize(
        ("text", "initials"),
        [
            pytest.param("The Multi-State Lottery Association (MUSL) met.", ["MUSL"], id="initials in brackets"),
            pytest.param("The Multi-State Lottery Association ( MUSL ) met.", ["MUSL"], id="set apart"),
            pytest.param("The Multi-State Lottery Association (Iowa) met.", [], id="a word in brackets"),
            pytest.param("The Multi-State Lottery Association (USA) met.", [], id="other initials"),
            pytest.param("The Multi-State Lottery Association (MUSL", [], id="brackets that do not close"),
        ],
    )
    def test_initials_in_brackets_are_the_organisation(self, text: str, initials: list[str]) -> None:
        association = Found(4, 35, "ORG", text[4:35], "(", 0.7)
        first, *rest = _with_initials(tokenise(text), [association])
        assert first == association
        assert [(name.text, text[name.start : name.end], name.kind) for name in rest] == [
            (name, name, "ORG") for name in initials
        ]

    def test_a_bank_that_is_called_like_a_seat_is_a_bank(self) -> None:
        assert "PER" not in kinds("Shares of Canadian TD Asset Management rose by 4 percent in Toronto.").values()

    def test_short_forms_of_things_and_what_is_like_a_name_are_none(self) -> None:
        text = (
            "She had Covid in London and spent more on R&D. A London-based firm sold Janet Jackson-style hats to Leeds."
            " The Taylor Swift-themed class was full."
        )
        assert kinds(text).keys() == {"London", "Leeds"}

    @pytest.mark.parametrize(
        ("text", "body"),
        [
            ("The UN Relief and Works Agency said its staff were safe.", "UN Relief and Works Agency"),
            ("UN Relief and Works Agency for Palestine Refugees", "UN Relief and Works Agency for Palestine Refugees"),
            ("The U.S. Fish and Wildlife Service counted wolves.", "U.S. Fish and Wildlife Service"),
            ("The UN Office on Drugs and Crime reported a rise.", "UN Office on Drugs and Crime"),
            ("The United Nations Mission in South Sudan left.", "United Nations Mission in South Sudan"),
        ],
    )
    def test_a_body_of_a_state_or_of_the_united_nations_is_one(self, text: str, body: str) -> None:
        assert kinds(text) == {body: "ORG"}

    def test_two_bodies_of_the_union_are_not_one(self) -> None:
        text = "The EU Commission and European Council met in Brussels."
        assert bodies(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "UN Conference on Trade and Development Secretary-General Rebeca Grynspan spoke.",
            "US President Joe Biden and European Council members met.",
            "US Senator Ted Cruz and House Oversight Committee staff met.",
        ],
    )
    def test_who_holds_an_office_is_none_of_the_body(self, text: str) -> None:
        assert not any(name.text.endswith(("Grynspan", "Council", "Committee")) for name in bodies(text))

    def test_a_shore_is_no_bank(self) -> None:
        assert kinds("Settlers in the West Bank attacked. Violence in the West Bank grew.") == {"West Bank": "LOC"}

    def test_a_member_of_parliament_has_no_party_in_the_name(self) -> None:
        assert kinds("Tory MP Julian Knight said on Monday that Tory MP Julian Knight was ready.") == {
            "Julian Knight": "PER"
        }

    @pytest.mark.parametrize(
        ("text", "people"),
        [
            pytest.param("Adam Wolanski KC replied on Monday.", {"Adam Wolanski"}, id="counsel"),
            pytest.param("Lord Pannick KC spoke for the paper.", {"Pannick"}, id="a lord"),
            pytest.param("Sir Peter Gross QC led it.", {"Peter Gross"}, id="what looks like a firm"),
            pytest.param("Sir Keir Starmer KCB KC left London.", {"Keir Starmer"}, id="two"),
            pytest.param("The study is by Maria Keller PhD of Leeds.", {"Maria Keller"}, id="a degree"),
            pytest.param("Robert Downey Jr. left.", {"Robert Downey Jr."}, id="a son, whose name it is"),
            pytest.param("Burt Jones, R-Macon, and Tom Cole (R-Okla.) left.", {"Burt Jones", "Tom Cole"}, id="a party"),
        ],
    )
    def test_what_is_written_behind_a_person_is_no_name(self, text: str, people: set[str]) -> None:
        assert {name for name, kind in kinds(text).items() if kind in ("PER", "ORG")} == people

    @pytest.mark.parametrize(
        ("text", "people"),
        [
            pytest.param("Then Hope Akinyi Otieno left Leeds.", {"Hope Akinyi Otieno"}, id="a given name is a word"),
            pytest.param("Hope Anna Smith gets better soon!", {"Anna Smith"}, id="a word is a given name"),
            pytest.param("The lawyer Johannes von Thun und Hohenstein left.", {"Johannes von Thun und Hohenstein"}),
            pytest.param("Prince Anton von und zu Liechtenstein spoke.", {"Anton von und zu Liechtenstein"}),
            pytest.param("Jose Ortega y Gasset wrote it.", {"Jose Ortega y Gasset"}),
            pytest.param("Karl-Theodor zu Guttenberg was minister.", {"Karl-Theodor zu Guttenberg"}),
        ],
    )
    def test_a_person_has_all_of_the_name(self, text: str, people: set[str]) -> None:
        assert {name for name, kind in kinds(text).items() if kind in ("PER", "LOC")} - {"Leeds"} == people

    @pytest.mark.parametrize(
        "name",
        [
            "Bureau of Alcohol, Tobacco, Firearms and Explosives",
            "Department for Environment, Food and Rural Affairs",
            "Senate Health, Education, Labor and Pensions Committee",
        ],
    )
    def test_a_body_has_all_that_it_deals_with(self, name: str) -> None:
        assert kinds(f"The {name} said so.") == {name: "ORG"}

    def test_bodies_in_a_row_are_several(self) -> None:
        text = "The Ministry of Justice, Interpol and Europol met the Department of Health, Barclays and HSBC."
        assert {"Interpol", "Europol", "Barclays", "HSBC"} < kinds(text).keys()

    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            pytest.param("The bill was read by Baroness Jones on Monday.", "Baroness Jones", "PER", id="a peer"),
            pytest.param("The Swiss cement firm Holcim has made a bid.", "Holcim", "ORG", id="a firm"),
        ],
    )
    def test_is_told_by_the_words_with_it(self, text: str, name: str, kind: str) -> None:
        assert kinds(text).get(name) == kind

    def test_a_pronoun_is_no_country(self) -> None:
        assert kinds("Stars, they’re just like Us. They walk.") == {}


class TestDoubt:
    @pytest.mark.parametrize("text", ["He saw “Notting Hill” twice.", 'He saw " Notting Hill " twice.'], ids=str)
    def test_what_stands_alone_in_quotation_marks_is_a_work(self, text: str) -> None:
        assert doubtful(named(text, "Notting Hill", "LOC"), text, frozenset(), [])

    @pytest.mark.parametrize("text", ["“Notting Hill is full,” he said.", "He saw Notting Hill"], ids=str)
    def test_what_begins_a_speech_is_not(self, text: str) -> None:
        assert not doubtful(named(text, "Notting Hill", "LOC"), text, frozenset(), [])

    def test_what_is_raced_in_is_no_organisation(self) -> None:
        text = "Formula One returns to Spa on Sunday. Formula One's rules stay. Red Bull won the Formula One race."
        found = tag_names(text, language="en", title=None, exclude=())
        assert "Formula One" not in [one.name for one in found.organisations]

    def test_a_storm_is_no_person_and_a_current_no_place(self) -> None:
        text = "Cyclone Ilowa tore across the coast on Tuesday. El Niño will not fade before April, says Ann Lee."
        found = tag_names(text, language="en", title=None, exclude=())
        assert [one.name for one in (*found.people, *found.places)] == ["Ann Lee"]

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            pytest.param("Hurricane Dorian hit the islands on Sunday. Dorian killed 74.", "Dorian", id="named again"),
            pytest.param("Homes were dark after Ciara. Storm Ciara was the worst.", "Ciara", id="named before"),
            pytest.param("Hurricanes Harvey and Irma hit. Irma was worse.", "Irma", id="two"),
        ],
    )
    def test_what_is_called_a_storm_once_is_a_storm(self, text: str, name: str) -> None:
        assert name not in {one.name for one in tag_names(text, language="en", title=None, exclude=()).people}

    @pytest.mark.parametrize("name", ["Stanley Cup", "Bangladesh Liberation War", "Glasgow Jazz Festival"])
    def test_an_event_is_no_organisation(self, name: str) -> None:
        text = f"The {name} began."
        assert doubtful(named(text, name, "ORG"), text, frozenset(), [])
