"""Towns outside English: what says that a word with a capital is one, and of which country."""

import pytest

from copydesk.desk.tags.geography.countries import LEAST_CONFIDENCE, tag_countries
from copydesk.desk.tags.geography.home import home_senses
from copydesk.desk.tags.names import tag_names


def places(text: str, language: str) -> list[str]:
    names = tag_names(text, language=language, title=None, exclude=())
    return sorted((entity.name for entity in names.places), key=text.index)


def codes(text: str, language: str) -> list[str]:
    return [one.code for one in tag_countries(text, language=language) if one.confidence >= LEAST_CONFIDENCE]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Das geschah am Montag in Kreuztal.", ["Kreuztal"]),
        ("de", "Der Zug fuhr von Chemnitz nach Zwickau.", ["Chemnitz", "Zwickau"]),
        ("de", "In Kassel wurde gefeiert.", ["Kassel"]),
        ("es", "El juicio se celebra en Lebrija.", ["Lebrija"]),
        ("fr", "Il habite à Saint-Girons depuis peu.", ["Saint-Girons"]),
        ("sv", "Tåget stannade i Skövde.", ["Skövde"]),
        ("pl", "Mieszka w Grójcu, a pracuje w Poznaniu.", ["Poznaniu"]),
        ("pt", "Vive em Figueira da Foz e no Rio de Janeiro.", ["Figueira da Foz", "Rio de Janeiro"]),
        ("es", "Nació en Jerez de la Frontera.", ["Jerez de la Frontera"]),
        ("es", "Las obras de San Fernando de Henares siguen.", ["San Fernando de Henares"]),
        ("de", "Er kam aus Neustadt an der Weinstraße.", ["Neustadt an der Weinstraße"]),
        ("nl", "Hij woont in Bergen op Zoom.", ["Bergen op Zoom"]),
        ("it", "Lo dicono a Reggio nell'Emilia.", ["Reggio nell'Emilia"]),
        ("de", "Busse fahren nach Fulda, Gießen und Göttingen.", ["Fulda", "Gießen", "Göttingen"]),
        ("fr", "Il est passé à Dijon, Beaune et Quimper.", ["Dijon", "Beaune", "Quimper"]),
        ("nl", "In Breda, Veghel won toen, was het stil.", ["Breda"]),
        ("it", "NUORO – Il processo comincia.", ["NUORO"]),
        ("fr", "PARIS (AFP) – Le texte est rejeté.", ["PARIS"]),
        ("fr", "DAKAR – Le gouvernement a reculé.", ["DAKAR"]),
        ("es", "CIUDAD DE MÉXICO (EFE) — La corte rechazó el recurso.", ["CIUDAD DE MÉXICO"]),
        ("de", "Berlin (dpa) – Das Paket ist beschlossen.", ["Berlin"]),
        ("sv", "STOCKHOLM. Förslaget är klart.", ["STOCKHOLM"]),
        ("de", "Kiel. Der Hafen bleibt bis Freitag geschlossen.", ["Kiel"]),
        ("de", "Das Land Brandenburg und die Stadt Hannover zahlen.", ["Brandenburg", "Hannover"]),
        ("de", "Die Straßenbahn in Breslau ist älter als die in Brünn.", ["Breslau", "Brünn"]),
        ("fr", "Elle s'est rendue à Cracovie, puis à Séville.", ["Cracovie", "Séville"]),
        ("fr", "Le procès s'est tenu à Lyon.", ["Lyon"]),
        ("de", "Der Zug fuhr von Mailand über Straßburg.", ["Mailand", "Straßburg"]),
        ("it", "Il processo comincia a Torino.", ["Torino"]),
        ("ru", "Суд прошёл в Казани.", ["Казани"]),
        ("pl", "Mieszka w Łodzi od roku.", ["Łodzi"]),
        ("cs", "Bydlí v Brně a pracuje v Paříži.", ["Brně", "Paříži"]),
        ("uk", "Він живе у Львові.", ["Львові"]),
        ("el", "Η δίκη έγινε στη Θεσσαλονίκη.", ["Θεσσαλονίκη"]),
        ("ar", "القاهرة (أ ف ب) - وصل القطار اليوم", ["القاهرة"]),
        ("ko", "사고는 부산에서 났다. 고양이와 공주가 나오는 영화다.", ["부산"]),
        ("zh", "列车从昆明开往成都，一切平安。", ["昆明", "成都"]),
        ("ar", "وقع الحادث في طنجة قبل الخميس", ["طنجة"]),
        ("ar", "رفعت دمشق الرسوم وردّت بغداد بالمثل", ["دمشق", "بغداد"]),
        ("ar", "عاد إلى مسقط رأسه وقرأ واشنطن بوست", []),
        ("zh", "台风逼近花莲，宜兰停课。", ["花莲", "宜兰"]),
        ("ja", "事故は宮城県石巻市で起きた。", ["宮城県", "石巻市"]),
    ],
)
def test_towns(language: str, text: str, names: list[str]) -> None:
    assert places(text, language) == names


@pytest.mark.parametrize(
    ("language", "text", "names", "country"),
    [
        ("de", "Bayerns Bauern klagen. In Bayern und Thüringen fehlt Regen.", ["Bayern", "Thüringen"], "DE"),
        ("fr", "La Bretagne manque d'eau, le Finistère aussi.", ["Bretagne", "Finistère"], "FR"),
        ("es", "Los pantanos de Andalucía y de Castilla y León.", ["Andalucía", "Castilla y León"], "ES"),
        ("it", "La Lombardia chiude, il Piemonte apre.", ["Lombardia", "Piemonte"], "IT"),
        ("pt", "Chuvas no Rio Grande do Sul e na Bahia.", ["Rio Grande do Sul", "Bahia"], "BR"),
        ("pt", "O fogo chegou à Serra da Estrela, na Serra do Açor.", ["Serra da Estrela", "Serra do Açor"], "PT"),
        ("nl", "De stormvloed trof Zeeland en Friesland.", ["Zeeland", "Friesland"], "NL"),
        ("sv", "Det snöar i Norrbotten och Jämtland.", ["Norrbotten", "Jämtland"], "SE"),
        ("pl", "Śląsk czeka. Na Śląsku i na Mazowszu spadł śnieg.", ["Śląsk", "Mazowszu"], "PL"),
        ("ru", "В Ломбардии закрыли школы.", ["Ломбардии"], "IT"),
        ("ru", "Пожар в Московской области и в Татарстане.", ["Московской области", "Татарстане"], "RU"),
        ("ar", "اندلعت اشتباكات في إقليم دارفور", ["دارفور"], "SD"),
        ("zh", "广东和海南停课，河南下雨。", ["广东", "海南", "河南"], "CN"),
        ("ja", "北海道で雪が降った。", ["北海道"], "JP"),
        ("ko", "경기도와 강원도에 눈이 내렸다.", ["경기도", "강원도"], "KR"),
        ("de", "Der Brand in Kalifornien wächst.", ["Kalifornien"], "US"),
    ],
)
def test_regions(language: str, text: str, names: list[str], country: str) -> None:
    assert places(text, language) == names
    assert codes(text, language) == [country]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Bayern siegte 3:1, nun führt Bayern.", []),
        ("de", "Bayern siegte 3:1. Gefeiert wurde in Bayern.", ["Bayern"]),
        ("pl", "Śląsk wygrał 2:0 i awansował.", []),
        ("pt", "Bahia vence por 2-1 fora de casa.", []),
    ],
)
def test_a_region_in_a_match_report_is_a_club_but_behind_in(language: str, text: str, names: list[str]) -> None:
    assert places(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("de", "Sie zogen nach Norden, das ist in Lage und Wetter begründet.", id="words that are towns"),
        pytest.param("es", "Lo dijo en Universidad y Justicia.", id="words in capitals"),
        pytest.param("de", "Kreuztal Medien meldet das.", id="opens a sentence"),
        pytest.param("fr", "Il le donne à Albert Dupont.", id="a person"),
        pytest.param("pt", "O prefeito Pedro de Toledo falou.", id="a person, called as a town is"),
        pytest.param("fr", "Il le dit à Nancy hier soir.", id="a person called like a large town"),
        pytest.param("de", "Plan (neu) – das ist beschlossen.", id="no town before a bracket"),
    ],
)
def test_no_towns(language: str, text: str) -> None:
    assert places(text, language) == []


def test_a_towns_cases_are_one_place_as_it_is_first_printed() -> None:
    text = "Переговоры в Москве прошли во вторник. Из Москвы делегация вылетела в Женеву."
    names = tag_names(text, language="ru", title=None, exclude=())
    assert {entity.name: len(entity.mentions) for entity in names.places} == {"Москве": 2, "Женеву": 1}


def test_a_word_that_the_text_writes_small_as_often_is_no_place() -> None:
    text = "Turkey is what we do. A turkey costs more, and frozen turkey is cheaper in Ohio. Each turkey is weighed."
    assert [entity.name for entity in tag_names(text, language="en", title=None, exclude=()).places] == ["Ohio"]


def test_a_small_town_is_one_of_the_languages_countries() -> None:
    assert {sense.code for sense in home_senses("kreuztal", "in", "de")} == {"DE"}
    assert not home_senses("kreuztal", "in", "fr")
    assert not home_senses("kreuztal", "in", "xx")
    assert {sense.code for sense in home_senses("poznaniu", "w", "pl")} == {"PL"}


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("fr", "Marseille — Le tribunal correctionnel de Marseille a condamné un armateur.", "FR"),
        ("de", "Das Gericht in Zwickau sprach die Frau aus Chemnitz frei.", "DE"),
        ("ar", "أعلنت السلطات التونسية ذلك في بيان رسمي أمس", "TN"),
        ("ar", "عمّان – قضت المحكمة بالسجن على رجل الأعمال", "JO"),
        ("ar", "قال وزير خارجية عُمان إن بلاده", "OM"),
    ],
)
def test_where_it_happens(language: str, text: str, first: str) -> None:
    assert codes(text, language)[:1] == [first]


def test_what_only_begins_like_a_people_is_none() -> None:
    assert codes("تم تركيب النظام الجديد مع تركيز على الجودة", "ar") == []
