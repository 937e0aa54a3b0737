"""What is called like a place and is none: people, works, storms; and which of two places of one name is meant."""

import pytest

from copydesk.article import Tags
from copydesk.desk.tags.credits import find_credits
from copydesk.desk.tags.english.works import find_works
from copydesk.desk.tags.namesakes import without_namesakes
from copydesk.desk.tags.tag import tag

_LEEDS = (
    "A jury in Leeds cleared three directors of a building company on Monday. Thomas Ireland, who ran it for twelve "
    "years, and his partner Margaret France listened without a word. Ireland shook hands with his lawyer, while France "
    "asked for a glass of water. The prosecutor had wanted six years for both. The judge thanked the jury for its time."
)
_BURGOS = (
    "La Audiencia Provincial de Burgos ha absuelto a los dos directivos de una cooperativa de cereal. Julián Francia, "
    "gerente durante doce años, y Montserrat Portugal, responsable de las cuentas, escucharon el fallo cogidos de la "
    "mano. «Se acabó», dijo Francia. Portugal rompió a llorar. El fiscal pidió seis años de cárcel para los dos."
)
_ZWOLLE = (
    "De rechtbank in Zwolle heeft dinsdag een 52-jarige bouwondernemer vrijgesproken van fraude. Volgens advocaat Piet "
    "van Polen was er nooit bewijs. Van Polen zei dat zijn cliënt vijf jaar heeft gewacht op deze dag. Het Openbaar "
    "Ministerie had twee jaar cel geëist en gaat in hoger beroep tegen het vonnis."
)


def _tags(text: str, language: str = "en", title: str | None = None) -> Tags:
    return tag(text, title=title, language=language)


@pytest.mark.parametrize(
    ("language", "text", "people", "codes"),
    [
        ("en", _LEEDS, {"Thomas Ireland", "Margaret France"}, {"IE", "FR"}),
        ("es", _BURGOS, {"Julián Francia", "Montserrat Portugal"}, {"FR", "PT", "MS"}),
        ("nl", _ZWOLLE, {"Piet van Polen"}, {"PL"}),
    ],
)
def test_who_is_called_like_a_country_is_none(language: str, text: str, people: set[str], codes: set[str]) -> None:
    tags = _tags(text, language)
    assert people <= {person.name for person in tags.people}
    assert codes.isdisjoint(country.code for country in tags.countries)
    assert all(len(person.mentions) == 2 for person in tags.people if person.name in people)


def test_an_arabic_surname_that_is_a_peoples_adjective_is_part_of_the_name() -> None:
    text = (
        "عمان - قضت محكمة في العاصمة الأردنية ببراءة رجل الأعمال سامر المصري من تهمة الاحتيال. "
        "وكان المصري قد اتهم ببيع أراض لا يملكها. ونفى المصري أمام الصحفيين أي نية لمغادرة البلاد."
    )
    tags = _tags(text, "ar")
    assert "سامر المصري" in {person.name for person in tags.people}
    assert [country.code for country in tags.countries] == ["JO"]


def test_a_country_that_is_also_spoken_of_stays_one() -> None:
    text = (
        "Margaret France, who works for the bank in France, said on Monday that the rules would change. "
        "The French minister agreed. France said that the two houses had talked for years about money and law."
    )
    assert "FR" in {country.code for country in _tags(text).countries}


def test_a_first_name_that_is_a_countrys_and_a_last_name_are_a_person() -> None:
    text = "COLUMBUS, Ohio — Georgia Lawton scored twice on Friday and then buried a pass from India Marsh."
    tags = _tags(text)
    assert {"Georgia Lawton", "India Marsh"} <= {person.name for person in tags.people}
    assert [country.code for country in tags.countries] == ["US"]


def test_a_person_is_called_by_a_first_name_that_is_a_countrys() -> None:
    tags = _tags("Georgia Dunn met the mayor on Monday. Georgia sells insurance and she likes it. So Georgia left.")
    assert [len(person.mentions) for person in tags.people] == [3]
    assert tags.countries == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            'The jury gave the award to "A Winter in Algiers" and a prize to "Goodbye, Sweden", the critics wrote.',
            set(),
            id="works",
        ),
        pytest.param(
            "Cyclone Victoria killed four people in Mozambique. Victoria had crossed the coast on Monday.",
            {"MZ"},
            id="a storm",
        ),
        pytest.param(
            "Turkey sales are down this year. A turkey costs $32, and many families in Ohio will eat ham. "
            '"Turkey is tradition," a farmer said.',
            {"US"},
            id="a bird, again and again",
        ),
        pytest.param(
            "VENICE — The festival said on Saturday that it had sold 92,000 tickets.", {"IT"}, id="a dateline"
        ),
        pytest.param(
            "ST. PETERSBURG, Russia — A museum in St. Petersburg has found a sketch.", {"RU"}, id="a saint's town"
        ),
        pytest.param(
            "LEBANON, Pa. — Police in Peru, Ind., and Mexico, Mo., said on Monday that the trucks had been found.",
            {"US"},
            id="towns that are called like countries",
        ),
        pytest.param(
            "Zelensky spoke on the train to Warsaw. In Washington American officials said that the U.S. agreed.",
            {"PL", "US"},
            id="a capital among Americans",
        ),
        pytest.param(
            "The South China Morning Post and The Times of India wrote about the harbour in Fiji on Monday.",
            {"FJ"},
            id="newspapers",
        ),
        pytest.param(
            "The council in Dublin met on Monday.\n\nAdditional reporting by Ann Lee in Izmir.", {"IE"}, id="reporters"
        ),
    ],
)
def test_what_is_only_called_like_a_place_tells_no_country(text: str, codes: set[str]) -> None:
    assert {country.code for country in _tags(text).countries if country.confidence >= 0.5} == codes


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("ja", "米南部ジョージア州アトランタで工場の火災があった。ジョージアの州当局が調べている。", "US"),
        ("ja", "ジョージア政府は抗議デモが続いていると発表した。ジョージアは加盟を目指している。", "GE"),
        ("ko", "미국 조지아주 애틀랜타에서 화재가 났다. 조지아에는 공장이 많다.", "US"),
        ("ko", "조지아 정부는 수도에서 시위가 계속되고 있다고 밝혔다.", "GE"),
        ("de", "Der Schweizer Bundesrat hat entschieden. Das Bundesamt für Energie prüft es.", "CH"),
        ("de", "Wien jubelt: Der Bundeskanzler und der Bundespräsident kommen nach Graz.", "AT"),
        ("cs", "Bydlel pět let ve Francii a pak se vrátil.", "FR"),
        ("pl", "Mieszkał pięć lat w Chinach i potem wrócił.", "CN"),
    ],
)
def test_which_country_of_several_is_meant(language: str, text: str, first: str) -> None:
    assert [country.code for country in _tags(text, language).countries][:1] == [first]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("ANKARA (AFP) – A strong earthquake", "AFP"),
        ("WIEN (APA/dpa) - Der Kanzler", "APA/dpa"),
        ("新华社成都11月8日电（记者 张晓明）四川省", "新华社"),
        ("(서울=연합뉴스) 최윤서 기자 =", "연합뉴스"),
        (
            "Lee reported from Cork. Associated Press writer Ann Lee in Rome contributed to this report.",
            "Associated Press writer Ann Lee in Rome contributed to this report.",
        ),
        ("It is over. Mitarbeit: Ann Lee", "Mitarbeit: Ann Lee"),
    ],
)
def test_agencies_and_reporters_are_credits(text: str, credit: str) -> None:
    assert credit in [text[start:end] for start, end in find_credits(text)]


@pytest.mark.parametrize("text", ["The Party (SPD) – as it is called –", "Research by Harvard found that men sleep."])
def test_what_only_looks_like_a_credit_is_none(text: str) -> None:
    assert find_credits(text) == []


def test_titles_of_works_are_quoted_and_have_their_capitals() -> None:
    text = (
        'The film "A Winter in Algiers" won, “Gazprom and Ukraine: 30 Years”, a documentary, too. "Turkey is ours," '
        'he said at the gate. They had stood there for hours with signs in their hands: "Free Palestine Now".'
    )
    assert [text[start:end] for start, end in find_works(text)] == [
        "A Winter in Algiers",
        "Gazprom and Ukraine: 30 Years",
    ]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (
            "en",
            "Israel struck targets in southern Lebanon. Minister Israel Katz said they would go on. Israel agreed.",
            "IL",
        ),
        (
            "de",
            "Israel hat am Freitag Ziele angegriffen. Verteidigungsminister Israel Katz sagte, Israel habe gewarnt.",
            "IL",
        ),
        (
            "en",
            "India won the toss in Mumbai. India Walton of the visitors said that India had the better of the day.",
            "IN",
        ),
        ("en", "To compete with China, Texas lawmakers voted for the bill. China protested at once.", "CN"),
        ("en", "Police in St. Louis arrested four men on Monday. The mayor of St. Louis thanked them.", "US"),
        ("en", 'It is known as the "Taiwan Relations Act", and Taiwan relies on it.', "TW"),
    ],
)
def test_a_country_stays_one_though_somebody_is_called_so(language: str, text: str, code: str) -> None:
    assert code in {country.code for country in _tags(text, language).countries}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nancy (27 ans) a gagné. Florence (30 ans) est deuxième. Victoria (8 ans) dort."),
        ("de", "Siegen – das will jede Mannschaft."),
        ("it", "Non è vero, ha detto Ferrara."),
    ],
)
def test_people_and_words_are_no_towns(language: str, text: str) -> None:
    assert not _tags(text, language).places


def test_a_son_is_not_his_father() -> None:
    text = "Donald Trump said so on Monday. Later Donald Trump left. His son Donald Trump Jr. stayed in New York."
    assert {"Donald Trump", "Donald Trump Jr."} <= {person.name for person in _tags(text).people}


def test_what_ends_a_sentence_is_no_initial() -> None:
    people = {person.name for person in _tags("They put money into A.I. Sam Altman, who leads it, agreed.").people}
    assert people == {"Sam Altman"}


def test_no_names_are_without_namesakes() -> None:
    assert without_namesakes([], "") == []


def test_suffixes_and_short_forms_belong_to_the_name() -> None:
    text = (
        "Ferdinand Marcos Jr. said on Monday that talks would go on. Marcos did not say when. Pope Leo XIV met Luiz "
        "Inacio Lula da Silva in Rome. Lula said that the meeting was warm, and Pope Leo agreed with him."
    )
    mentions = {person.name: len(person.mentions) for person in _tags(text).people}
    assert mentions["Ferdinand Marcos Jr."] == 2
    assert mentions["Luiz Inacio Lula da Silva"] == 2
    assert "Marcos" not in mentions
    assert "Lula" not in mentions


def test_a_person_of_three_names_is_called_by_the_second() -> None:
    text = 'In Nairobi the student Faith Chepkemoi Rotich won on Monday. "It was hard," said Chepkemoi in Kenya.'
    assert {person.name: len(person.mentions) for person in _tags(text).people} == {"Faith Chepkemoi Rotich": 2}


def test_a_president_whom_the_lists_name_is_a_person_for_certain() -> None:
    people = {person.name: person.confidence for person in _tags("Volodymyr Zelenskyy thanked Nicolas Maduro.").people}
    assert people["Volodymyr Zelenskyy"] >= 0.9
