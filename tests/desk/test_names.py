"""People, organisations and places of a text."""

import time
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from copydesk.article import Entity
from copydesk.desk.tags.english.crf import _CELLS, LABELS, Field, Table, _Abreast, label
from copydesk.desk.tags.english.doubt import doubtful
from copydesk.desk.tags.english.features import REACH, Features, _remembered, extract
from copydesk.desk.tags.english.model import names_model
from copydesk.desk.tags.english.sentences import LONGEST_SENTENCE, tokenise
from copydesk.desk.tags.english.tagger import _by_its_words
from copydesk.desk.tags.geography.countries import tag_countries
from copydesk.desk.tags.geography.gazetteer import _town
from copydesk.desk.tags.link import Found, Kind, Named, link
from copydesk.desk.tags.names import Names, tag_names

ARTICLE = """German Chancellor Angela Merkel met French President Emmanuel Macron in Berlin on Tuesday.

Merkel said that Germany would support the United Nations (UN) in Mali. The UN has 12,000 soldiers there, \
according to Siemens AG spokesman Peter Schmidt, who was in Paris. "Macron and I agree," Merkel's note reads.

"We're not there yet," said Schmidt, speaking in London for Siemens."""


def tags(text: str, **changes: object) -> Names:
    asked: dict[str, object] = {"language": "en", "title": None, "exclude": (), **changes}
    return tag_names(text, **asked)  # type: ignore[arg-type]


def by_key(entities: list[Entity]) -> dict[str, Entity]:
    return {entity.key: entity for entity in entities}


def printed(text: str, entity: Entity) -> list[str]:
    return [text[start:end] for start, end in entity.mentions]


class TestEnglish:
    def test_finds_people_organisations_and_places(self) -> None:
        names = tags(ARTICLE)
        assert {"Angela Merkel", "Emmanuel Macron"} <= {entity.name for entity in names.people}
        assert "United Nations" in {entity.name for entity in names.organisations}
        assert {"Berlin", "Germany", "Paris"} <= {entity.name for entity in names.places}
        # Found, with a confidence just below what is published.
        assert "London" in {entity.name for entity in tags(ARTICLE, tag_confidence=0.75).places}

    def test_mentions_are_code_points_of_the_text(self) -> None:
        text = "🎉 🎉 " + ARTICLE
        merkel = by_key(tags(text).people)["angelamerkel"]
        assert printed(text, merkel) == ["Angela Merkel", "Merkel", "Merkel"]

    def test_a_short_form_belongs_to_the_person_given_in_full(self) -> None:
        people = by_key(tags(ARTICLE).people)
        assert "merkel" not in people
        assert "macron" not in people
        assert len(people["emmanuelmacron"].mentions) == 2

    def test_what_it_is_about_comes_first(self) -> None:
        people = tags(ARTICLE).people
        assert people[0].name == "Angela Merkel"
        assert [entity.salience for entity in people] == sorted((one.salience for one in people), reverse=True)

    def test_the_title_adds_salience_but_no_mentions(self) -> None:
        without = by_key(tags(ARTICLE).people)["emmanuelmacron"]
        with_title = by_key(tags(ARTICLE, title="Macron visits Berlin").people)["emmanuelmacron"]
        assert with_title.salience > without.salience
        assert with_title.mentions == without.mentions

    def test_a_name_of_the_title_alone_is_no_tag(self) -> None:
        names = tags("He said nothing more about it.", title="Angela Merkel visits Warsaw", tag_confidence=0)
        assert names == Names([], [], [])

    @pytest.mark.parametrize(
        "exclude",
        [
            pytest.param("Emmanuel Macron", id="as printed"),
            pytest.param("EMMANUEL MACRON", id="in capitals"),
            pytest.param("President Emmanuel Macron", id="with an office"),
        ],
    )
    def test_excluded_names_are_no_tags(self, exclude: str) -> None:
        assert "emmanuelmacron" not in by_key(tags(ARTICLE, exclude=[exclude], tag_confidence=0).people)

    def test_the_publisher_is_no_tag_by_its_short_name(self) -> None:
        text = "Siemens said on Monday that profits rose. Shares in Siemens fell in Frankfurt."
        assert "siemens" in by_key(tags(text, tag_confidence=0).organisations)
        assert "siemens" not in by_key(tags(text, exclude=["Siemens Press, LLC"], tag_confidence=0).organisations)

    @pytest.mark.parametrize(
        "credit",
        [
            pytest.param("(Reporting by Emmanuel Macron; Editing by Angela Merkel)", id="a wire's"),
            pytest.param("Additional reporting by Emmanuel Macron in Paris", id="another reporter's"),
            pytest.param("Angela Merkel and Emmanuel Macron contributed to this report.", id="who contributed"),
            pytest.param("Picture: Emmanuel Macron/Agency", id="a picture's"),
            pytest.param("Harbour at dawn [Photo: Angela Merkel/Agency]", id="a caption's"),
            pytest.param("The cable took nine days. Photo: Angela Merkel/Agency", id="a caption's, behind a sentence"),
        ],
    )
    def test_who_made_it_is_no_tag(self, credit: str) -> None:
        text = f"The harbour was closed for a day.\n{credit}"
        assert tags(text, tag_confidence=0).people == []

    @pytest.mark.parametrize(
        "text",
        [
            "Reporting by Angela Merkel led to changes. Emmanuel Macron contributed to this and wrote a book.",
            "Angela Merkel and Emmanuel Macron met in Berlin, where the university contributed research on Kenya.",
            "(The book, written by Angela Merkel, was banned by Emmanuel Macron.)",
        ],
    )
    def test_a_sentence_about_reporting_is_no_credit(self, text: str) -> None:
        assert {one.name for one in tags(text, tag_confidence=0).people} == {"Angela Merkel", "Emmanuel Macron"}

    def test_a_lower_threshold_publishes_no_less(self) -> None:
        counts = [sum(map(len, tags(ARTICLE, tag_confidence=least))) for least in (0, 0.5, 0.8, 0.99)]
        assert counts == sorted(counts, reverse=True)
        assert all(entity.confidence >= 0.8 for field in tags(ARTICLE) for entity in field)

    def test_tokens_set_apart_are_read_as_prose_is(self) -> None:
        apart = (
            "The U.S. , Russia 's neighbour , told Angela Merkel 's office ( in Berlin ) no .\nMerkel was in Paris ."
        )
        names = tags(apart)
        assert printed(apart, by_key(names.places)["unitedstates"]) == ["U.S."]
        assert printed(apart, by_key(names.places)["russia"]) == ["Russia"]
        assert printed(apart, by_key(names.people)["angelamerkel"]) == ["Angela Merkel", "Merkel"]

    def test_a_contraction_is_no_person(self) -> None:
        assert "we" not in {entity.name.lower()[:2] for entity in tags(ARTICLE, tag_confidence=0).people}

    def test_a_name_goes_on_across_its_particles(self) -> None:
        text = "Brazilian President Luiz Inacio Lula da Silva arrived in Brasilia on Monday."
        (lula,) = tags(text, tag_confidence=0).people
        assert printed(text, lula) == ["Luiz Inacio Lula da Silva"]

    def test_a_street_named_after_a_person_is_a_place(self) -> None:
        names = tags("Police closed Peter Schmidt Street on Monday.", tag_confidence=0)
        assert "Peter Schmidt Street" not in {entity.name for entity in names.people}

    def test_the_same_text_gives_the_same_tags(self) -> None:
        assert tags(ARTICLE) == tags(ARTICLE)


def found(*names: tuple[str, Kind] | tuple[str, Kind, str]) -> list[Found]:
    """Mentions in a row, as the tagger gives them: text, kind, the word after."""
    made: list[Found] = []
    for place, (text, kind, *after) in enumerate(names):
        made.append(Found(place * 100, place * 100 + len(text), kind, text, "".join(after), 0.9))
    return made


class TestLinking:
    @pytest.mark.parametrize(
        ("names", "wanted"),
        [
            pytest.param(
                [("Kim Jong Un", "PER"), ("Kim Yong Chol", "PER"), ("Kim Jong-un", "PER"), ("Kim", "PER")],
                {"Kim Jong Un": 3, "Kim Yong Chol": 1},
                id="a tie goes to the most mentioned",
            ),
            pytest.param([("Jane Doe", "PER"), ("Doe", "PER")], {"Jane Doe": 2}, id="surname"),
            pytest.param(
                [("Jane Doe-Roe", "PER"), ("Doe-Roe", "PER"), ("Doe-Roe", "PER"), ("Roe", "PER")],
                {"Jane Doe-Roe": 4},
                id="surname of two words",
            ),
            pytest.param([("Jane Doe", "PER"), ("Jane", "PER")], {"Jane Doe": 2}, id="first name"),
            pytest.param(
                [("Lewis Hill", "PER"), ("Ann Lewis", "PER"), ("Lewis", "PER")],
                {"Lewis Hill": 1, "Ann Lewis": 2},
                id="ending comes before beginning",
            ),
            pytest.param(
                [("Jane Doe", "PER"), ("Doe", "PER", "family")],
                {"Jane Doe": 1, "Doe": 1},
                id="a family is not a person",
            ),
            pytest.param(
                [("John Q. Public", "PER"), ("John Public", "PER")], {"John Q. Public": 2}, id="middle initial"
            ),
            pytest.param([("DOE", "PER"), ("Jane Doe", "PER")], {"Jane Doe": 2}, id="short form before the full one"),
            pytest.param(
                [("Supreme Court", "ORG"), ("Supreme Court of Colorado", "ORG")],
                {"Supreme Court": 1, "Supreme Court of Colorado": 1},
                id="an organisation is not a longer one",
            ),
            pytest.param(
                [("World Health Organization", "ORG"), ("WHO", "ORG")],
                {"World Health Organization": 2},
                id="initials",
            ),
            pytest.param(
                [("Bureau of Land Management", "ORG"), ("BLM", "ORG")],
                {"Bureau of Land Management": 2},
                id="initials without small words",
            ),
            pytest.param(
                [("Royal Harbour Company", "ORG"), ("RHC", "ORG")],
                {"Royal Harbour Company": 2},
                id="initials with the legal form",
            ),
            pytest.param([("Ash & Birch", "ORG"), ("A&B", "ORG")], {"Ash & Birch": 2}, id="initials with a sign"),
            pytest.param(
                [("Green Bay Packers", "ORG"), ("Packers", "ORG")],
                {"Green Bay Packers": 2},
                id="a club by its last word",
            ),
            pytest.param(
                [("Packers", "ORG"), ("Green Bay Packers", "ORG")],
                {"Green Bay Packers": 2},
                id="and before it is named in full",
            ),
            pytest.param(
                [("Leeds United", "ORG"), ("West Ham United", "ORG"), ("United", "ORG")],
                {"Leeds United": 1, "West Ham United": 1, "United": 1},
                id="not where two end in it",
            ),
            pytest.param(
                [("Bank of England", "ORG"), ("England", "ORG")],
                {"Bank of England": 1, "England": 1},
                id="not what it is the bank of",
            ),
            pytest.param(
                [("Inter Milan", "ORG"), ("Milan", "ORG")], {"Inter Milan": 1, "Milan": 1}, id="not a town's other club"
            ),
            pytest.param([("Sky News", "ORG"), ("News", "ORG")], {"Sky News": 1, "News": 1}, id="not what many are"),
        ],
    )
    def test_mentions_of_one_name_meet(self, names: list[tuple[str, Kind]], wanted: dict[str, int]) -> None:
        assert {named.name: len(named.mentions) for named in link(found(*names))} == wanted

    def test_a_surname_follows_its_name_to_the_one_without_initials(self) -> None:
        mentions = found(("Jane Q. Doe", "PER"), ("Jane Q. Doe", "PER"), ("Doe", "PER"), ("Jane Doe", "PER"))
        (doe,) = link(mentions)
        assert (doe.name, len(doe.mentions)) == ("Jane Q. Doe", 4)

    def test_names_that_lead_to_fuller_ones_over_several_steps_are_one(self) -> None:
        names = ("Paul M. Ryan", "Paul Ryan", "John Paul Ryan", "Paul")
        (ryan,) = link(found(*((name, "PER") for name in names)))
        assert (ryan.name, len(ryan.mentions)) == ("Paul M. Ryan", 4)

    def test_a_surname_taken_for_a_company_is_the_person(self) -> None:
        mentions = found(("Jane Doe", "PER"), ("Doe", "PER"), ("Doe", "ORG"), ("Doe", "PER"))
        (doe,) = link(mentions)
        assert doe.kind == "PER"
        assert len(doe.mentions) == 4


class TestOtherLanguages:
    @pytest.mark.parametrize(
        ("language", "text", "people", "places"),
        [
            pytest.param(
                "de",
                "In Hamburg trafen sich gestern Peter Müller und Angela von der Heide. Müller lobte Spanien.",
                {"Peter Müller": 2, "Angela von der Heide": 1},
                {"Hamburg", "Spanien"},
                id="German",
            ),
            pytest.param(
                "fr",
                "Le ministre Jean Dupont est arrivé à Toulouse. Dupont a quitté les États-Unis hier.",
                {"Jean Dupont": 2},
                {"Toulouse", "États-Unis"},
                id="French",
            ),
            pytest.param(
                "pt",
                "O produtor Mato Grosso disse que não. No Mato Grosso, Rosa Prado planta soja.",
                {"Rosa Prado": 1},
                {"Mato Grosso"},
                id="a region where a person would stand",
            ),
            pytest.param("de", "Der FC Toulouse gewann.", {}, set(), id="a club by its town"),
            pytest.param("de", "Dort floss zum ersten Mal Stahl aus Spanien.", {}, {"Spanien"}, id="nouns in capitals"),
            pytest.param("zh", "中国和法国签署协议。", {}, {"中国", "法国"}, id="Chinese"),
            pytest.param(
                "de",
                "Nach Paris und Brüssel reist sie morgen, Sofia wartet.",
                {},
                {"Paris", "Brüssel"},
                id="towns as the language calls them",
            ),
        ],
    )
    def test_lists_and_patterns(self, language: str, text: str, people: dict[str, int], places: set[str]) -> None:
        names = tags(text, language=language)
        assert {entity.name: len(entity.mentions) for entity in names.people} == people
        assert {entity.name for entity in names.places} == places

    def test_whom_something_is_given_to_is_no_town(self) -> None:
        for text in ("Elle donne le livre à Paris Hilton.", "Il parle à Victoria de la fête."):
            assert [one.name for one in tags(text, language="fr").places] == []
        assert [one.name for one in tags("Elle est arrivée à Paris hier.", language="fr").places] == ["Paris"]

    def test_unions_of_countries_are_organisations(self) -> None:
        for language, text, names in (
            ("fr", "L’Union européenne et les Nations unies négocient.", {"Union européenne"}),
            ("zh", "联合国和中国签署协议。", {"联合国"}),
        ):
            assert {entity.name for entity in tags(text, language=language).organisations} >= names

    @pytest.mark.parametrize("text", ["Der Mann sah die Art der Arbeit.", "Von Temu kommt die Ware."], ids=str)
    def test_nouns_are_no_names(self, text: str) -> None:
        assert tags(text, language="de") == Names([], [], [])

    def test_a_language_without_lists_has_no_names(self) -> None:
        assert tags("Vaš tekst. Une, dva.", language="und") == Names([], [], [])


class TestTokens:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            pytest.param("Kim's", ["Kim", "'s"], id="possessive"),
            pytest.param("We're", ["We", "'re"], id="contraction"),
            pytest.param("don't", ["don't"], id="negation"),
            pytest.param("O'Brien", ["O'Brien"], id="a name with an apostrophe"),
            pytest.param("Moon Jae-in", ["Moon", "Jae-in"], id="hyphen"),
            pytest.param("U.S. troops", ["U.S.", "troops"], id="initials"),
            pytest.param("North Korea–U.S.", ["North", "Korea", "–", "U.S."], id="dash"),
            pytest.param("AT&T Inc.", ["AT&T", "Inc."], id="company"),
        ],
    )
    def test_words(self, text: str, words: list[str]) -> None:
        assert tokenise(text).words == words

    @pytest.mark.parametrize(
        ("text", "sentences"),
        [
            pytest.param("One two. Three.", ["One two .", "Three ."], id="full stop"),
            pytest.param("Mr. Fox left.", ["Mr. Fox left ."], id="title"),
            pytest.param("One\nTwo", ["One", "Two"], id="line break"),
            pytest.param("“Go!” he said.", ["“ Go ! ” he said ."], id="speech goes on in lower case"),
        ],
    )
    def test_sentences(self, text: str, sentences: list[str]) -> None:
        tokens = tokenise(text)
        assert [" ".join(tokens.words[first:last]) for first, last in tokens.sentences] == sentences

    @given(st.text(max_size=400))
    def test_words_lie_in_order_and_cover_all_but_white_space(self, text: str) -> None:
        tokens = tokenise(text)
        assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
        assert tokens.starts == sorted(tokens.starts)
        assert "".join(tokens.words) == "".join(text.split())
        assert [index for first, last in tokens.sentences for index in range(first, last)] == [
            *range(len(tokens.words))
        ]

    def test_a_text_without_sentences_is_cut_up(self) -> None:
        tokens = tokenise("word " * 1000)
        assert max(last - first for first, last in tokens.sentences) <= LONGEST_SENTENCE + 5


class TestField:
    def test_marginals_are_probabilities_and_no_name_goes_on_without_beginning(self) -> None:
        model = names_model()
        tokens = tokenise(ARTICLE)
        labelling = label(model.field, extract(tokens, model.lexicon), tokens.sentences)
        assert labelling.marginals.sum(axis=1) == pytest.approx(1, abs=1e-4)
        for first, last in tokens.sentences:
            before = "O"
            for place in labelling.labels[first:last].tolist():
                name = LABELS[place]
                assert not name.startswith("I-") or before[1:] == name[1:]
                before = name

    def test_sentences_are_labelled_alike_alone_and_together(self) -> None:
        model = names_model()
        tokens = tokenise(ARTICLE)
        features = extract(tokens, model.lexicon)
        together = label(model.field, features, tokens.sentences)
        for first, last in tokens.sentences:
            alone = label(
                model.field,
                features._replace(form_of=features.form_of[first:last], places=features.places[first:last]),
                [(0, last - first)],
            )
            assert alone.labels.tolist() == together.labels[first:last].tolist()
            assert alone.marginals == pytest.approx(together.marginals[first:last], abs=1e-4)

    @settings(max_examples=20)
    @given(seed=st.integers(0, 2**32 - 1), greatest=st.sampled_from([0.5, 4.0, 12.0]))
    def test_what_it_says_is_what_adding_up_every_sequence_of_labels_says(self, seed: int, greatest: float) -> None:
        chance = np.random.default_rng(seed)
        field, features = invented(chance, words=9, greatest=greatest)
        sentences = [(0, 3), (3, 4), (4, 8), (8, 9)]
        labelling = label(field, features, sentences)
        for first, last in sentences:
            best, marginals = by_enumeration(field, features, first, last)
            assert labelling.labels[first:last].tolist() == best
            assert labelling.marginals[first:last] == pytest.approx(marginals, abs=1e-4)

    def test_memory_does_not_grow_with_the_longest_sentence_by_the_number_of_all(self) -> None:
        sentences = [(0, LONGEST_SENTENCE), *((at, at + 1) for at in range(LONGEST_SENTENCE, 20_000))]
        batches = list(_Abreast.batches(sentences))
        assert max(len(batch.first) * len(batch.running) for batch in batches) <= _CELLS
        assert sorted(first for batch in batches for first in batch.first.tolist()) == [first for first, _ in sentences]

    def test_a_long_sentence_of_words_that_hardly_go_together_stays_within_numbers(self) -> None:
        field, features = invented(np.random.default_rng(7), words=LONGEST_SENTENCE, greatest=40.0)
        marginals = label(field, features, [(0, LONGEST_SENTENCE)]).marginals
        assert marginals.sum(axis=1) == pytest.approx(1, abs=1e-4)


def invented(chance: np.random.Generator, *, words: int, greatest: float) -> tuple[Field, Features]:
    """A field whose weights are drawn at random, and words each of which has a trait of its own."""
    keys = np.arange(1, words + 1, dtype=np.uint32) * np.uint32(1 << 20)
    weights = chance.uniform(-greatest, greatest, (words, len(LABELS))).astype(np.float32)
    transitions = chance.uniform(-greatest / 2, greatest / 2, (len(LABELS), len(LABELS))).astype(np.float32)
    transitions[0, 2] = -20
    nothing = Table.of(np.array([7], np.uint32), np.zeros((1, 2 * REACH + 1, len(LABELS)), np.float32))
    field = Field(nothing, Table.of(keys, weights), transitions)
    return field, Features(np.zeros((1, 1), np.uint32), np.zeros(words, np.intp), keys[:, None])


def by_enumeration(field: Field, features: Features, first: int, last: int) -> tuple[list[int], NDArray[np.float64]]:
    """The likeliest labels and the probability of each label of each word, from all sequences there are."""
    own = field.places.sums(features.places)[first:last].astype(np.float64)
    sequences = list(product(range(len(LABELS)), repeat=last - first))
    scores = np.array(
        [
            sum(own[at, name] for at, name in enumerate(names))
            + sum(field.transitions[pair] for pair in pairwise(names))
            for names in sequences
        ]
    )
    odds = np.exp(scores - scores.max())
    marginals = np.zeros_like(own)
    for names, odd in zip(sequences, odds / odds.sum(), strict=True):
        marginals[range(last - first), names] += odd
    return list(sequences[int(scores.argmax())]), marginals


@settings(max_examples=60)
@given(
    text=st.text(alphabet=st.sampled_from("Kim Un's.\nU.S. (ÅЖ中आ@#-’“”\ud800\x00🎉1,"), max_size=300),
    language=st.sampled_from(["en", "de", "zh", "ru", "xx", "", "pt-BR"]),
)
def test_any_text_has_tags_whose_mentions_lie_in_it(text: str, language: str) -> None:
    for field in tag_names(text, language=language, title=text[:20], exclude=[text[:9]], tag_confidence=0):
        for entity in field:
            assert 0 <= entity.salience <= 1
            assert 0 <= entity.confidence <= 1
            assert entity.mentions == sorted(set(entity.mentions))
            assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in entity.mentions)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mr. " * 50_000, id="abbreviations"),
        pytest.param("a" * 200_000, id="one long word"),
        pytest.param("A-" * 100_000, id="hyphens"),
        pytest.param("." * 200_000, id="dots"),
        pytest.param("Kim " * 20_000, id="capitals"),
        pytest.param("O'" * 50_000, id="apostrophes"),
        pytest.param("U." * 50_000, id="initials"),
    ],
)
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    started = time.process_time()
    tags(text)
    assert time.process_time() - started < 10


def test_what_the_text_speaks_against_is_no_name() -> None:
    found = [
        Named("PER", "crms", "CRMs", (Found(0, 4, "PER", "CRMs", "are", 0.95),)),
        Named("PER", "wireguard", "WireGuard", (Found(0, 9, "PER", "WireGuard", "is", 0.95),)),
        Named("PER", "ai", "AI", (Found(0, 2, "PER", "AI", "is", 0.95),)),
        Named("ORG", "americaninstituteof", "American Institute of", (Found(0, 21, "ORG", "", "", 0.95),)),
        Named("PER", "x", "Grinderking K4", (Found(0, 14, "PER", "", "", 0.95),)),
        Named("ORG", "x", "River Protection Act", (Found(0, 20, "ORG", "", "", 0.95),)),
        Named("ORG", "hvac", "HVAC", (Found(0, 4, "ORG", "", "", 0.95),)),
        Named("PER", "x", "Republicans", (Found(0, 11, "PER", "", "", 0.95),)),
        Named("ORG", "bpaandbps", "BPA and BPS", (Found(0, 11, "ORG", "", "", 0.95),)),
    ]
    for name in found:
        assert doubtful(name, f"{name.name} stands here.", frozenset(), [])


def test_two_names_that_were_found_by_themselves_are_no_third() -> None:
    name = Named("ORG", "x", "Northgate and Sealine", (Found(0, 21, "ORG", "", "", 0.95),))
    assert doubtful(name, "Northgate and Sealine merge.", frozenset(), ["Northgate", "Northgate and Sealine"])
    assert not doubtful(name, "Northgate and Sealine merge.", frozenset(), ["Northgate and Sealine"])


def test_what_is_written_in_lower_case_as_often_is_no_name() -> None:
    name = Named("ORG", "neemoil", "Neem Oil", (Found(0, 8, "ORG", "Neem Oil", "", 0.95),))
    assert doubtful(name, "Neem Oil\nSpray neem oil once a week.", frozenset({"neem"}), [])
    assert not doubtful(name, "Neem Oil opened a shop.", frozenset(), [])


def test_everyday_words_of_a_heading_are_no_name_and_an_institution_is() -> None:
    options = Named("ORG", "reusableoptions", "Reusable Options", (Found(4, 20, "ORG", "", "", 0.95),))
    text = "Try Reusable Options First\nThere are reusable bags and other options for the kitchen."
    assert doubtful(options, text, frozenset({"reusable", "options"}), [])
    college = Named("ORG", "libertycollege", "Liberty College", (Found(4, 19, "ORG", "", "", 0.95),))
    assert not doubtful(college, "See Liberty College\nThe college gives you liberty.", frozenset({"college"}), [])


@pytest.mark.parametrize("name", ["Ewan McKay", "Zoe DeKalb", "JK Harrow", "Mary O'Neil"])
def test_names_with_capitals_inside_stay(name: str) -> None:
    person = Named("PER", name.lower(), name, (Found(0, len(name), "PER", name, "said", 0.95),))
    assert not doubtful(person, f"{name} said so.", frozenset(), [])


def test_german_nouns_are_no_given_names() -> None:
    text = "Der Brand am Rand von Elmsdorf ist aus. Der Roman von Anna Schmidt erscheint im Juli. Anna Schmidt liest."
    assert [entity.name for entity in tag_names(text, language="de", title=None, exclude=[]).people] == ["Anna Schmidt"]


@pytest.mark.parametrize(
    ("kind", "first", "last", "settled"),
    [
        ("PER", "Charles", "University", "ORG"),
        ("LOC", "Zoho", "Corporation", "ORG"),
        ("LOC", "University", "Tasmania", "ORG"),
        ("PER", "Charles", "Bridge", "LOC"),
        ("PER", "Jane", "Bridger", "PER"),
        ("ORG", "Harbour", "Bridge", "ORG"),
        ("LOC", "Northgate", "Wanderers", "ORG"),
        ("PER", "Howard", "Hawks", "PER"),
        ("ORG", "Derby", "County", "ORG"),
        ("ORG", "Dulles", "Road", "LOC"),
        ("ORG", "Alpe", "Huez", "LOC"),
        ("PER", "Col", "Sanders", "PER"),
    ],
)
def test_what_a_name_begins_or_ends_in_tells_what_it_is(kind: Kind, first: str, last: str, settled: Kind) -> None:
    assert _by_its_words(kind, first, last) == settled


def test_a_word_of_any_length_is_read_and_none_that_is_long_is_remembered() -> None:
    """What a worker remembers of words is bounded in words, so it must be in their length too."""
    tags("In Kimm it rained.")
    before = _remembered.cache_info().currsize, _town.cache_info().currsize
    for length in (50_000, 100_000):
        text = f"In {'Kimm' * length} it rained."
        tags(text)
        tag_countries(text, language="en")
    assert (_remembered.cache_info().currsize, _town.cache_info().currsize) == before
