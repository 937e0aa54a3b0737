"""Where a dispatch, a press release or a transcript ends, and what stands below: notes to editors, whom to call.

Of text and HTML alike, whatever the judge thinks of it.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from copydesk.desk.frame import Line
from copydesk.desk.judging.features import Kept
from copydesk.desk.naming import walls
from copydesk.desk.naming.headings import about
from copydesk.desk.naming.phrases import width
from copydesk.desk.page.markup import HEADINGS

# Of what stands, so much is above: a page of several dispatches goes on below the first one's end.
_SHARE_ABOVE = 0.6
_LONGEST = 90  # characters of a line that says so
_END = re.compile(
    r"[\W_]*(?:ends?|ende|fin|fine|fim|einde|slut|koniec|konec|конец|кінець|끝|完|(?<=\W)-30-"
    r"|end (?:of )?(?:the )?(?:transcript|(?:press |news )?release|article|story|text|statement)"
    r"|ende (?:der|des) (?:(?:presse)?mitteilung|textes?|abschrift)|fin d[ue]l? (?:communiqué|comunicado|texte|texto)"
    r"|fine (?:del )?comunicato|fim d[oa] (?:comunicado|nota|texto)|einde (?:van het )?(?:pers)?bericht"
    r"|koniec (?:komunikatu|depeszy)|[^\W\d_]{2,20}/fim)[\W_]*$"
    r"|\W*-\s?30\s?-\W*$|\s*#(?:\s?#){2,4}\s*$|[\W_]*[o0]{3}[\W_]*$"
)
# Of these words alone a subhead is made, too, unless signs stand around it or it is in capitals.
_PLAIN_WORD = re.compile(r"(?!ends$)[^\W\d_]+", re.IGNORECASE)
_NOTES = re.compile(
    r"[\W_]*(?:(?:background )?notes? (?:to|for) (?:the |news )?(?:editors?|journalists|media|press|newsrooms?)"
    r"|(?:redaktionelle )?hinweise? (?:an|für) (?:die )?(?:redaktion(?:en)?|presse|medien)|redaktionelle hinweise"
    r"|notes? (?:aux|à la|pour les?) (?:rédactions?|rédacteurs?|journalistes|presse)"
    r"|notas? (?:para|a) (?:los |las |la )?(?:editor(?:es)?|redacci[oó]n(?:es)?|redactores|prensa|medios)"
    r"|not[ae] per (?:la|le|i|gli) (?:redazion[ei]|redattori|stampa|giornalisti)"
    r"|notas? (?:para|aos|às|à) (?:os |as |a )?(?:editores|redaç(?:ão|ões)|imprensa|jornalistas)"
    r"|noo?ta? (?:voor|aan) (?:de )?(?:redacties?|pers|journalisten)"
    r"|(?:informacja|nota|uwaga) dla (?:redakcji|redaktorów|mediów|dziennikarzy)"
    r"|till redaktion(?:en|erna)|til redaktionen|til redaksjonen|примечани[ея] для редак(?:ций|ции|торов)"
    r"|к сведению редакци[ий]|ملاحظ(?:ة|ات) (?:إلى المحررين|للمحررين))\W*(?:\([^()]{1,40}\)\W*)?$"
)
_CONTACTS = re.compile(
    r"[\W_]*(?:(?:for )?(?:media|press|news) (?:contacts?|enquiries|inquiries|queries)"
    r"|contacts? (?:for )?(?:the )?(?:media|press)"
    r"|for (?:more|further|media|additional) (?:information|enquiries|inquiries|details)(?: or [\w ]{2,30})?,?"
    r" (?:please )?(?:contact|call|e-?mail)"
    r"|(?:ihr )?(?:presse|press|pers|media|medien)-?kontakte?(?:r|personer?)?|kontaktpersoner?"
    r"|ansprechpartner für (?:die )?(?:presse|medien)|kontakt für (?:die )?medien|rückfragen(?: bitte)? an"
    r"|contacts? (?:de )?presse|contacts? médias?|contact[oa]s? (?:de|para) (?:la )?prensa"
    r"|contact[oa]s? (?:de|para) (?:los )?medios|contatti? (?:per la )?stampa|ufficio stampa|assessoria de imprensa"
    r"|contat[oa]s? (?:de|da|para|para a) imprensa|perscontact(?:en)?|contact voor de pers"
    r"|kontakt dla (?:mediów|prasy)|контакты для (?:прессы|сми)|للتواصل (?:الإعلامي|مع الإعلام)|媒体联(?:系人|系|络)"
    r"|【?(?:本件に関する(?:報道関係者の?)?|報道関係者(?:の)?)?お?問い?合わ?せ先?】?|보도 ?문의)(?P<more>[\W_].*|$)"
)
_HEADS_CONTACT = re.compile(r"(?:contacts?|kontakte?|contactos?|contatt[oi]|contatos?|контакты)\W*")
_REACHED = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.|\d[\d /().・－-]{5,20}\d")
_LONGEST_CONTACT = 200  # characters
_NEAR = 80  # characters from the start of the paragraph that says who a house is, within which it is named
# What the paragraph says of the house: what it is, since when, and where.
_PROFILE = re.compile(
    r"\b(?:is|are|was|ist|sind|est|sont|es|son|è|é|jest|är|er)"
    r" (?:an?|the|one|eine?|der|die|das|une?|la|le|una?|uma?|een|en|et|ett)\b|\b(?:founded|headquartered|based in"
    r"|since \d{4}|gegründet|mit sitz|fond[ée]e?s?|réunit|fundad[ao]|agrupa|fondat[ao]|riunisce|założon|grundad"
    r"|grunnlagt|grundlagt|opgericht|основан\w*)\b|成立|设立|設立|[는은は]"
)
_MOST_OF_HOUSE = 5  # lines of the body
# "ab/cd", "mlr/dc/tes", "abr/ mmu/ ktl/", "RRL // MLM": who wrote it and who edited it.
_INITIALS = re.compile(r"\(?[^\W\d_]{1,4}[.\d]?(?:\s?/{1,2}\s?[^\W\d_]{1,4}[.\d]?){1,5}\s?/?\)?")
_INITIALS_SPELLED = re.compile(r"[^\W\d_]{2,12}(?:/(?:[^\W\d_][./]?){1,6}){1,4}")  # "أفق/ر.م/ل.ع", behind the agency
_NEXT = re.compile(
    r"\W*(?:(?:the )?next (?:update|bulletin)\b|nästa uppdatering|n[æe]ste opp?datering|nächste aktualisierung"
    r"|prochaine mise à jour|próxim[ao] (?:actualización|boletín|atualização|boletim)|prossimo aggiornamento"
    r"|volgende update"
    r"|(?:następna|kolejna) aktualizacja|следующее обновление|التحديث (?:القادم|التالي)|次回の?更新|下次更新"
    r"|다음 업데이트)"
    r"\D{0,16}\d.{0,16}"
)
# "(Reporting by Ann Lee; editing by Bo Carr)", as agencies close a dispatch.
_CREDITED = re.compile(
    r"\W*(?:additional )?(?:reporting|writing|compiled)(?: and \w{7,9})? by .{3,160}\b(?:edit|writ)\w+ by"
)
_LAST_LINES, _LONGEST_INITIALS = 4, 40  # lines of the body; characters
_LINES_OF_WALL, _LONGEST_OF_WALL = 6, 120  # the body's last lines; characters of each
# A wall speaks of the text, or of who has subscribed; a sentence says for members only of anything.
_OF_TEXT = re.compile(
    r"articl|artikel|artíc|artig|artyk|stor(?:y|ies)|conten|inhalt|beitrag|read|lesen|\blire|\bleer|legg|\bler\b|lez|läs|czyta"
    r"|чита|стать|материал|subscri|abonn|suscrip|abbonat|assinant|prenumer|подпис|文章|内容|全文|記事|続き|会員|기사|مقال"
)
_QUOTED = frozenset('“”„«»"')


def cut_endings(lines: Sequence[Line], folded: Sequence[str], kept: Kept) -> Kept:
    """`kept` without what stands from the line on that says the text ends, or that what follows is for newsrooms.

    What a press office says of its house and where it can be reached is for these, too; as are the initials of who
    wrote a dispatch, and when the next one is due. Nor does a wall at the end stand, which keeps the rest for those
    who pay. folded: the lines' text, case folded.
    """
    left = kept.copy()
    body = np.flatnonzero(kept).tolist()
    if not body:
        return left
    sums = list(accumulate((len(folded[i]) if stands else 0 for i, stands in enumerate(kept.tolist())), initial=0))
    # In HTML what does not stand is often beside the article.
    for i in range(body[0] + 1, len(folded)) if lines[0].element is None else body[1:]:
        if sums[i] > _SHARE_ABOVE * sums[-1] and _closes(lines, folded, kept, i):
            left[i:] = False
            break
    for i in np.flatnonzero(left)[:0:-1].tolist()[:_LAST_LINES]:
        is_next = len(folded[i]) <= _LONGEST and _NEXT.fullmatch(folded[i])
        left[i] = not (is_next or _is_keyed(lines[i].text) or _CREDITED.match(folded[i]))
    return _without_wall(folded, left)


def _is_keyed(text: str) -> bool:
    """Whether a line is the initials of who wrote a dispatch, and nothing else."""
    signs = _INITIALS.fullmatch(text) or _INITIALS_SPELLED.fullmatch(text) if len(text) <= _LONGEST_INITIALS else None
    return signs is not None


def _closes(lines: Sequence[Line], folded: Sequence[str], kept: Kept, i: int) -> bool:
    text = folded[i]
    if len(text) > _LONGEST:
        return False
    return bool(
        _says_end(lines[i], text)
        or _NOTES.match(text)
        or _says_whom_to_ask(text, folded[i + 1 : i + 2])
        or (kept[i + 1 :].sum() <= _MOST_OF_HOUSE and _tells_of_house(lines, i))
    )


def _says_end(line: Line, folded: str) -> bool:
    if _END.match(folded) is None or (line.element is not None and line.element.tag in HEADINGS):
        return False
    return line.text.isupper() or _PLAIN_WORD.fullmatch(line.text.strip()) is None


def _says_whom_to_ask(folded: str, below: Sequence[str]) -> bool:
    """Whether a line is a heading that says so, or goes on with an address, or the one below it does."""
    if _HEADS_CONTACT.fullmatch(folded):
        return any(len(text) <= _LONGEST_CONTACT and _REACHED.search(text) for text in below)
    contact = _CONTACTS.match(folded)
    if contact is None:
        return False
    more = contact["more"]
    return not any(map(str.isalnum, more)) or more[0] in ":：" or "@" in more


def _tells_of_house(lines: Sequence[Line], i: int) -> bool:
    """Whether a heading says that it is about somebody, with whose name the paragraph below begins, and says what it
    is."""
    who = about(lines[i].text) if i + 1 < len(lines) else None
    if who is None:
        return False
    below = lines[i + 1].text.casefold()
    return who.casefold() in below[:_NEAR] and _PROFILE.search(below) is not None


def _without_wall(folded: Sequence[str], kept: Kept) -> Kept:
    """`kept` without its last few lines, short ones, from one on that keeps the rest for those who pay."""
    body = np.flatnonzero(kept).tolist()
    start = len(body)
    while start > 1 and len(body) - start < _LINES_OF_WALL and width(folded[body[start - 1]]) <= _LONGEST_OF_WALL:
        start -= 1
    for place in range(start, len(body)):
        above = body[place - 1] if place else -1
        if any(_is_wall(folded[i]) for i in range(above + 1, body[place] + 1)):
            kept[body[place] :] = False
            break
    return kept


def _is_wall(folded: str) -> bool:
    return (
        _QUOTED.isdisjoint(folded) and _OF_TEXT.search(folded) is not None and walls.denies_article(folded) is not None
    )
