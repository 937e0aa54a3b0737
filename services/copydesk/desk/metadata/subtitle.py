"""The subtitle: the sentence or two that stand between a title and its byline, where no markup says so."""

from copydesk.desk.metadata.lexicon import words
from copydesk.desk.metadata.view import View

_FURNITURE = words("headline", "furniture") | {"©", "source", "sources"}
_FEWEST_WORDS, _MOST_WORDS = 6, 60
_STAMP_WITHIN = 3  # lines
_SURE = 0.9


def find_subtitle(view: View, headline: int | None) -> int | None:
    """The index of the line below the title that a byline or date follows, if the judge is not sure that it is body."""
    if headline is None or headline + 1 not in view.head:
        return None
    i = headline + 1
    text, fact = view.text(i), view.facts[i]
    if (view.is_body(i) and view.verdicts[i].score >= _SURE) or fact.dates or fact.byline or text[-1] in ":…>»":
        return None
    if not _FEWEST_WORDS <= view.position.lengths[i] <= _MOST_WORDS or (
        not text[0].isalpha() and text[0] not in "\"“„«‘'"
    ):
        return None
    if not _FURNITURE.isdisjoint(text.casefold().replace(":", " ").split()):
        return None
    following = (view.facts.get(j) for j in range(i + 1, i + 1 + _STAMP_WITHIN))
    stamped = any(fact and fact.rest <= _MOST_OTHER_WORDS and (fact.dates or fact.byline) for fact in following)
    return i if stamped else None


_MOST_OTHER_WORDS = 6
