"""Phrases by which a line is known.

One table for all languages. A phrase counts at a word's edge, whatever its case; scripts without spaces anywhere.
"""

import re
from collections.abc import Iterable, Mapping

from copydesk.desk.frame import Role

_WORD = re.compile(r"\w+|[^\w\s]")
UNSPACED = "\u2e80"  # from here on scripts are written without spaces, and Hangul glues its endings on


class Phrases:
    """Tables of phrases, ready to be looked up; the first are the plainest.

    spaced: phrases with a space around each word, under their first word, with the rank of their role. unspaced: those
    of scripts without spaces.
    """

    def __init__(
        self, phrases: Mapping[Role, Iterable[str]], plainer: Mapping[Role, Iterable[str]] | None = None
    ) -> None:
        self.spaced: dict[str, list[tuple[str, int, Role, str]]] = {}
        self.unspaced: list[tuple[str, int, Role]] = []
        ranked = [*(plainer or {}).items(), *phrases.items()]
        for rank, (role, said) in enumerate(ranked):
            for phrase in said:
                if phrase >= UNSPACED:
                    self.unspaced.append((phrase, rank, role))
                else:
                    words = _WORD.findall(phrase)
                    self.spaced.setdefault(words[0], []).append((f" {' '.join(words)} ", rank, role, phrase))
        self.first_words = frozenset(self.spaced)

    def find(self, folded: str, even_common: bool = False) -> tuple[Role, str] | None:
        """The plainest phrase that a case-folded line has, and its role; None where it has none.

        In a line of more than a few words a single common one ("help", "search") counts for nothing, unless
        `even_common`.
        """
        words = _WORD.findall(folded)
        found = []
        if not self.first_words.isdisjoint(words):
            is_longer = len(words) > _FEW_WORDS and not even_common
            padded = f" {' '.join(words)} "
            found = [
                (rank, at, role, phrase)
                for word in self.first_words.intersection(words)
                for wanted, rank, role, phrase in self.spaced[word]
                if (at := padded.find(wanted)) >= 0 and not (is_longer and at and phrase in _COMMON)
            ]
        if not folded.isascii() and max(folded) >= UNSPACED:
            found += [
                (rank, folded.index(phrase), role, phrase) for phrase, rank, role in self.unspaced if phrase in folded
            ]
        if not found:
            return None
        _, _, role, phrase = min(found, key=lambda match: match[:2])
        return role, phrase

    def said(self, folded: str) -> str | None:
        """The plainest phrase that a case-folded line has, common words and all; None where it has none."""
        named = self.find(folded.replace("’", "'"), even_common=True)
        return named[1] if named else None


_FEW_WORDS = 5
# Words of which articles and their titles are made, too.
_COMMON = frozenset(
    "help home search ad ads weather jobs print listen vote poll archive sections contact popular latest trending "
    "related recommended reply comment comments share pocket login font topics tags keywords instagram facebook "
    "twitter youtube tiktok telegram reddit inbox subscription advertising menu loading careers promoted suche themen "
    "merken drucken teilen werbung anzeige kommentar antworten kontakt imprimer publicité annonce partager écouter "
    "buscar publicidad temas compartir responder inicio contacto cerca stampa ascolta pubblicità commenta "
    "rispondi publicidade ouvir pesquisar comentar contato zoeken luister delen reklama szukaj polecane sök hem dela "
    "svara lyssna reklam annons поиск реклама печать главная популярное ответить بحث شارك إعلان".split()
)


def width(text: str) -> int:
    """The characters of a text, those of scripts without spaces twice: they say as much as two."""
    return len(text) * (2 if max(text, default="") >= UNSPACED else 1)
