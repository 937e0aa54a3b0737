"""Words without their endings of number, case and gender, so that a term is found in all its forms.

Light: where the endings are regular, and not where a word changes inside ("Buch" and "Bücher", "день" and "дня"); terms
and texts are cut alike. Endings stand here as `fold` leaves them: without marks, "ый" as "ыи".
"""

from copydesk.desk.tags.words import Token

_GERMAN = ("en", "es", "e", "n", "s")
_ROMANCE = frozenset({"es", "fr", "it", "pt"})
# The longest that fits is taken off, where at least so many letters stay.
_LEAST = {"ar": 3, "ko": 2, "pl": 3, "ru": 3, "sv": 3}
_ENDINGS = {
    language: frozenset(endings.split())
    for language, endings in {
        "ar": """
            يتها يتهم يته اتها اتهم اته تها تهم ته هما ها هم ه يون يين تين ية يا ات ون ين ان ة ي ا
        """,
        "ko": """
            은 는 이 가 을 를 의 에 도 로 와 과 만 들 들은 들이 들을 들의 들에게 에서 에서는 에서도 에서의 에는 에도
            에게 에게는 으로 으로는 으로의 으로서 으로써 로서 로써 까지 부터 보다 처럼 만큼 께서 한테 이나 이며 이고
            이다 이라고 라고 이라는 라는 과의 와의 했다 한다 하는 하고 하며 하면서 하기 하기로 할 한 해 했고 했으며
            했지만 했다고 한다고 됐다 된다 되는 되고 되며 된 될 돼 됐고 됐으며 되면서 당했다 당한 시켰다 시킨
        """,
        "pl": """
            iami ami iach ach owie owi iow ow iom om iem em iego ego iemu emu iej ej ich ych imi ymi im ym ie ia iu io
            a e i y u o
        """,
        "ru": """
            иями ями ами ыми ими иях ях ах его ого ему ому ием ем ом иям ям ам им ым иеи еи ои ии ыи ее ое ие ые ая яя
            ия ую юю ою ею ию ью ев ов их ых а я о е ы и у ю ь
        """,
        "sv": """
            arnas ernas ornas arna erna orna arens aren erns ern ens ets ans ars ers ors en et an ar er or as es a e s
        """,
    }.items()
}
# What comes and goes before the last letter of a stem: Polish "wypadek", "wypadku", "naukowiec", "naukowca"; Russian
# "рынок", "рынка", "беженец", "беженца", "владелец", "владельца". Where so many letters and more are left.
_FLEETING = {"pl": ("ek", "iec", "ec"), "ru": ("ок", "ек", "ьк", "ец", "ьц")}
_LEAST_FLEETING = {"pl": 5, "ru": 4}
_STABLE = "iek"  # "człowiek", "człowieka"
_LONGEST = max(len(ending) for endings in _ENDINGS.values() for ending in endings)
# Arabic: the article, with what is written together with it.
_ARTICLES = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")


def stem(key: str, language: str) -> str:
    """A folded word without its regular endings in `language` (ISO 639): joins "tariff" and "tariffs", "nucléaire" and
    "nucléaires". In a language without endings here, the word."""
    if language == "en":
        return _english(key)
    if language == "de":
        return next((key.removesuffix(end) for end in _GERMAN if len(key) > 5 and key.endswith(end)), key)
    if language in _ROMANCE:
        return _romance(key)
    if language == "nl":
        return _dutch(key)
    if language == "ar":
        key = next(
            (key.removeprefix(article) for article in _ARTICLES if len(key) > 4 and key.startswith(article)), key
        )
    elif language == "pl":
        key = key.replace("ł", "l")
    if language not in _ENDINGS:
        return key
    key = _without_ending(key, language)
    return _without_fleeting(key, language) if language in _FLEETING else key


def stems(tokens: list[Token], language: str) -> list[str]:
    """The stem of each word. English is most of what comes: most of its words end in no s, and are their own stems."""
    if language == "en":
        return [_english(token.key) if token.key[-1] == "s" else token.key for token in tokens]
    return [stem(token.key, language) for token in tokens]


def _english(key: str) -> str:
    if len(key) > 4 and key.endswith("ies"):
        return key[:-3] + "y"
    if len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is")):
        return key[:-1]
    return key


def _romance(key: str) -> str:
    if len(key) > 4 and key.endswith("aux"):
        return key[:-2] + "l"
    if len(key) > 3 and key[-1] in "sx":
        key = key[:-1]
    return key[:-1] if len(key) > 4 and key[-1] in "aoe" else key


def _dutch(key: str) -> str:
    """Before an ending a long vowel is written once, a short one's consonant twice: of "boom", "bomen"."""
    if len(key) > 4 and key[-1] == "s" and key[-2] not in "siu":
        key = key[:-1]
    if len(key) < 5 or not key.endswith(("en", "e")):
        return key
    key = key.removesuffix("n").removesuffix("e")
    if key[-1] == key[-2] and key[-1] not in "aeiou":
        return key[:-1]
    if key[-1] not in "aeiouyj" and key[-2] in "aeou" and key[-3] not in "aeiou":
        key = f"{key[:-1]}{key[-2]}{key[-1]}"
    return key[:-1] + {"v": "f", "z": "s"}.get(key[-1], key[-1])


def _without_ending(key: str, language: str) -> str:
    endings = _ENDINGS[language]
    for size in range(min(_LONGEST, len(key) - _LEAST[language]), 0, -1):
        if key[-size:] in endings:
            return key[:-size]
    return key


def _without_fleeting(key: str, language: str) -> str:
    if len(key) < _LEAST_FLEETING[language] or key.endswith(_STABLE):
        return key
    end = next((end for end in _FLEETING[language] if key.endswith(end)), "")
    return key.removesuffix(end) + end[-1:]
