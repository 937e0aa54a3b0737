"""Where a dispatch, a press release or a transcript ends, and what stands below: notes to editors, whom to call."""

import re
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line

Kept = NDArray[np.bool_]

# Of what stands, so much is above: a page of several dispatches goes on below the first one's end.
_SHARE_ABOVE = 0.5
_LONGEST = 90  # characters of a line that says so
_END = re.compile(
    r"[\W_]*(?:ends?|ende|fin|fine|fim|einde|slut|koniec|konec|конец|кінець|끝|完|(?<=\W)-30-"
    r"|end (?:of )?(?:the )?(?:transcript|(?:press |news )?release|article|story|text|statement)"
    r"|ende (?:der|des) (?:(?:presse)?mitteilung|textes?|abschrift)|fin d[ue]l? (?:communiqué|comunicado|texte|texto)"
    r"|fine (?:del )?comunicato|fim d[oa] (?:comunicado|nota|texto)|einde (?:van het )?(?:pers)?bericht"
    r"|koniec (?:komunikatu|depeszy)|[^\W\d_]{2,20}/fim)[\W_]*$"
    r"|\W*-\s?30\s?-\W*$|\s*#(?:\s?#){2,4}\s*$|[\W_]*[o0]{3}[\W_]*$"
)
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
    r"[\W_]*(?:(?:media|press|news) (?:contacts?|enquiries|inquiries)|contacts? (?:for )?(?:the )?(?:media|press)"
    r"|for (?:more|further|media) (?:information|enquiries|inquiries|details)(?: or [\w ]{2,30})?,? (?:please )?contact"
    r"|(?:ihr )?pressekontakt|ansprechpartner für (?:die )?(?:presse|medien)|kontakt für (?:die )?medien"
    r"|rückfragen(?: bitte)? an"
    r"|contacts? (?:de )?presse|contactos? (?:de|para) (?:la )?prensa|contacto para medios|contatti? (?:per la )?stampa"
    r"|contat[oo]s? (?:de|para|para a) imprensa|perscontact|contact voor de pers|kontakt dla (?:mediów|prasy)"
    r"|presskontakt(?:er)?|kontaktpersoner?"
    r"|контакты для (?:прессы|сми)|للتواصل (?:الإعلامي|مع الإعلام)|媒体联(?:系人|络)"
    r"|【?(?:本件に関する(?:報道関係者の?)?|報道関係者(?:の)?)お?問い?合わ?せ先?】?|보도 ?문의)\W*(?:$|[:：].*)"
)
_ABOUT = re.compile(
    r"[\W_]*(?:about|über|à propos (?:de |d['’]|du |des )|acerca del?|sobre(?: la| el| a| o)?|informazioni su(?:l|lla)?"
    r"|over|o firmie|om|о компании|حول|عن|关于|關於)\s?(?P<who>\S.{2,60}?)\W*$",
    re.IGNORECASE,
)
_NEAR = 80  # characters from the start of the paragraph that says who a house is, within which it is named
# "ab/cd", "mlr/dc/tes", "abr/ mmu/ ktl/", "RRL // MLM": who wrote it and who edited it.
_INITIALS = re.compile(r"\(?[^\W\d_]{1,4}[.\d]?(?:\s?/{1,2}\s?[^\W\d_]{1,4}[.\d]?){1,5}\s?/?\)?")
_INITIALS_SPELLED = re.compile(r"[^\W\d_]{2,12}(?:/(?:[^\W\d_][./]?){1,6}){1,4}")  # "أفق/ر.م/ل.ع", behind the agency
_NEXT = re.compile(
    r"\W*(?:(?:the )?next (?:update|bulletin|report|edition|issue)\b|nästa uppdatering|n[æe]ste opp?datering"
    r"|nächste (?:aktualisierung|meldung|ausgabe)|prochain(?:e mise à jour| point| bulletin)"
    r"|próxim[ao] (?:actualización|boletín|parte|atualização|boletim)|prossimo (?:aggiornamento|bollettino)"
    r"|volgende (?:update|editie)|(?:następna|kolejna) aktualizacja|следующее обновление|التحديث (?:القادم|التالي)"
    r"|次回の?更新|下次更新|다음 (?:업데이트|속보))"
)
# "(Reporting by Ann Lee; editing by Bo Carr)", as agencies close a dispatch.
_CREDITED = re.compile(
    r"\W*(?:additional )?(?:reporting|writing|compiled)(?: and \w{7,9})? by .{3,160}\b(?:edit|writ)\w+ by"
)
_LAST_LINES, _LONGEST_INITIALS = 4, 40  # lines of the body; characters


def cut_endings(lines: Sequence[Line], folded: Sequence[str], kept: Kept) -> Kept:
    """`kept` without what stands from the line on that says the text ends, or that what follows is for newsrooms.

    What a press office says of its house and where it can be reached is for these, too; as are the initials of who
    wrote a dispatch, and when the next one is due. folded: the lines' text, case folded.
    """
    left = kept.copy()
    body = np.flatnonzero(kept).tolist()
    if not body:
        return left
    sums = list(accumulate((len(folded[i]) if stands else 0 for i, stands in enumerate(kept.tolist())), initial=0))
    for i in range(body[0] + 1, len(folded)):
        if len(folded[i]) <= _LONGEST and sums[i] > _SHARE_ABOVE * sums[-1] and _closes(lines, folded, i):
            left[i:] = False
            break
    for i in np.flatnonzero(left)[:0:-1].tolist()[:_LAST_LINES]:
        is_next = len(folded[i]) <= _LONGEST and _NEXT.match(folded[i])
        left[i] = not (is_next or _is_keyed(lines[i].text) or _CREDITED.match(folded[i]))
    return left


def _is_keyed(text: str) -> bool:
    """Whether a line is the initials of who wrote a dispatch, and nothing else."""
    signs = _INITIALS.fullmatch(text) or _INITIALS_SPELLED.fullmatch(text) if len(text) <= _LONGEST_INITIALS else None
    return signs is not None


def _closes(lines: Sequence[Line], folded: Sequence[str], i: int) -> bool:
    text = folded[i]
    return bool(_END.match(text) or _NOTES.match(text) or _CONTACTS.match(text)) or _tells_of_house(lines, i)


def _tells_of_house(lines: Sequence[Line], i: int) -> bool:
    """Whether a heading says that it is about somebody, with whose name the paragraph below begins."""
    who = about(lines[i].text) if i + 1 < len(lines) else None
    return who is not None and who.casefold() in lines[i + 1].text[:_NEAR].casefold()


def about(heading: str) -> str | None:
    """Whom a heading says that it is about: "About Canal Homes"; None for other lines."""
    match = _ABOUT.match(heading) if len(heading) <= _LONGEST else None
    return None if match is None or match["who"][0].islower() or heading[-1] in ".?!" else match["who"]
