"""What metadata may take from the body: no sentence of it, in any language."""

from collections.abc import Sequence

import pytest

from copydesk.article import RawArticle
from copydesk.desk.frame import Page, Role, Verdict
from copydesk.desk.metadata.gather import Matter, gather
from copydesk.desk.page.lines import lay_out_text

PROSE = (
    "The harbour of the small town was rebuilt after the storm of last winter, and the ferries run again since Monday, "
    "as the council decided in the spring after long talks with the fishermen and the owners of the old boats."
)
TITLE = "Harbour Rebuilt After the Winter Storm"


def read(furniture: Sequence[str], body: Sequence[str], foot: Sequence[str] = ()) -> tuple[Matter, dict[str, str]]:
    """The metadata of a page whose lines the judge got right, and role by text of each claimed line."""
    page = lay_out_text("\n".join([*furniture, *body, *foot]))
    kinds = [Role.OTHER] * len(furniture) + [Role.PARAGRAPH] * len(body) + [Role.OTHER] * len(foot)
    return claimed(page, [Verdict(role, 0.9, "") for role in kinds])


def claimed(page: Page, verdicts: list[Verdict]) -> tuple[Matter, dict[str, str]]:
    matter = gather(page, verdicts, RawArticle(content="\n".join(line.text for line in page.lines)))
    return matter, {page.lines[i].text: verdict.role.value for i, verdict in matter.claims.items()}


SENTENCES = {
    "won by": "The race was won by Harriet Mossop, a baker from Eel Pie Lane, in under nine minutes.",
    "a mark opens it": "By Friday Harriet Mossop and her brothers had mended each of the seven boats in the yard.",
    "a list of people": "Written by Harriet Mossop, the song was heard in every street of the town that summer.",
    "a heading": "Small Boats Mended by Harriet Mossop",
    "a tip of somebody": "This recipe is by Harriet Mossop, head cook and Director of Kitchens at the Harbour Hotel.",
    "German": "Von Anna Brandl, der Wirtin, hörte man an diesem Abend nur noch ein leises Lachen aus der Küche.",
    "French": "Par Jeanne Morel, la boulangère, on apprit le soir que le bateau ne reviendrait plus au port.",
    "Spanish": "Por Marta Vidal, la alcaldesa, supimos aquella tarde que el barco ya no volvería nunca al puerto.",
    "Arabic": "كتبت سلمى النجار رسالة طويلة إلى أهل القرية قبل أن تغادر الميناء في ذلك المساء.",
    "Chinese": "作者：王小明在这本书里写道，港口的渔民每天早上四点出海，直到傍晚才回来，一年四季都是这样。",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
@pytest.mark.parametrize("place", [0, 1, 2], ids=["opens the body", "second", "ends the body"])
def test_a_sentence_of_the_body_is_no_byline(sentence: str, place: int) -> None:
    body = [PROSE, PROSE]
    body.insert(place, sentence)
    matter, claims = read(["Menu", TITLE, "8 January 2019"], body)
    assert matter.authors == []
    assert sentence not in claims


SHORT = {
    "English": "Ann Lee laughs.",
    "a bare name in a sentence": "Ann Lee agrees.",
    "a speaker": "Ann Lee: Repair it.",
    "Arabic": "كبرت ابنتي وصارت هي المنتجة.",
    "Hebrew": "הבת שלי גדלה והיא המפיקה.",
}


@pytest.mark.parametrize("sentence", SHORT.values(), ids=SHORT.keys())
def test_a_short_sentence_of_the_body_is_no_byline(sentence: str) -> None:
    for furniture in ([], [TITLE], [TITLE, "8 January 2019"]):
        matter, claims = read(furniture, [PROSE, sentence, PROSE])
        assert matter.authors == []
        assert sentence not in claims


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee, Staff Writer.", ["Ann Lee"]),
        ("By Ann Lee, Ph.D.", ["Ann Lee, Ph.D."]),
        ("Von Anna Müller, Berlin", ["Anna Müller"]),
        ("Text: Malin Berg", ["Malin Berg"]),
        ("بقلم: سلمى النجار", ["سلمى النجار"]),
    ],
)
def test_a_byline_that_the_judge_took_for_body_is_one(line: str, names: list[str]) -> None:
    for furniture, body in (([TITLE], [line, PROSE, PROSE]), ([TITLE], [PROSE, PROSE, line])):
        matter, claims = read(furniture, body)
        assert [author.name for author in matter.authors] == names
        assert claims[line] == "byline"


OPENINGS = {
    "English": "The last cinema of the town shows its last film on Sunday.",
    "quoted": "“Nobody told us that the last ferry would leave without the mail.”",
    "speech": "“Who told you that the ferry would not come?”",
    "a letter": "Dear readers of this page,",
    "a German letter": "Liebe Leserinnen und Leser,",
    "what follows": "This is what we know of the fire:",
    "German": "Das letzte Kino der Stadt zeigt am Sonntag seinen letzten Film.",
    "French": "Le dernier cinéma de la ville passe dimanche son dernier film.",
    "Russian": "Последний кинотеатр города закрывается в воскресенье.",
    "Arabic": "تعرض آخر دار سينما في المدينة فيلمها الأخير يوم الأحد.",
    "Chinese": "小镇最后一家电影院将于星期日放映最后一部影片。",
    "Hindi": "शहर का आखिरी सिनेमाघर रविवार को बंद हो जाएगा।",
}


@pytest.mark.parametrize("sentence", OPENINGS.values(), ids=OPENINGS.keys())
def test_the_first_sentence_of_an_article_without_a_title_is_no_title(sentence: str) -> None:
    matter, claims = read([], [sentence, PROSE, PROSE, "Nobody came."])
    assert matter.title is None
    assert claims == {}


@pytest.mark.parametrize(
    "line", ["Who will be there?", "What it costs", "- A seat: 29 euros", "(Laughter)", "A | 6 | 0"]
)
def test_what_stands_in_the_body_is_no_title(line: str) -> None:
    matter, claims = read([], [PROSE, line, PROSE])
    assert matter.title is None
    assert claims == {}


@pytest.mark.parametrize(
    "title",
    [
        "Why the herons came back",
        "Who pays for the bridge?",
        "Warum die Reiher kommen",
        "Storm-Hit Harbour Saved by Ann Lee",
        "Harbour Images: What the Storm Left Behind in Town",
        "Harbour Round-Up 12/19/2025",
    ],
)
def test_a_title_among_furniture_stays_one(title: str) -> None:
    matter, claims = read(["Menu", title, "8 January 2019"], [PROSE, PROSE])
    assert matter.title == title
    assert claims[title] == "title"


NO_TITLES = {
    "byline": "By Joan Whitby, Staff Writer",
    "German byline": "Von Ansgar Brehm",
    "byline with its date": "by Dora Weeks - Mar 2, 2021 4:15 pm",
    "Swedish byline": "Text: Malin Berg",
    "caption": "The harbour has 1,104 boats in the storm. Photo: Esther Quale",
    "German caption": "Der Hafen liegt still: Nach dem Sturm ruht der Betrieb. © Jens Wittek",
    "credit": "Foto: Britta Lohmann/dpa",
    "credit without a colon": "Photo by Esther Quale",
}


@pytest.mark.parametrize("line", NO_TITLES.values(), ids=NO_TITLES.keys())
def test_bylines_and_captions_are_no_titles(line: str) -> None:
    assert read([TITLE, line], [PROSE, PROSE])[0].title == TITLE
    assert read([line], [PROSE, PROSE])[0].title is None


MARKDOWN = {
    "a link": ("By [Ann Lee](/authors/ann) | 17 Nov 2018", ["Ann Lee"]),
    "two links": ("By [Ann Lee](/ann) and [Bo Chan](https://example.org/bo)", ["Ann Lee", "Bo Chan"]),
    "a link by its number": ("By [Ann Lee][3]", ["Ann Lee"]),
    "slanted": ("*By Ann Lee, 2 July 2016*", ["Ann Lee"]),
    "slanted by underscores": ("_Von Anna Müller_", ["Anna Müller"]),
    "bold mark": ("**By** Ann Lee", ["Ann Lee"]),
    "bold name": ("By **Ann Lee**", ["Ann Lee"]),
    "bold and slanted": ("***By Ann Lee***", ["Ann Lee"]),
    "a place in brackets": ("[서울=연합뉴스] 김철수 기자", ["김철수"]),
}


@pytest.mark.parametrize(("line", "names"), MARKDOWN.values(), ids=MARKDOWN.keys())
def test_markdown_bylines(line: str, names: list[str]) -> None:
    matter, claims = read([f"# {TITLE}", line], [PROSE, PROSE])
    assert [author.name for author in matter.authors] == names
    assert claims[line] == "byline" or claims[line] == "date"


SPEAKING_OF_RIGHTS = {
    "sign and predicate": "Copyright © is a fence, said the teacher, and no gate.",
    "a year": "The Copyright Act of 1976 was written before anybody had a computer at home.",
    "sign and year as a subject": "© 2019 will soon be printed on every joke that is told in this town.",
    "reserved as a subject": "All rights reserved: the words stand under every film and under every song.",
    "an excerpt": "This is taken from Sailing for All, by Tom Muller, Copyright 2013, and printed with his leave.",
    "German": "Alle Rechte vorbehalten, so steht es seit 1965 unter jedem Lied, und niemand liest es.",
    "French": "Tous droits réservés, dit la formule, mais le juge ne l'a pas lue de cette manière.",
    "Spanish": "Todos los derechos reservados, dice la portada, y sin embargo nadie pagó nada en 1998.",
}


@pytest.mark.parametrize("sentence", SPEAKING_OF_RIGHTS.values(), ids=SPEAKING_OF_RIGHTS.keys())
def test_a_sentence_that_speaks_of_rights_is_no_notice(sentence: str) -> None:
    for body in ([sentence], [sentence, PROSE], [PROSE, sentence], [PROSE, sentence, PROSE]):
        matter, claims = read([], body)
        assert matter.rights is None
        assert claims == {}


NOTICES = [
    "© 2019 Example Press. Nothing on these pages may be printed without permission.",
    "© 2019 Example Press",
    "Copyright 2019 Example Press. All rights reserved.",
    "Alle Rechte vorbehalten © Beispiel Verlag GmbH",
    "© Le Beispiel 2019. Tous droits réservés",
    "版权所有 © 江边日报社",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_that_the_judge_took_for_body_is_one(notice: str) -> None:
    matter, claims = read([TITLE], [PROSE, PROSE, notice])
    assert matter.rights is not None
    assert claims[notice] == "copyright"


@pytest.mark.parametrize(
    "sentence",
    [
        "The town votes on Sunday, 12 May 2019.",
        "The mine closed on 5 May 2019.",
        "Am 5. Mai 2019 schloss die Grube.",
        "La mine a fermé le 5 mai 2019.",
        "Шахта закрылась 5 мая 2019 года навсегда.",
    ],
)
def test_a_sentence_of_the_body_that_names_a_day_is_no_date(sentence: str) -> None:
    for body in ([sentence, PROSE, PROSE], [PROSE, sentence, PROSE], [PROSE, PROSE, sentence]):
        matter, claims = read([TITLE], body)
        assert matter.published is None
        assert sentence not in claims


def test_sections_between_slashes_above_the_title_are_a_breadcrumb() -> None:
    matter, claims = read(["Menu", "News / Local / Ferries", TITLE, "8 January 2019"], [PROSE, PROSE])
    assert matter.breadcrumb == ["News", "Local", "Ferries"]
    assert claims["News / Local / Ferries"] == "breadcrumb"


@pytest.mark.parametrize("line", ["Log in / Sign up", "A. Harrow / AP / Getty", "Read this / Or that / or nothing"])
def test_other_slashes_are_no_breadcrumb(line: str) -> None:
    furniture = [TITLE, line, "8 January 2019"] if "AP" in line else [line, TITLE, "8 January 2019"]
    assert read(furniture, [PROSE, PROSE])[0].breadcrumb == []


def test_a_list_of_names_in_the_body_is_no_breadcrumb() -> None:
    line = f"Home > Away > {TITLE}"
    matter, claims = read([TITLE, "8 January 2019"], [PROSE, line, PROSE])
    assert matter.breadcrumb == []
    assert line not in claims
