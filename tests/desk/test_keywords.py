"""The phrases that a text keeps coming back to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.tags.keywords import tag_keywords
from copydesk.desk.tags.words import tokenize

TEXT = (
    "The Harbour Trust wants to rebuild the old fish market. The fish market closed ten years ago, and the Harbour "
    "Trust has owned the hall since then.\n\nArchitect Lena Fischer drew a glass roof over the fish market; the glass "
    "roof alone will cost two million. Lena Fischer has built market halls in Lisbon and Hamburg. Traders welcome the "
    "glass roof, but fear the rents."
)


def test_repeated_phrases_and_names_come_first() -> None:
    keywords = [keyword.text for keyword in tag_keywords(TEXT)]
    assert {"Harbour Trust", "fish market", "glass roof", "Lena Fischer"} <= {*keywords, "Lena Fischer"}
    assert any("Lena Fischer" in keyword for keyword in keywords)


def test_there_are_five_to_ten() -> None:
    assert 5 <= len(tag_keywords(TEXT)) <= 10


def test_scores_fall_from_one() -> None:
    scores = [keyword.score for keyword in tag_keywords(TEXT)]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


def test_none_is_part_of_another() -> None:
    keywords = [keyword.text.casefold() for keyword in tag_keywords(TEXT)]
    assert not [(a, b) for a in keywords for b in keywords if a != b and a in b]


def test_the_titles_words_count() -> None:
    plain = [keyword.text for keyword in tag_keywords(TEXT)]
    titled = [keyword.text for keyword in tag_keywords(TEXT, title="A glass roof for the city")]
    assert titled.index("glass roof") <= plain.index("glass roof")


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        (
            "The Centers for Disease Control and Prevention warn. The Centers for Disease Control and Prevention said.",
            "Centers for Disease Control and Prevention",
        ),
        ("A COVID-19 wave closed the school. The COVID-19 wave is over, says the mayor.", "COVID-19"),
        ("The play stars Kate Winslet. Joining Winslet are two others. Joining Winslet later is a third.", "Winslet"),
        ("Rain in New York again. New York has had rain for days, and New York is tired.", "New York"),
        ("Rivals Leeds Union and Victoria Park met again; Leeds Union won.", "Leeds Union"),
        ("Ash & Birch shuts its works. The works were built by Ash & Birch.", "Ash & Birch"),
        ("The State Department met, and the State Department left.", "State Department"),
        ("Mayor Park Dae-in spoke. Nobody heard Mayor Park Dae-in, not even the wind.", "Mayor Park Dae-in"),
        ("Cuyahoga County Prosecutor Michael O'Malley left.", "Cuyahoga County Prosecutor Michael O'Malley"),
        (
            "The National Institute of Allergy and Infectious Diseases left.",
            "National Institute of Allergy and Infectious Diseases",
        ),
        ("It came from the EU. Germany paid for the EU. Germany was glad.", "EU"),
        ("Nurse Dr. Anna Lindqvist was there. So was Dr. Anna Lindqvist.", "Dr. Anna Lindqvist"),
    ],
    ids=[
        "a body's long name",
        "a number after a hyphen",
        "a participle before a name",
        "new in a name",
        "two names",
        "a name with a sign",
        "a state's",
        "a name's last syllable",
        "an apostrophe in a long name",
        "six words and what connects them",
        "a sentence's end behind initials",
        "a title's full stop",
    ],
)
def test_where_a_name_begins_and_ends(text: str, keyword: str) -> None:
    keywords = [found.text for found in tag_keywords(text)]
    assert any(found == keyword or found.endswith(f" {keyword}") for found in keywords), keywords
    assert not any(found.startswith("Joining") or "Union and" in found for found in keywords)


def test_capitals_throughout_only_if_never_otherwise() -> None:
    text = "GLASS ROOF\n\nThe glass roof is done. A glass roof, at last."
    assert "glass roof" in [keyword.text for keyword in tag_keywords(text)]


@pytest.mark.parametrize(
    ("language", "text", "keyword"),
    [
        ("de", "Der Rat plant ein Windrad. Das Windrad steht am Hafen. Ein zweites Windrad folgt.", "Windrad"),
        ("fr", "Le phare de Brest rouvre. Le phare sera gratuit. Les visiteurs du phare sont ravis.", "phare"),
        ("zh", "航天合作取得进展。双方表示，航天合作很重要。未来的航天合作将扩大。", "航天合作"),
        ("ja", "気象庁は発表した。気象庁によると、巨大地震の恐れはない。巨大地震に備える。", "巨大地震"),
        ("ko", "기상청은 지진을 발표했다. 기상청이 지진에 대비한다. 지진은 기상청의 일이다.", "기상청"),
        ("ru", "Старый маяк откроют. Этот маяк ждали долго. Теперь маяк работает.", "маяк"),
    ],
)
def test_many_languages(language: str, text: str, keyword: str) -> None:
    assert keyword in [found.text for found in tag_keywords(text, language=language)]


@pytest.mark.parametrize("text", ["", "the of and", "12 34 56"])
def test_nothing_to_say(text: str) -> None:
    assert tag_keywords(text) == []


def test_tokens_at_hand_change_nothing() -> None:
    assert tag_keywords(TEXT, tokens=tokenize(TEXT)) == tag_keywords(TEXT)


def test_thai_clauses_stand_whole() -> None:
    text = "วิกฤตน้ำในภาคกลาง รายงานฉบับนี้กล่าวถึงสถานการณ์น้ำในจังหวัดภาคกลางของประเทศ ประหยัดน้ำ"
    assert {keyword.text for keyword in tag_keywords(text, language="th")} == {"วิกฤตน้ำในภาคกลาง", "ประหยัดน้ำ"}


@given(st.text(max_size=400), st.sampled_from(["en", "de", "zh", "ja", "ko", "th", "und"]))
def test_keywords_are_printed_in_the_text(text: str, language: str) -> None:
    keywords = tag_keywords(text, title=text[:40], language=language)
    folded = " ".join(text.split())
    assert len(keywords) <= 10
    assert all(keyword.text in folded for keyword in keywords)
    assert all(0 < keyword.score <= 1 for keyword in keywords)


def test_a_state_cut_short_and_a_word_that_only_opens_a_sentence_are_none() -> None:
    text = "WILLMAR, Minn. - Wholesale fell again. The harbour of Willmar froze, and ferries stopped at Lake Oster."
    keywords = [found.text for found in tag_keywords(text)]
    assert "Minn" not in keywords
    assert keywords.index("Lake Oster") < keywords.index("Wholesale")
