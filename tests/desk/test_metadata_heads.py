"""Heads of articles as text, as newspapers of many languages lay them out."""

import pytest

from copydesk.article import RawArticle
from copydesk.desk.frame import Page, Role, Verdict
from copydesk.desk.metadata.gather import Matter, gather
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.text import lay_out_paragraphs

# Title, standfirst, byline, the day of 8 January 2019, the author, a paragraph.
LANGUAGES = {
    "English": (
        "Harbour Rebuilt After the Winter Storm",
        "Ferries run again, but the council has yet to pay for the new pier.",
        "By Ann Lee",
        "8 January 2019",
        "Ann Lee",
        "The harbour of the small town was rebuilt after the storm of last winter, and the ferries run again.",
    ),
    "German": (
        "Hafen nach dem Sturm wieder aufgebaut",
        "Die Fähren fahren wieder, doch die neue Mole ist noch nicht bezahlt.",
        "Von Anna Müller",
        "8. Januar 2019",
        "Anna Müller",
        "Der Hafen der kleinen Stadt ist nach dem Sturm des vergangenen Winters wieder aufgebaut, die Fähren fahren.",
    ),
    "French": (
        "Le port reconstruit après la tempête",
        "Les bateaux circulent à nouveau, mais la jetée n'est pas encore payée.",
        "Par Jeanne Dupont",
        "8 janvier 2019",
        "Jeanne Dupont",
        "Le port de la petite ville a été reconstruit après la tempête de l'hiver dernier et les bateaux circulent.",
    ),
    "Spanish": (
        "El puerto reconstruido tras la tormenta",
        "Los barcos navegan de nuevo, pero el muelle todavía no está pagado.",
        "Por Ana Ruiz",
        "8 de enero de 2019",
        "Ana Ruiz",
        "El puerto de la pequeña ciudad fue reconstruido tras la tormenta del último invierno y los barcos navegan.",
    ),
    "Italian": (
        "Il porto ricostruito dopo la tempesta",
        "I traghetti navigano di nuovo, ma il molo non è ancora stato pagato.",
        "di Marco Rossi",
        "8 gennaio 2019",
        "Marco Rossi",
        "Il porto della piccola città è stato ricostruito dopo la tempesta dello scorso inverno e i traghetti vanno.",
    ),
    "Portuguese": (
        "O porto reconstruído depois da tempestade",
        "Os barcos navegam de novo, mas o cais ainda não está pago.",
        "Por João Silva",
        "8 de janeiro de 2019",
        "João Silva",
        "O porto da pequena cidade foi reconstruído depois da tempestade do último inverno e os barcos navegam.",
    ),
    "Dutch": (
        "Haven herbouwd na de winterstorm",
        "De veerboten varen weer, maar de nieuwe pier is nog niet betaald.",
        "Door Jan de Vries",
        "8 januari 2019",
        "Jan de Vries",
        "De haven van het stadje is herbouwd na de winterstorm van vorig jaar en de veerboten varen weer sinds juni.",
    ),
    "Polish": (
        "Port odbudowany po zimowym sztormie",
        "Promy znowu pływają, ale nowe molo nie jest jeszcze zapłacone.",
        "Autor: Jan Kowalski",
        "8 stycznia 2019",
        "Jan Kowalski",
        "Port małego miasta został odbudowany po zimowym sztormie, a promy znowu pływają od poniedziałku do wyspy.",
    ),
    "Swedish": (
        "Hamnen återuppbyggd efter vinterstormen",
        "Färjorna går igen, men den nya piren är ännu inte betald.",
        "Text: Erik Svensson",
        "8 januari 2019",
        "Erik Svensson",
        "Hamnen i den lilla staden har blivit återuppbyggd efter vinterstormen och färjorna går igen sedan i måndags.",
    ),
    "Russian": (
        "Порт восстановлен после зимнего шторма",
        "Паромы снова ходят, но новый причал ещё не оплачен городом.",
        "Автор: Иван Петров",
        "8 января 2019",
        "Иван Петров",
        "Порт небольшого города восстановлен после зимнего шторма, и паромы снова ходят с понедельника на остров.",
    ),
    "Arabic": (
        "إعادة بناء الميناء بعد عاصفة الشتاء",
        "العبارات تعمل من جديد لكن الرصيف الجديد لم يدفع ثمنه بعد",
        "بقلم: محمد علي",
        "8 يناير 2019",
        "محمد علي",
        "تمت إعادة بناء ميناء المدينة الصغيرة بعد عاصفة الشتاء الماضي والعبارات تعمل من جديد منذ يوم الاثنين الماضي",
    ),
    "Chinese": (
        "小城港口在冬季风暴后重建",
        "渡轮恢复通航,但新码头的费用尚未付清,市议会正在讨论",
        "文/李明",
        "2019年1月8日",
        "李明",
        "这座小城的港口在去年冬季风暴后重建,渡轮从星期一起恢复通航。市议会在春天与渔民和旧船的主人长时间谈判之后作出了决定,居民表示欢迎。",
    ),
    "Japanese": (
        "冬の嵐の後に港を再建",
        "フェリーは再び運航しているが、新しい桟橋の費用はまだ支払われていない",
        "記者 山田太郎",
        "2019年1月8日",
        "山田太郎",
        "小さな町の港は昨年の冬の嵐の後に再建され、フェリーは月曜日から再び運航している。町議会は漁師や古い船の持ち主との長い話し合いの後に決めた。",
    ),
    "Korean": (
        "겨울 폭풍 이후 항구 재건",
        "여객선은 다시 운항하지만 새 부두의 비용은 아직 지불되지 않았다",
        "김철수 기자",
        "2019년 1월 8일",
        "김철수",
        "작은 마을의 항구는 지난 겨울 폭풍 이후 재건되었고 여객선은 월요일부터 다시 운항하고 있다. 의회가 결정했다.",
    ),
}


def read(lines: list[str], paragraph: str, **stated: object) -> tuple[Matter, dict[str, str]]:
    """The metadata of `lines` above four paragraphs, and role by text of each claimed line."""
    text = "\n".join([*lines, "", *[paragraph] * 4])
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if line.text == paragraph else Role.OTHER, 0.9, "") for line in page.lines]
    matter = gather(Page(page.lines), verdicts, RawArticle.model_validate({"content": text, **stated}))
    return matter, {page.lines[i].text: verdict.role.value for i, verdict in matter.claims.items()}


@pytest.mark.parametrize(
    ("title", "standfirst", "byline", "day", "author", "paragraph"), LANGUAGES.values(), ids=LANGUAGES.keys()
)
def test_a_standfirst_is_the_subtitle_and_not_the_title(
    title: str, standfirst: str, byline: str, day: str, author: str, paragraph: str
) -> None:
    matter, claimed = read(["Menu", "Login", title, standfirst, byline, day], paragraph)
    assert matter.title == title
    assert matter.subtitle == (standfirst if standfirst.count(" ") >= 5 or not standfirst.isascii() else None)
    assert [person.name for person in matter.authors] == [author]
    assert matter.published is not None
    assert matter.published.at == "2019-01-08"
    assert (claimed[title], claimed[byline], claimed[day]) == ("title", "byline", "date")


@pytest.mark.parametrize(
    "line",
    ["Photo: A view of the new pier in the old town", "Share this story with all of your friends now", "Ann Lee"],
)
def test_furniture_below_the_title_is_no_subtitle(line: str) -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    matter, _ = read([title, line, byline, day], paragraph)
    assert matter.subtitle is None


def test_a_lower_heading_of_markdown_is_the_subtitle() -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    standfirst = "Letter 12: in which the ferry never comes"
    matter, _ = read([f"# {title}", f"### {standfirst}", byline, day], paragraph)
    assert (matter.title, matter.subtitle) == (title, standfirst)
    assert read([f"# {title}", "## Contents", byline, day], paragraph)[0].subtitle is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The ferries cost four thousand a day and mostly wait", True),
        ("A ferry waits in the harbour of Saltmouth (photo by the author)", False),
        ("A ferry waits in the harbour, photo lent by Mrs Lee", False),
        ("Send this by mail to us Print A A", False),
        ("woman with a hat waiting in the old harbour", False),
    ],
)
def test_a_line_below_a_title_that_stands_below_its_date_is_the_subtitle(line: str, found: bool) -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    matter, _ = read([byline, day, title, line], paragraph)
    assert matter.title == title
    assert matter.subtitle == (line if found else None)


def test_the_author_behind_the_series_is_no_subtitle() -> None:
    title, _, _, day, _, paragraph = LANGUAGES["English"]
    matter, _ = read(["Home > Shows > A Table of the Tides", title, "A Table of the Tides, by Ann Lee", day], paragraph)
    assert (matter.subtitle, [author.name for author in matter.authors]) == (None, ["Ann Lee"])


def test_a_caption_that_a_house_and_initials_stand_below_is_no_subtitle() -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    caption = "The new ferry lands at the pier twice a day"
    assert read(["The Planet", title, caption, "The Planet - A. L.", byline, day], paragraph)[0].subtitle is None
    assert read(["The Planet", title, caption, byline, day], paragraph)[0].subtitle == caption


CHANGED = {
    "English": ("Published: 8 January 2019", "Updated: 9 January 2019"),
    "English, one line": ("Posted on January 8, 2019 | Last modified January 9, 2019", None),
    "German": ("Veröffentlicht am 8. Januar 2019", "Aktualisiert am 9. Januar 2019"),
    "French": ("Publié le 8 janvier 2019", "Mis à jour le 9 janvier 2019"),
    "Spanish": ("Publicado el 8 de enero de 2019", "Actualizado el 9 de enero de 2019"),
    "Italian": ("Pubblicato il 8 gennaio 2019", "Aggiornato il 9 gennaio 2019"),
    "Portuguese": ("Publicado em 8 de janeiro de 2019", "Atualizado em 9 de janeiro de 2019"),
    "Dutch": ("Gepubliceerd op 8 januari 2019", "Bijgewerkt op 9 januari 2019"),
    "Polish": ("Opublikowano 8 stycznia 2019", "Zaktualizowano 9 stycznia 2019"),
    "Swedish": ("Publicerad 8 januari 2019", "Uppdaterad 9 januari 2019"),
    "Russian": ("Опубликовано 8 января 2019", "Обновлено 9 января 2019"),
    "Arabic": ("نشر في 8 يناير 2019", "آخر تحديث 9 يناير 2019"),
    "Chinese": ("发布时间:2019年1月8日", "更新时间:2019年1月9日"),
    "Japanese": ("公開日:2019年1月8日", "最終更新日:2019年1月9日"),
    "Korean": ("입력 2019.01.08", "수정 2019.01.09"),
}


@pytest.mark.parametrize(("published", "modified"), CHANGED.values(), ids=CHANGED.keys())
@pytest.mark.parametrize("change_first", [False, True], ids=["publication first", "change first"])
def test_the_day_of_the_change_is_not_the_day_of_publication(
    published: str, modified: str | None, change_first: bool
) -> None:
    lines = [line for line in (published, modified) if line]
    title, _, byline, _, _, paragraph = LANGUAGES["English"]
    matter, _ = read([title, byline, *(reversed(lines) if change_first else lines)], paragraph)
    assert matter.published is not None
    assert matter.modified is not None
    assert (matter.published.at, matter.modified.at) == ("2019-01-08", "2019-01-09")


TRAILS = {
    "signs between": ["Home", ">", "News", ">", "Harbours"],
    "signs before": ["Startseite", "> News", "> Harbours"],
    "signs behind": ["Accueil ›", "News ›", "Harbours"],
    "slashes": ["Inicio /", "News /", "Harbours"],
    "Japanese": ["ホーム", "＞", "News", "＞", "Harbours"],
}


@pytest.mark.parametrize("lines", TRAILS.values(), ids=TRAILS.keys())
def test_a_breadcrumb_with_a_step_a_line(lines: list[str]) -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    matter, claimed = read(["Menu", *lines, title, byline, day], paragraph)
    assert matter.breadcrumb == ["News", "Harbours"]
    assert {claimed.get(line) for line in lines} == {"breadcrumb"}
    assert matter.title == title


def test_a_menu_is_no_breadcrumb() -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    matter, _ = read(["Home", "News", "Sports", "• Weather", title, byline, day], paragraph)
    assert matter.breadcrumb == []


def test_a_japanese_name_with_its_space_needs_no_mark_beside_the_date() -> None:
    title, _, _, day, _, paragraph = LANGUAGES["Japanese"]
    matter, _ = read([title, "山田 太郎", day], paragraph)
    assert [person.name for person in matter.authors] == ["山田 太郎"]


@pytest.mark.parametrize(
    "line", ["Copy Link", "Show Caption", "Key Highlights", "Manage Consent Preferences", "MORE: BY THE NUMBERS"]
)
def test_widgets_beside_the_date_are_no_authors(line: str) -> None:
    title, _, _, day, _, paragraph = LANGUAGES["English"]
    matter, _ = read([title, day, line], paragraph)
    assert matter.authors == []


@pytest.mark.parametrize(("sure", "subtitle"), [(0.6, True), (0.95, False)])
def test_a_standfirst_that_the_judge_half_takes_for_body_is_the_subtitle_and_stays(sure: float, subtitle: bool) -> None:
    title, standfirst, byline, day, _, paragraph = LANGUAGES["English"]
    text = "\n".join([title, standfirst, byline, day, "", *[paragraph] * 4])
    page = lay_out_text(text)
    verdicts = [
        Verdict(Role.PARAGRAPH if line.text in (standfirst, paragraph) else Role.OTHER, sure, "") for line in page.lines
    ]
    matter = gather(page, verdicts, RawArticle(content=text))
    assert (matter.subtitle == standfirst) is subtitle
    assert 1 not in matter.claims


NAMED = {
    "a class": ("<h3 class='subtitle-x7 big'>{}</h3>", True),
    "in camel case": ("<p class='HeadBlock_newsDek_ab12'>{}</p>", True),
    "around it": ("<div class='node__unterzeile'><p>{}</p></div>", True),
    "in French": ("<div class='chapo'><p>{}</p></div>", True),
    "in German": ("<p class='artikelkopf__vorspann'>{}</p>", True),
    "an id": ("<p id='story-summary' class='css-1'>{}</p>", True),
    "a class of pictures": ("<figure class='subtitle'><figcaption class='subtitle'>{}</figcaption></figure>", False),
    "a part of another word": ("<p class='submit-links decked'>{}</p>", False),
    "around more than it": ("<div class='subtitle'><p>{}</p><p>Share</p></div>", False),
    "what often is the first paragraph": ("<p class='lead'>{}</p>", False),
}


@pytest.mark.parametrize(("markup", "subtitle"), NAMED.values(), ids=NAMED.keys())
def test_an_element_below_the_title_says_that_it_is_the_subtitle(markup: str, subtitle: bool) -> None:
    title, _, _, _, _, paragraph = LANGUAGES["English"]
    text = "Ferries run once more, and nobody has paid"
    matter = read_page(f"<h1>{title}</h1>{markup.format(text)}", paragraph)
    assert matter.subtitle == (text if subtitle else None)


@pytest.mark.parametrize(
    "again", ["{}", "Harbours {}", "The Planet: {}", "Ferries, piers and who is to pay for them: {}"]
)
def test_the_title_again_is_no_subtitle(again: str) -> None:
    title, standfirst, byline, _, _, paragraph = LANGUAGES["English"]
    repeated = again.format(title)
    stated = f"<meta itemprop='alternativeHeadline' content='{repeated}'>"
    for heading in (f"<h1>{title}</h1>", f"<h4>{title}</h4><h1>{repeated}</h1>"):
        assert read_page(f"{stated}{heading}<p>{byline}</p>", paragraph).subtitle is None
        assert read_page(f"{stated}{heading}<p>{standfirst}</p><p>{byline}</p>", paragraph).subtitle == standfirst


def read_page(head: str, paragraph: str) -> Matter:
    """The metadata of a page of HTML with four paragraphs."""
    markup = f"<html><body>{head}{f'<p>{paragraph}</p>' * 4}</body></html>"
    page = lay_out_html(markup)
    verdicts = [Verdict(Role.PARAGRAPH if line.text == paragraph else Role.OTHER, 0.9, "") for line in page.lines]
    return gather(page, verdicts, RawArticle(content=markup, content_type="text/html"))


def test_a_breadcrumb_that_a_title_was_run_together_with_is_one() -> None:
    title, _, byline, day, _, paragraph = LANGUAGES["English"]
    matter, claimed = read(["Menu", f"Home > News > Harbour > {title} {title}", byline, day], paragraph)
    assert (matter.title, matter.breadcrumb) == (title, ["News", "Harbour"])
    assert "title" in claimed.values()


@pytest.mark.parametrize(
    ("standfirst", "below", "found"),
    [
        ("Paid for by islanders. The council still calls it unsafe.", "By Ann Lee", True),
        ("Paid for by islanders. The council still calls it unsafe.", "A boat at the new pier. Photo: Bo Chan", True),
        ("Paid for by islanders. The council still calls it unsafe.", "Share this story", False),
        ("The first ferry lands at the new pier on Monday morning", "By Ann Lee", False),
        ("The first ferry lands at the new pier on Monday morning.", "By: Saltmouth Harbour Office", False),
        ("The first ferry lands at the new pier on Monday. Photo: Bo Chan", "By Ann Lee", False),
    ],
    ids=["above the byline", "above a caption", "above buttons", "no sentence", "above a house", "a caption"],
)
def test_sentences_below_the_date_are_the_subtitle_above_the_byline_or_a_caption(
    standfirst: str, below: str, found: bool
) -> None:
    title, _, _, day, _, paragraph = LANGUAGES["English"]
    matter, _ = read([title, day, "Print", standfirst, below], paragraph)
    assert matter.title == title
    assert matter.subtitle == (standfirst if found else None)


WRAPPED = (
    "The council of Long Acre has stopped the works on the new pier of the\n"
    "harbour, which the islanders had wanted since the storm of last winter,\n"
    "and will ask the owners of the ferries to pay for the damage that their\n"
    "boats have done to the old one in the meantime, a clerk said on Monday."
)


@pytest.mark.parametrize(
    ("lines", "title", "authors"),
    [
        (["Works on the pier stop: What comes for Long", "Acre and the Islanders"], True, ["Ann Lee"]),
        (["Works on the pier of the harbour stop over", "Damage to Ferries"], True, ["Ann Lee"]),
        (["Works on the new pier of the old harbour", "stopped again"], True, ["Ann Lee"]),
        (["Works on the new pier of the old harbour stop", "Council Asks Owners to Pay"], False, ["Ann Lee"]),
        (["Works on the new pier of the harbour go on", "Bo Chan"], False, None),
    ],
    ids=["inside a name", "after a preposition", "small letters", "a line of its own", "a name"],
)
def test_a_title_that_a_hard_wrap_broke_goes_on_in_the_next_line(
    lines: list[str], title: bool, authors: list[str] | None
) -> None:
    text = "\n\n".join(["Menu", "\n".join(lines), "Ann Lee", *[WRAPPED] * 3])
    page = lay_out_paragraphs(text)
    paragraph = WRAPPED.replace("\n", " ")
    verdicts = [Verdict(Role.PARAGRAPH if line.text == paragraph else Role.OTHER, 0.9, "") for line in page.lines]
    matter = gather(page, verdicts, RawArticle(content=text))
    assert matter.title == (" ".join(lines) if title else lines[0])
    assert authors is None or [person.name for person in matter.authors] == authors
