"""When what stands is no article at all."""

import numpy as np
import pytest
from tests.desk.doubted import BODY, END, shapes

from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.proof.no_article import why_no_article

MISSING = {
    "English": (
        "Sorry, we can’t find that page.",
        (
            "It may have been moved when the library got its new shelves, or you may have typed the address by heart. "
            "Go back to the last room that you liked. Maps of the older rooms, up to the great flood, hang at the desk."
        ),
    ),
    "English, an article": (
        "This article is no longer available",
        "The editors take reports off this shelf after nine years, as the law of the land would have it. Ask the desk.",
    ),
    "German": (
        "Fehler 404: Seite nicht gefunden",
        (
            "Vielleicht wurde sie verschoben, als wir im Mai umgezogen sind. Unsere Hefte aus den Jahren vor der Flut "
            "liegen im Keller und werden auf Wunsch heraufgebracht, wenn der Hausmeister den Schlüssel wiederfindet."
        ),
    ),
    "French": (
        "Cette page n’existe plus",
        (
            "Elle a été supprimée avec les autres cahiers de la vieille maison, que nous avons vendue au printemps. "
            "Les lecteurs qui y tiennent peuvent en demander une copie au concierge, qui en garde une à la cave."
        ),
    ),
    "Russian": (
        "Такой страницы не существует",
        (
            "Возможно, она была удалена вместе с другими тетрадями старого дома, который мы продали весной того года. "
            "Читатели, которым она дорога, могут спросить копию у сторожа, он хранит одну в погребе под лестницей."
        ),
    ),
    "for members": (
        "This content is for members only",
        (
            "Members of the reading room see every map that we ever drew, and they may bring a friend on Sundays. "
            "Silver: 4 crowns a month. Cancel any time. The map of the week comes to your door in a tube of its own."
        ),
    ),
    "for subscribers, in Spanish": (
        "Contenido exclusivo para suscriptores",
        (
            "Quien se suscribe recibe cada domingo el mapa de la semana en un tubo y puede traer a un amigo a la sala. "
            "El primer mes cuesta una corona. Después son cuatro al mes, y se puede dejar cuando uno quiera."
        ),
    ),
}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["Storm hits the coast", "2:14", "The dog that rides the tram"], "none of 3 lines reads like one"),
        (
            ["Sorry, the page you are looking for does not exist or has been moved.", "Go back home and search."],
            "the page says “page you are looking for” and little else",
        ),
        (
            ["Please verify you are a human by completing the action below.", "This process is automatic."],
            "the page says “verify you are” and little else",
        ),
        (
            ["Die von Ihnen aufgerufene Seite existiert leider nicht mehr, bitte suchen Sie auf unserer Startseite."],
            "the page says “aufgerufene seite” and little else",
        ),
        (
            ["お探しのページは見つかりませんでした。移動または削除された可能性があります。"],
            "the page says “お探しのページ” and little else",
        ),
    ],
    ids=["titles alone", "not found", "a captcha", "not found, in German", "not found, in Japanese"],
)
def test_what_is_no_article_is_told_by_its_words(lines: list[str], reason: str) -> None:
    page = lay_out_text("\n".join(lines))
    sure = np.full(len(lines), 0.9 if "." in lines[0] or "。" in lines[0] else 0.3)
    assert (why_no_article(page.lines, sure >= 0.2, sure, shapes(page)) or "").startswith(reason)


@pytest.mark.parametrize(("heading", "text"), MISSING.values(), ids=MISSING.keys())
def test_below_a_line_that_denies_an_article_a_few_sentences_are_none(heading: str, text: str) -> None:
    page = lay_out_text(f"The Map Room\n{heading}\n{text}")
    sure = np.array([0.1, 0.2, 0.95])
    reason = why_no_article(page.lines, sure >= 0.4, sure, shapes(page)) or ""
    assert reason.startswith("the page says “")
    assert reason.endswith("and little else")


def test_an_article_below_such_a_line_is_one() -> None:
    page = lay_out_text(f"This article is for subscribers only\n{f'{BODY} {END} ' * 4}")
    sure = np.array([0.1, 0.9])
    assert why_no_article(page.lines, sure >= 0.4, sure, shapes(page)) is None


@pytest.mark.parametrize(
    ("heading", "passages", "is_found"),
    [
        ('28 results for "old maps"', 1, True),
        ("Search results", 1, True),
        ("Showing 1-10 of 214", 12, True),
        ("37 Treffer für „Landkarten“", 1, True),
        ("Результаты поиска", 1, True),
        ("検索結果", 1, True),
        ("Election results for the islands", 1, False),
        ("Full results: boat race of the islands", 12, False),
    ],
)
def test_what_a_search_found_is_no_article(heading: str, passages: int, is_found: bool) -> None:
    found = (
        "... the oldest maps of the island were drawn by two sisters who had never left it, as letters tell, and ..."
    )
    page = lay_out_text("\n".join([heading, *[found] * passages]))
    sure = np.array([0.1] + [0.95] * passages)
    reason = why_no_article(page.lines, sure >= 0.4, sure, shapes(page))
    assert reason == (f"the page lists what a search found: “{heading}”" if is_found else None)


@pytest.mark.parametrize(
    "title",
    [
        "Page not found: the island that fell off every map but one",
        "Why “for members only” still hangs at the door of the reading room",
        "The man who finds error 404 pages beautiful, and frames them",
    ],
)
def test_a_brief_whose_title_uses_such_words_is_an_article(title: str) -> None:
    page = lay_out_text(f"{title}\n{BODY} {END}")
    sure = np.array([0.2, 0.9])
    assert why_no_article(page.lines, sure >= 0.4, sure, shapes(page)) is None


@pytest.mark.parametrize(
    "text",
    [
        "A man was rescued from a crane in the harbour on Monday night. He told police that he had wanted to see it.",
        (
            "The page you are looking for does not exist: so the archive greets its visitors.\nA worker had unplugged "
            "the wrong machine on Friday, said the director, and then he went on holiday without a word to anyone."
        ),
        "해안 마을에서 잡히는 오징어가 올해 들어 절반으로 줄었다. 어민들은 바닷물 온도가 오른 탓이라고 말한다.",
    ],
    ids=["a brief", "an article about an error page", "a brief in Korean"],
)
def test_a_short_article_is_one(text: str) -> None:
    page = lay_out_text(f"{text}\n{END}")
    sure = np.full(len(page.lines), 0.7)
    assert why_no_article(page.lines, sure >= 0.4, sure, shapes(page)) is None


@pytest.mark.parametrize(
    ("sure", "beside", "reason"),
    [(0.7, False, "none of 6 lines reads like one: single sentences"), (0.7, True, None), (0.95, False, None)],
    ids=["teasers below titles", "sentences that follow each other", "sentences of which the judge is sure"],
)
def test_sentences_that_all_stand_alone_are_teasers(sure: float, beside: bool, reason: str | None) -> None:
    titles = ["Ferry line asks for more", "A bait shop becomes a bookstore", "Lobster prices fall again"]
    below = [
        "Commuters packed a hearing on Friday, and most of them had come by car.",
        "The owners sold worms for eleven years before the flood came.",
        "Wholesalers blame the weather, and fishermen blame the wholesalers.",
    ]
    pairs = zip(titles, below, strict=True)
    texts = [*titles, *below] if beside else [text for pair in pairs for text in pair]
    page = lay_out_text("\n\n".join(texts))
    certainty = np.array([sure if text in below else 0.2 for text in texts])
    found = why_no_article(page.lines, certainty >= 0.4, certainty, shapes(page))
    assert found == reason or (reason is not None and (found or "").startswith(reason))


def test_an_entry_of_the_menu_denies_no_article() -> None:
    menu = ["For subscribers", "News", "Sports", "Weather", "Travel", "Jobs", "Homes", "Puzzles"]
    brief = f"The ferry will cost nine crowns a month from May. {BODY}"
    page = lay_out_text("\n\n".join([*menu, brief, END]))
    certainty = np.array([*[0.05] * len(menu), 0.95, 0.9])
    assert why_no_article(page.lines, certainty >= 0.4, certainty, shapes(page)) is None


def test_a_line_above_all_sentences_may_deny_an_article() -> None:
    page = lay_out_text(f"Two schools open late: Aldbrook and Nether Hope\n404: page not found\n{BODY}\n\n{END}")
    certainty = np.array([0.5, 0.3, 0.9, 0.5])
    found = why_no_article(page.lines, certainty >= 0.4, certainty, shapes(page)) or ""
    assert found.startswith("the page says “")
