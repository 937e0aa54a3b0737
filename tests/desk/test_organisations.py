"""Organisations in languages without a tagger: the words that open a name and those that close it."""

import pytest

from copydesk.desk.tags.names import tag_names


def found(text: str, language: str) -> list[str]:
    names = tag_names(text, language=language, title=None, exclude=())
    return sorted((entity.name for entity in names.organisations), key=text.index)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # Opened by what they are.
        ("es", "Lo investiga la Universidad de Alcornera.", ["Universidad de Alcornera"]),
        ("es", "El fiscal acudió a la Fiscalía de la Nación.", ["Fiscalía de la Nación"]),
        ("es", "Habló el Ministerio de Agricultura y Pesca.", ["Ministerio de Agricultura y Pesca"]),
        (
            "es",
            "Protesta la Asociación de Productores, Empacadores y Exportadores de Ajos.",
            ["Asociación de Productores, Empacadores y Exportadores de Ajos"],
        ),
        ("fr", "C'est ce que dit l'Université de Bramerolles.", ["Université de Bramerolles"]),
        ("fr", "Le tribunal correctionnel de Bramerolles a tranché.", ["tribunal correctionnel de Bramerolles"]),
        ("fr", "Selon la Fédération des parents d'élèves, rien ne va.", ["Fédération des parents d'élèves"]),
        ("fr", "Le ministère de l’Éducation nationale se tait.", ["ministère de l’Éducation nationale"]),
        ("it", "Indaga la procura di Valdorsa.", ["procura di Valdorsa"]),
        ("pt", "A Universidade Federal de Pedralva respondeu.", ["Universidade Federal de Pedralva"]),
        ("de", "Das Landgericht Kassel sprach sie frei.", ["Landgericht Kassel"]),
        ("de", "Das Bundesamt für Wetter und Klima warnt.", ["Bundesamt für Wetter und Klima"]),
        ("nl", "De rechtbank Zuidermeer sprak hen vrij.", ["rechtbank Zuidermeer"]),
        ("pl", "Zbada to Państwowa Komisja Badania Wypadków.", ["Państwowa Komisja Badania Wypadków"]),
        ("pl", "Pracuje na Politechnice Zarzeckiej.", ["Politechnice Zarzeckiej"]),
        ("ru", "Об этом сообщило министерство сельского хозяйства.", ["министерство сельского хозяйства"]),
        # Closed by it.
        ("de", "Dann kam die Brandner Antriebe AG ins Spiel.", ["Brandner Antriebe AG"]),
        ("de", "Sie führt den Bayerischen Landfrauenverband.", ["Bayerischen Landfrauenverband"]),
        ("sv", "Målet avgörs av Ljungbo tingsrätt.", ["Ljungbo tingsrätt"]),
        ("ru", "Он преподаёт в Заречном государственном университете.", ["Заречном государственном университете"]),
        # Behind what they are, or in quotation marks there.
        ("es", "La compró la empresa peruana Selva Norte.", ["Selva Norte"]),
        ("fr", "C'est le groupe Bramerolles Énergie qui paie.", ["Bramerolles Énergie"]),
        ("ru", "Его купила компания «Тихий Дон».", ["Тихий Дон"]),
        ("it", "Lo dice il gruppo “Mare Nostro Energia”.", ["Mare Nostro Energia"]),
        # Clubs, and what is known as it stands; with its country.
        ("de", "Der TSV Talbrunn gewann.", ["TSV Talbrunn"]),
        ("pt", "A Cruz Vermelha de Moçambique ajuda.", ["Cruz Vermelha de Moçambique"]),
        ("pl", "Ustawę przyjął Sejm.", ["Sejm"]),
        # Scripts without capitals.
        ("ja", "調査したのは霧島海洋大学の研究班だ。", ["霧島海洋大学"]),
        ("ja", "元水産庁職員が語った。", ["水産庁"]),
        ("ko", "이 사건은 가람지방법원이 맡았다.", ["가람지방법원"]),
        ("zh", "报告由云南省能源局发布。", ["云南省能源局"]),
        ("ar", "أعلنت وزارة المياه والري الأردنية ذلك.", ["وزارة المياه والري الأردنية"]),
        ("ar", "قالت محكمة الاستئناف بصفاقس إنها", ["محكمة الاستئناف بصفاقس"]),
    ],
)  # fmt: skip
def test_what_makes_an_organisation(language: str, text: str, names: list[str]) -> None:
    assert found(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("es", "La universidad y el tribunal callan.", id="no name"),
        pytest.param("es", "Un grupo de vecinos protestó.", id="a group of people"),
        pytest.param("fr", "Le groupe Luc Bramard est parti.", id="named as a person"),
        pytest.param("de", "Im Zentrum des Ortes steht die Kirche.", id="a middle"),
        pytest.param("de", "Deutsche Banken warnen.", id="several"),
        pytest.param("sv", "Den kommun som vill får vara med.", id="a sentence's first word"),
        pytest.param("ja", "同大学と国立大学の話だ。", id="the same university, state universities"),
        pytest.param("ko", "지방법원과 노동조합이 있다.", id="district courts, unions"),
        pytest.param("zh", "该公司和这家银行没有回应。", id="that company, this bank"),
        pytest.param("ar", "مدّ قناة للري قرب المدينة", id="a canal for irrigation"),
        pytest.param(
            "de", "Wenn der Bund Länder entlastet, suchte die Gewerkschaft Gespräche.", id="nouns of a sentence"
        ),
        pytest.param(
            "de", "Sollte das Unternehmen Stellen streichen, will die Partei Neuwahlen.", id="nouns behind kinds"
        ),
        pytest.param("de", "Die Staatsanwaltschaft Freitag früh, das Landgericht Montag.", id="days of the week"),
        pytest.param("es", "La empresa Lunes pasado cerró.", id="a day in a title"),
        pytest.param("es", "Corte de Luz en Caracas. Calle Universidad de Salamanca.", id="a cut, a street"),
        pytest.param("it", "Rete di Lautaro Martinez. Movimento in Borsa.", id="a goal, a movement"),
        pytest.param("pt", "Defesa de Lula. Frente Fria. Ordem do Dia.", id="a defence, a cold front"),
        pytest.param("nl", "De Rode Zee en de Nationale Feestdag.", id="adjectives"),
        pytest.param("ru", "Путин театр посетил. Центр Москвы перекрыт.", id="who visited a theatre"),
        pytest.param("ko", "주택화재와 철거공사, 수석연구원", id="fires, works, researchers"),
        pytest.param("ja", "同市と被災市町村、女子大学とテレビ放送", id="the same town"),
        pytest.param("zh", "市民去大厅。上海市区学院路。", id="a hall, a street"),
        pytest.param("ar", "في مركز المدينة وحركة المرور والمركز الأول بحماس", id="traffic in the centre"),
        pytest.param("ar", "\u064b" * 20, id="marks alone"),
        pytest.param("eo", "La Universitato de Zamenhof.", id="a language without a table"),
    ],
)
def test_what_is_no_organisation(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_name_ends_before_a_persons() -> None:
    names = tag_names("Lo dijo la Policía Juan Pérez ayer. Juan Pérez calló.", language="es", title=None, exclude=())
    assert [entity.name for entity in names.people] == ["Juan Pérez"]
    assert not names.organisations


def test_a_word_before_a_person_is_no_name() -> None:
    names = tag_names("La police Jean Dupont est là. Jean Dupont parle.", language="fr", title=None, exclude=())
    assert not names.organisations


def test_a_title_in_capitals_is_no_organisation() -> None:
    assert found("LA UNIVERSIDAD DE ALCORNERA CIERRA SUS PUERTAS", "es") == []


@pytest.mark.parametrize("language", ["de", "es", "fr", "pl", "ru", "sv", "ja", "ko", "zh", "ar"])
@pytest.mark.parametrize(
    "text", ["A’" * 20_000, "Universität" * 3_000, "Ab " * 12_000, "中国大" * 10_000, "وزارة ال" * 6_000]
)
@pytest.mark.timeout(10)
def test_no_text_takes_long(language: str, text: str) -> None:
    found(text, language)
