"""Bylines as newspapers print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.metadata.bylines.byline import read_byline, read_reporters

NAMED = {
    "a house's reporters": ("By Saltmouth Press Association reporters", ["Saltmouth Press Association"]),
    "two of a paper's": ("By Ann Lee and Bo Chan Staff writers", ["Ann Lee", "Bo Chan"]),
    "two names in Chinese, and the size of the letters": (
        "来源：东岭财经 作者：贺知秋 闵若溪 字号：[18]大 [19]",
        ["贺知秋", "闵若溪"],
    ),
    "English": ("By John Smith", ["John Smith"]),
    "capitals": ("BY ANNA LEE", ["ANNA LEE"]),
    "two": ("By John Smith and Mary Jones", ["John Smith", "Mary Jones"]),
    "three": ("By Jane Doe, John Roe and Jim Poe", ["Jane Doe", "John Roe", "Jim Poe"]),
    "an editor before another": ("By John Smith, News Editor, and Mary Jones", ["John Smith", "Mary Jones"]),
    "with the agency": ("By JOHN SMITH, Associated Press", ["JOHN SMITH"]),
    "agency without a comma": ("By ANDREW TAYLOR Associated Press", ["ANDREW TAYLOR"]),
    "with an office": ("By Ann Lee, Senior Correspondent", ["Ann Lee"]),
    "for a newspaper, in capitals": ("By ANN LEE and BO CHAN FOR POST ONLINE", ["ANN LEE", "BO CHAN"]),
    "for a newspaper": ("By Ann Lee For Postonline", ["Ann Lee"]),
    "views and comments": ("Автор: Лариса Мякишева 4 118 просмотров 37 комментариев", ["Лариса Мякишева"]),
    "comments in brackets": ("door Wietse Ploegsma reacties (5)", ["Wietse Ploegsma"]),
    "with a place": ("By Jane Doe in Washington", ["Jane Doe"]),
    "with an address": ("By Ann Lee ann@example.com", ["Ann Lee"]),
    "with a handle": ("By Ann Lee @annlee", ["Ann Lee"]),
    "photographer apart": ("By John Smith; photos by Ann Lee", ["John Smith"]),
    "apostrophe and hyphen": ("By Mary-Ann O'Neil", ["Mary-Ann O'Neil"]),
    "Japanese, given name in kana": ("(文・三津田あかり)", ["三津田あかり"]),
    "a German report": ("Bericht: Anna Lis und Bo Chan, Klasse 4b", ["Anna Lis", "Bo Chan"]),
    "words by": ("Words by Ann Lee", ["Ann Lee"]),
    "several contributors' label": ("Contributors: Ann Lee", ["Ann Lee"]),
    "where who writes a letter lives": ("Von Anna Lis, Hafenstraße 12, Port Salz", ["Anna Lis"]),
    "an agency": ("By Reuters", ["Reuters"]),
    "a newsroom": ("By Reuters Staff", ["Reuters Staff"]),
    "mark run into the name": ("ByAnn Lee", ["Ann Lee"]),
    "a desk before the office": ("ByAnn Lee Live News Reporter", ["Ann Lee"]),
    "pictures and text": ("Photographs and text by Ann Lee", ["Ann Lee"]),
    "two Korean reporters": ("기자명 박도경·윤세린 기자", ["박도경", "윤세린"]),
    "what a Korean is": ("글: 김민수·시인", ["김민수"]),
    "an Arabic surname like a day": ("بقلم غيث عبدالأحد", ["غيث عبدالأحد"]),
    "a surname like an article": ("By Maria Den", ["Maria Den"]),
    "Arabic, run into the day": ("بقلم ريما الحدشيتيالثلاثاء", ["ريما الحدشيتي"]),
    "German, put together": ("Zusammengestellt von Birte Lee", ["Birte Lee"]),
    "Persian": ("نویسنده: نسترن کاوه", ["نسترن کاوه"]),
    "Hindi, vowel signs in the name": ("By किरण पाटीदार", ["किरण पाटीदार"]),
    "office run into the name": ("By Ann WalterCity Columnist", ["Ann Walter"]),
    "capitals inside names": ("By Ann McDonald and Bo DeSantis", ["Ann McDonald", "Bo DeSantis"]),
    "newspaper before the office": ("By Ann Lee Globe Correspondent", ["Ann Lee"]),
    "office of any kind after a name": ("By Ann Lee, Garden Educator", ["Ann Lee"]),
    "a degree": ("By Ann Lee, Ph.D.", ["Ann Lee, Ph.D."]),
    "two with degrees": ("By Ann Lee, MD, and Bo Chan", ["Ann Lee, MD", "Bo Chan"]),
    "degrees that nobody lists, after one that is": (
        "By Ann Lee, DVM, XYZA. Reviewed by Bo Chan",
        ["Ann Lee, DVM, XYZA"],
    ),
    "an initial at the end": ("By Ann L.B. and Bo Chan", ["Ann L.B.", "Bo Chan"]),
    "a second name in brackets": ("By Ann (Mia) Lee", ["Ann Lee"]),
    "a team": ("By the Example Editorial Team", ["the Example Editorial Team"]),
    "up to a preposition": ("By Ann Lee and Bo Chan on", ["Ann Lee", "Bo Chan"]),
    "a degree before the name": ("By Dr. Ann Lee and Prof. Bo Chan", ["Dr. Ann Lee", "Prof. Bo Chan"]),
    "a rank before the name": ("By Col. (ret.) Ann Lee and Bo Chan", ["Ann Lee", "Bo Chan"]),
    "no name but one word after a degree": ("By Dr. Lee", ["Dr. Lee"]),
    "a place after a full stop": ("Por ANA RUIZ LÓPEZ. Toledo", ["ANA RUIZ LÓPEZ"]),
    "Polish interviewer": ("Rozmawiała Anna Nowak", ["Anna Nowak"]),
    "Russian interviewer": ("Беседовал Иван Петров", ["Иван Петров"]),
    "German": ("Von Anna Müller, Berlin", ["Anna Müller"]),
    "German, two": ("Von Anna Müller und Peter Groß", ["Anna Müller", "Peter Groß"]),
    "German, text and pictures": ("Text und Fotos: Max Muster", ["Max Muster"]),
    "French": ("Par Jean-Pierre Dupont", ["Jean-Pierre Dupont"]),
    "French newspaper": ("Par Le Monde avec AFP", ["Le Monde"]),
    "Spanish surname with 'and'": ("Por María José Ortega y Gasset", ["María José Ortega y Gasset"]),
    "Spanish, two": ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
    "Italian": ("di Marco Rossi", ["Marco Rossi"]),
    "Dutch particle": ("Door Jan de Vries", ["Jan de Vries"]),
    "Polish": ("Autor: Jan Kowalski", ["Jan Kowalski"]),
    "Swedish": ("Text: Erik Svensson", ["Erik Svensson"]),
    "Danish": ("Af Mette Holm", ["Mette Holm"]),
    "Romanian": ("De Ion Popescu", ["Ion Popescu"]),
    "Turkish, place and photographer": ("Haber: Ali VELİ / ÇINARÖNÜ Fotoğraf: Hale ERGÜDER", ["Ali VELİ"]),
    "Dutch, text and pictures": ("Tekst Jan de Vries | Illustratie Bas Smit", ["Jan de Vries"]),
    "words and who checked them": ("Words: Ann Lee. Checked by: Bo Chan", ["Ann Lee"]),
    "Arabic, written by": ("كتبها: مِهيار الشقفة", ["مِهيار الشقفة"]),
    "Arabic, two, with vowel signs": ("إعداد: ريّان الدهيسي وسماهر بن عاشور", ["ريّان الدهيسي", "سماهر بن عاشور"]),
    "Chinese, a reporter and an intern": ("本报记者 沈若渔 实习生 郭一程 文/图", ["沈若渔", "郭一程"]),
    "Chinese, a name that ends as the word for text": ("记者 蔡英文", ["蔡英文"]),
    "Japanese, text and cooking": ("文・料理：みぞぐち あや　撮影：南雲朔　スタイリング：戸田ミキ", ["みぞぐち あや"]),
    "an office before a body's name": ("Speech by Ann Lee, Deputy Governor of the Bank of Tarrow", ["Ann Lee"]),
    "Turkish": ("Yazan: Ali Veli", ["Ali Veli"]),
    "Russian": ("Автор: Иван Петров", ["Иван Петров"]),
    "Arabic": ("بقلم: محمد علي", ["محمد علي"]),
    "Hebrew": ("כתב: יוסי כהן", ["יוסי כהן"]),
    "Chinese": ("文/李明", ["李明"]),
    "Japanese, office after": ("山田太郎記者", ["山田太郎"]),
    "Japanese, office before": ("記者 山田太郎", ["山田太郎"]),
    "Korean": ("[서울=연합뉴스] 김철수 기자", ["김철수"]),
    "a date that runs on": ("By Ann Lee and Bo Chan Posted Tue", ["Ann Lee", "Bo Chan"]),
    "and its last change": ("By Ann Lee Last Updated", ["Ann Lee"]),
    "Portuguese, with a place": ("Por Ana Lima e Rui Faria, de Porto Novo", ["Ana Lima", "Rui Faria"]),
    "Chinese, with a contributor": ("作者：李明 通讯员 王小红", ["李明"]),
    "with an office and a house behind": ("By Ann Lee Correspondent BBC News", ["Ann Lee"]),
    "with an office that begins like no name": ("By Tom Ash, Local Democracy Reporter", ["Tom Ash"]),
    "Polish, who compiled it": ("oprac. Anna Lis", ["Anna Lis"]),
    "Chinese, in brackets": ("（海城日报记者 谷雨晴 通讯员 田守信）", ["谷雨晴"]),
    "Polish, who asked": ("Rozmawiała: Anna Lis", ["Anna Lis"]),
    "Chinese, behind the newspaper's name": ("海城日报记者 谷雨晴 实习生 田守信", ["谷雨晴", "田守信"]),
    "Dutch, before a date": ("Door Jan Smit op", ["Jan Smit"]),
    "Polish, with an office": ("Tekst: Anna Lis, Biuro Prasowe", ["Anna Lis"]),
}


@pytest.mark.parametrize(("line", "names"), NAMED.values(), ids=NAMED.keys())
def test_a_byline_names_its_authors(line: str, names: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (list(byline.names), byline.explicit) == (names, True)


BARE = {
    "with an office in a word": ("Ann Lee, Readers' Advocate", ["Ann Lee"]),
    "with an office of some place": ("Ann Lee, North Shore correspondent", ["Ann Lee"]),
    "a name": ("Marek Wisniewski", ["Marek Wisniewski"]),
    "with an office": ("Ann Lee, Political Editor", ["Ann Lee"]),
    "with an agency": ("Ann Lee | Reuters", ["Ann Lee"]),
    "an agency": ("dpa", ["dpa"]),
    "Cyrillic": ("Иван Петров", ["Иван Петров"]),
    "after an office": ("Courts Correspondent Ann Lee", ["Ann Lee"]),
    "where each is": ("Ann Lee in Rotterdam and Bo Chan in New York", ["Ann Lee", "Bo Chan"]),
}


@pytest.mark.parametrize(("line", "names"), BARE.values(), ids=BARE.keys())
def test_a_bare_name_is_a_byline_that_nothing_marks(line: str, names: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (list(byline.names), byline.explicit) == (names, False)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: John Smith",
        "Photo by John Smith",
        "Foto: Max Muster",
        "Edited by Ann Lee",
        "Sung by Ann Lee (1881-1967)",
        "Deputy Head of School (Research)",
        "Medically reviewed by Ann Lee",
        "责编：牛镛、岳弘彬",
        "By the time police arrived, the house was empty",
        "By Monday, the storm had passed",
        "Von Deutschland nach Polen",
        "Di Maio: il governo non cade",
        "Door onze redactie economie",
        "The Big Picture",
        "Pobierz PDF Pobierz",
        "Benefits of Training By Goals",
        "MORE: BY THE NUMBERS: Prices",
        "Sign In",
        "font lower",
        "Audio Player",
        "फॉलो करें",
        "लेखक: परिचय पढ़ें",
        "Playlist zusammengestellt von Max Müller",
        "كاتب وروائي عراقي",
        "شاعرة وباحثة لبنانية",
        "ann.lee@example.com",
        "",
    ],
)
def test_what_names_no_author(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize("line", ["很多记者 表示 不满", "La Ribera"])
def test_who_is_no_reporter_and_where_is_no_name(line: str) -> None:
    assert read_byline(line) is None


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from(["By", "Von", "Ann", "Lee", "and", ",", "(", "|", "文/", "李", "@", " "])).map(" ".join)
)
def test_no_line_breaks_the_reading(line: str) -> None:
    byline = read_byline(line)
    assert byline is None or all(name.strip() for name in byline.names)


@pytest.mark.parametrize("line", ["Source: University of Saltmouth", "De Havenbode", "Author: University"])
def test_an_institution_and_a_newspaper_are_no_one_word_person(line: str) -> None:
    byline = read_byline(line)
    assert byline is None or not {"University", "Havenbode"} & set(byline.names)


def test_an_office_between_mark_and_name_is_no_author() -> None:
    byline = read_byline("作者：记者 王小明")
    assert byline is not None
    assert byline.names == ("王小明",)


@pytest.mark.parametrize(
    "line", ["Ana Lopes (texto) e Rui Dias (fotografia)", "By Ana Lopes (text) and Rui Dias (photos)"]
)
def test_who_took_the_pictures_beside_the_author_is_none(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.names == ("Ana Lopes",)


def test_a_rank_or_a_place_beside_a_bare_name_is_none_of_it() -> None:
    for text, names in (
        ("Col. (ret.) Ann Lee and Bo Chan", ("Ann Lee", "Bo Chan")),
        ("ANA RUIZ. Toledo", ("ANA RUIZ",)),
    ):
        byline = read_byline(text)
        assert byline is not None
        assert (byline.names, byline.explicit) == (names, False)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee, Director; Bo Chan, Governor",
        "Lee, Ann; Chan, Bo; Orr, Eve",
        "Ann Lee, Leeds",
        "From Farm to Fork in Leeds",
        "By Ann Lee, Leeds; Bo Chan, York",
    ],
)
def test_offices_surnames_and_titles_are_no_reporters_places(line: str) -> None:
    assert read_reporters(line) is None
