"""The language of the body, and how sure of it the desk may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.language import contradicted, detect, uncertain

SENTENCES = {
    "en": "The council voted on Tuesday to close the bridge until the end of the year.",
    "de": "Der Stadtrat beschloss am Dienstag, die Brücke bis Ende des Jahres zu sperren.",
    "fr": "Le conseil municipal a décidé mardi de fermer le pont jusqu'à la fin de l'année.",
    "es": "El ayuntamiento decidió el martes cerrar el puente hasta finales de año.",
    "pl": "Rada miasta zdecydowała we wtorek o zamknięciu mostu do końca roku.",
    "ru": "Городской совет во вторник решил закрыть мост до конца года.",
    "ar": "قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر حتى نهاية العام.",
    "zh": "市议会星期二决定将大桥关闭到年底。",
    "ja": "市議会は火曜日、年末まで橋を閉鎖することを決めた。",
    "ko": "시의회는 화요일 연말까지 다리를 폐쇄하기로 결정했다.",
}


# Of languages that the detector's tables do not have.
UNSEEN = {
    "sw": "Rais alisema kwamba serikali itajenga barabara mpya katika mji wa Mombasa. Wananchi walifurahi sana na "
    "taarifa hiyo, lakini wengine walisema fedha hizo zingetumika kwa hospitali za wilaya.",
    "zu": "Umengameli uthe uhulumeni uzokwakha umgwaqo omusha edolobheni. Abantu bajabule kakhulu ngalezi zindaba "
    "kodwa abanye bathi imali kufanele isetshenziswe ezibhedlela, futhi uthembise ukuthi umsebenzi uzoqala maduze.",
    "xh": "Umongameli uthe urhulumente uza kwakha indlela entsha edolophini. Abantu bavuyile kakhulu zezi ndaba kodwa "
    "abanye bathi imali kufuneka isetyenziswe ezibhedlele, kwaye uthembise ukuba umsebenzi uza kuqala.",
    "ha": "Shugaban kasar ya ce gwamnati za ta gina sabuwar hanya a birnin Kano. Mutane sun yi murna da wannan labari, "
    "amma wasu sun ce ya kamata a yi amfani da kudin a asibitoci.",
    "so": "Madaxweynaha ayaa sheegay in dowladdu ay dhisi doonto waddo cusub oo ku taal magaalada. Dadka ayaa aad "
    "ugu farxay warkan, laakiin qaar ayaa sheegay in lacagta loo isticmaalo isbitaallada.",
    "rw": "Perezida yavuze ko Leta izubaka umuhanda mushya mu mujyi. Abaturage bishimiye ayo makuru, ariko bamwe "
    "bavuze ko ayo mafaranga yakoreshwa mu bitaro, kandi yavuze ko imirimo izatangira vuba.",
    "af": "Die president het gesê dat die regering 'n nuwe pad in die stad gaan bou. Mense was baie bly oor die nuus, "
    "maar ander het gesê die geld moet vir hospitale gebruik word.",
}


@pytest.mark.parametrize("code", UNSEEN)
def test_languages_that_the_tables_do_not_have(code: str) -> None:
    assert detect(UNSEEN[code]).code == code
    assert detect(UNSEEN[code]).confidence > 0.5


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code: str) -> None:
    language = detect(SENTENCES[code])
    assert language.code == code
    assert language.confidence > 0.5


@pytest.mark.parametrize(
    "text", ["", "   \n", "12:30 — 4/5 (99 %)", "ok", "Hello", "https://example.org/the/council/voted"]
)
def test_what_says_nothing_is_undetermined(text: str) -> None:
    language = detect(text)
    assert language.code == "und"
    assert language.confidence == 0


def test_a_long_text_is_surer_than_a_short_one() -> None:
    assert detect(SENTENCES["en"] * 10).confidence > detect("The council voted on Tuesday.").confidence


def test_a_mixed_text_says_so() -> None:
    mixed = detect(f"{SENTENCES['en']}\n{SENTENCES['de']}\n{SENTENCES['fr']}")
    assert mixed.confidence < 0.6
    assert detect("\n".join([SENTENCES["en"]] * 3)).confidence > 0.9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ok", "cannot be told"),
        (f"{SENTENCES['en']}\n{SENTENCES['de']}\n{SENTENCES['fr']}", "cannot be told"),
        (f"{SENTENCES['ru'] * 3}\n{SENTENCES['en'] * 2}", "is surely ru: it is short or mixed"),
    ],
)
def test_a_text_whose_language_is_unclear_has_a_warning(text: str, said: str) -> None:
    [warning] = uncertain(detect(text))
    assert warning.code == "language_uncertain"
    assert said in warning.message


@pytest.mark.parametrize("code", SENTENCES)
def test_a_text_in_one_language_has_none(code: str) -> None:
    assert uncertain(detect(f"{SENTENCES[code]} {SENTENCES[code]}")) == []


def test_a_language_that_is_taken_for_another_is_no_contradiction() -> None:
    serbian = "Gradsko veće je u utorak odlučilo da zatvori most do kraja godine, saobraćaj je preusmeren."
    assert contradicted("sr", detect(serbian, "sr")) == []
    assert [warning.code for warning in contradicted("de", detect(serbian))] == ["stated_language_disagrees"]


def test_a_foreign_quote_does_not_change_the_language() -> None:
    assert detect(f"{SENTENCES['de'] * 6}\n{SENTENCES['en']}").code == "de"


@pytest.mark.parametrize(
    ("text", "hint", "code"),
    [
        pytest.param("Oslo", "nb", "no", id="too short for the text to tell: the hint does"),
        pytest.param(SENTENCES["de"], "en", "de", id="a hint that the text contradicts"),
        pytest.param(SENTENCES["en"], "en-GB", "en", id="a tag with a region"),
        pytest.param(SENTENCES["en"], "not a tag", "en", id="no tag at all"),
        pytest.param("Presiden mengatakan bahwa warga tidak bisa pulang karena banjir.", None, "id", id="Indonesian"),
        pytest.param("Beliau berkata penduduk tidak boleh pulang kerana banjir.", None, "ms", id="Malay"),
    ],
)
def test_a_hint_settles_what_the_text_leaves_open(text: str, hint: str | None, code: str) -> None:
    assert detect(text, hint).code == code


@given(st.text(max_size=400), st.none() | st.text(max_size=12))
def test_any_text_has_an_answer(text: str, hint: str | None) -> None:
    language = detect(text, hint)
    assert 0 <= language.confidence <= 1
    assert language == detect(text, hint)
