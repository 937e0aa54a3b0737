"""What sites write between an article's paragraphs and straight below them, whatever the judge thinks of it.

That the text goes on below an advertisement, what a player says of itself, polls, calls to follow the house elsewhere,
and an agency's notice of rights.
"""

import re
from collections.abc import Sequence

import numpy as np

from copydesk.desk.frame import Line
from copydesk.desk.judging.features import Kept
from copydesk.desk.metadata.lexicon import any_of, lower
from copydesk.desk.naming.footings import is_footing

_ADVERTISEMENT = (
    r"advertisement|adverti[sz]ing|publicidade?|publicité|anzeige|werbung|pubblicità|advertentie|annonce|reklam[ae]?|реклама"
    r"|広告|广告|廣告|광고|إعلان"
)
_INTERRUPTION = re.compile(
    rf"\W*(?:{_ADVERTISEMENT})(?: ?\d{{1,2}})?\W*"
    r"|\W*(?:(?:the )?(?:story|article|content|text|post)? ?continues? (?:below|after)|scroll (?:down )?(?:past|below))"
    r"(?: (?:this|the|our))?(?: (?:advertisement|ad|video|sponsor message|newsletter sign-?up))?\W*"
    r"|(?:advertisement ?[-–—:·|]? ?)?scroll (?:down )?to continue(?: reading| with content)?\W*"
    r"|this advertisement has not loaded yet,? but your article continues below\W*"
    r"|video player is loading\.?|this is a modal window\.?"
    r"|(?:current time|duration|remaining time|loaded):? [-\d:%. ]+"
    r"|a post shared by .{1,80}\(@[\w.]+\)"
    r"|/ ?\d{1,2}:\d\d|0?0:00(?: ?/ ?\d{1,2}:\d\d)?"
    r"|\W*for immediate release\W*"
    r"|(?:loading|wird geladen|chargement(?: en cours)?|cargando|caricamento|carregando|laden|ładowanie|laddar|загрузка"
    r"|加载中|読み込み中) ?(?:\.{3}|…)",
)
# What cards of recipes state in figures: none of the article on 10 of 11 pages of HTML. Who writes a recipe as text
# states them himself as often.
_OF_RECIPE = re.compile(
    r"(?:prep(?:aration)?|cook(?:ing)?|zubereitung(?:szeit)?|kochzeit|backzeit|cuisson|préparation|preparación|cottura"
    r"|preparazione|bereiding(?:stijd)?)(?: time)?\W{1,3}\d.{0,20}"
    r"|(?:calories|kcal|fat|salt|carbs|carbohydrates?|protein|sugars?|saturates|saturated fat|fib(?:re|er)|sodium"
    r"|energy)\W{1,3}\d[\d.,]{0,5} ?(?:k?cal|kj|m?g|%)?\W*|\d{1,4} ?k?cal\W*",
)
# What calls on readers to follow the house on a network, to load its program, or to send it what they know.
_NETWORK = (
    r"(?:facebook|instagram|twitter|\bx\b|whats?app|telegram|youtube|google (?:news|actualités|noticias)|tiktok"
    r"|linkedin|threads|bluesky|spotify|公众号|微信|微博)"
)
_FOLLOW = re.compile(
    r"(?:^|[.!?:…|–—•*>»] ?)(?:(?:(?:follow|like|join|find|subscribe to) (?:us|our)\b|(?:folgen sie|folgt|folge) uns\b"
    r"|(?:suivez|rejoignez)(?:-nous| notre)\b|abonnez-vous à (?:notre|la)\b|s[íi]guenos\b|[úu]nete al?\b"
    r"|suscr[íi]bete al?\b|seguici\b|iscriviti al\b|unisciti al\b|siga(?:m?-nos| o)\b|entre no\b|inscreva-se\b"
    r"|volg ons\b|abonneer je\b|följ oss\b|obserwuj nas\b|śledź nas\b|dołącz do\b|(?:подписывайтесь|подпишитесь) на\b"
    rf"|читайте нас\b|تابعونا|تابعنا|关注).{{0,80}}{_NETWORK}"
    r"|(?:follow|folgen sie|suivez|sigue a|siga|segui|volg|följ) .{2,40}? (?:on|auf|sur|en|no|su|op|på) "
    rf"{_NETWORK}"
    r"|download (?:the|our) .{0,40}\bapp\b|(?:téléchargez|descarga|scarica|baixe|laden sie) .{0,30}\bapp)"
)
_SENT = re.compile(
    r"(?:tips?|story|news|error|mistake|typo|fehler|hinweise?|erreur|errore|erro|błąd|temat|новость|ошибк\w{0,2})"
    r"[^?]{0,40}\?.{0,60}(?:@|e-?mail|write to|let us know|schreib|écrivez|escr[íi]b[ea]|scriv|escreva|napisz|mail ons"
    r"|mejla|пишите|tell us|contact us)"
)
_QUOTED = frozenset("“”„«»")
# Somebody speaks of such a thing.
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|wrote|told|found|sagten?|schrieben?|dit|écrit|dijo|escribió|ha detto|scriss?e|disse|escreveu|zei"
    r"|schreef|sade|skrev|powiedział\w?|сказала?|написала?)\b"
)
# "More such stories are on the Planet's first page."
_MORE = re.compile(
    r"for more (?:(?:such|local) )?(?:stories|news|articles)(?: like (?:this|these))?,? (?:visit|go to|see)\b"
    r"|more (?:(?:such|of these) (?:stories|articles)|(?:stories|articles) like (?:this|these))"
    r" (?:can be found|are|on)\b"
    r"|(?:mehr|weitere) (?:solche |solcher )?(?:geschichten|nachrichten|artikel|texte|themen)"
    r" (?:(?:finden sie|gibt es|lesen sie) )?(?:auf (?:der startseite|unserer)|unter www|hier\W*$)"
    r"|(?:retrouvez )?(?:plus|davantage) d['’](?:articles|histoires|infos|actualités) sur (?:notre|le site|la page)\b"
    r"|más (?:historias|noticias|artículos) (?:como est[ae]s?|así)?,? ?en (?:nuestr[ao]|la (?:web|portada|página))\b"
    r"|altre (?:storie|notizie) (?:come quest[ae])?,? ?(?:sul (?:nostro )?sito|(?:sulla|nella) (?:home|prima pagina))"
    r"|mais (?:histórias|notícias) (?:como est[ae]s?)?,? ?(?:em nosso|n[oa] (?:noss[oa]|site|página))\b"
    r"|więcej (?:takich |podobnych )?(?:historii|artykułów|wiadomości|informacji|tekstów)"
    r" (?:(?:znajdziesz|przeczytasz) )?na (?:stronie|naszej|portalu)\b"
    r"|больше (?:таких )?(?:историй|новостей) на (?:нашем|сайте|главной)\b"
)
_LONGEST_MORE = 90  # characters
_LONGEST_CALL = 140  # characters
# What stands for a post or a film that another house keeps, until one agrees to load it.
_EMBEDDED = re.compile(
    r"empfohlener (?:externer|redaktioneller) inhalt"
    r"|an dieser stelle finden sie (?:einen|ein) .{0,40}(?:inhalt|video)"
    r"|ich bin damit einverstanden, dass mir externe inhalte"
    r"|externe inhalte? (?:von .{1,30} )?(?:anzeigen|aktivieren|laden)\b"
    r"|(?:this|the) (?:content|article|video) (?:contains|includes|is provided by|is hosted by)"
    r" .{0,60}(?:cookies|third.party (?:content|cookies|providers?|services?))"
    r"|ce contenu (?:est bloqué|n['’]a pas pu|externe)|en cliquant sur « ?j['’]accepte"
    r"|l['’]article continue (?:ci-dessous|après)"
    r"|este contenido (?:externo|no se muestra)|para ver este contenido|questo contenuto (?:è ospitato|esterno)"
    r"|wij hebben uw toestemming nodig|deze (?:inhoud|content) (?:wordt|is) geblokkeerd"
)
_LONGEST_EMBEDDED = 300  # characters
# What stands alone below a text, of an editor or an agency.
_LAST = re.compile(
    r"[(（【\[]?(?:(?:责任|責任)?[编編][辑輯校]|责编|責編|校对)\s?[:：]\s?.{1,40}"
    r"|[가-힣]{2,4}\s?(?:기자|특파원)\s?\(?[\w.+-]{1,64}@[\w.-]{3,60}\)?"
    r"|(?:(?:e-?)?(?:mail|contact|kontakt|contacto|contatto|contato)\s?:\s?)?[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}"
    r"|[-–—_=*~·•#\s]{2,}"
    r"|\W*(?:mit (?:agentur)?material(?: (?:der|von) .{0,40})?|avec (?:l['’])?(?:afp|reuters|ap)"
    r"|con información de .{2,40}|com informações d[aeo]s? .{2,40}|met dank aan anp|sob supervisão de .{2,40})\W*"
    r"|\W*(?:dpa|afp|apa|kna|epd|sid|ansa|efe|pap|tt|ntb|ritzau|anp|belga|ats|sda|lusa)(?:[/-][a-zäöü]{2,6}){0,4}\W*"
)
_OF_AUTHOR = re.compile(
    r"(?:about the author|zu[rm] autor(?:in)?|über (?:den|die) autor(?:in)?|à propos de l['’]auteure?"
    r"|sobre (?:el|la|o|a) autora?|sull['’]autor[ei]|over de auteur|om författaren|об авторе"
    r"|o autor(?:ze|ce))s?\s?[:–—]"
)
_LONGEST_LAST = 80  # characters
# A poll whose answers stand below its question, though nothing is there to press.
_YES = frozenset("yes ja oui sí si sì sim tak да はい 是 예 네 نعم jo".split())
_NO = frozenset("no nein non não nie nee nej нет いいえ 否 不是 아니오 아니요 لا nei".split())
_ENDS_SENTENCE = tuple('.!?。”»"')
_LONGEST_QUESTION, _LONGEST_ANSWER, _MOST_ANSWERS = 150, 40, 6
_LONGEST = 120  # characters
# "Copyright 2025 The Associated Press. All rights reserved. This material may not be published, ..."
_NOTICE = re.compile(
    r"(?:the[- ]?cnn[- ]?wire\W{0,4})?(?:copyright(?=\W{0,3}(?:\d{4}|by\b|©|\(c\)))|©|\(c\)|™ & ©)\W{0,3}"
    r"(?:by )?.{0,160}"
    rf"(?:{any_of('rights', 'reserved')}|no unauthori[sz]ed|may not be (?:published|reproduced|republished)"
    r"|distributed by)"
    # "All rights reserved. This material may not be reproduced without permission."
    rf"|{any_of('rights', 'reserved')}[.,;].{{0,120}}(?:may not be|no part of|without .{{0,24}}permission"
    r"|darf nicht|vervielfält|reproduc|riproduzione|herverspreid|powielan|перепечат)"
)
_LONGEST_NOTICE, _LAST_LINES = 320, 3


def cut_interruptions(lines: Sequence[Line], folded: Sequence[str], kept: Kept) -> Kept:
    """`kept` without such lines; a notice of rights only where it is one of the last that stand.

    folded: the lines' text, case folded.
    """
    left = kept.copy()
    body = np.flatnonzero(kept).tolist()
    for i in body:
        line, text = lines[i], folded[i]
        if len(text) <= _LONGEST:
            of_recipe = line.element is not None and not _is_in(line, "ul", "ol") and _OF_RECIPE.fullmatch(text)
            left[i] = not (of_recipe or _INTERRUPTION.fullmatch(text))
        if _calls_to_follow(line, text) or (len(text) <= _LONGEST_EMBEDDED and _EMBEDDED.match(text)):
            left[i] = False
    for i in body[-_LAST_LINES:]:
        text = lines[i].text
        if (len(text) <= _LONGEST_NOTICE and _NOTICE.match(lower(text))) or _stands_below(folded[i]):
            left[i] = False
    _cut_polls(folded, body, left)
    return left if left.any() else kept


def _is_in(line: Line, *tags: str) -> bool:
    """Whether a line of HTML stands in an element of such a tag."""
    return line.element is not None and next(line.element.iterancestors(*tags), None) is not None


def _calls_to_follow(line: Line, folded: str) -> bool:
    if len(folded) <= _LONGEST_MORE and _MORE.match(folded):
        return not folded.endswith(("?", ":"))
    if len(folded) > _LONGEST_CALL or not _QUOTED.isdisjoint(folded) or _FOLLOW.search(folded) is None:
        return False
    # A step of instructions says so, too.
    return not (_SAID.search(folded) or folded[0].isdigit() or _is_in(line, "ol"))


def _stands_below(folded: str) -> bool:
    """Whether a line tells of the author, or names an editor, an agency or a source, or asks for readers' news."""
    asks = len(folded) <= _LONGEST_CALL and _SENT.search(folded) and not _SAID.search(folded)
    if len(folded) > _LONGEST_LAST:
        return bool(asks or _OF_AUTHOR.match(folded))
    return any((_LAST.fullmatch(folded), asks, _OF_AUTHOR.match(folded), is_footing(folded)))


def _cut_polls(folded: Sequence[str], body: Sequence[int], left: Kept) -> None:
    """A question and the answers to choose from, one of the first two "Yes" and the other "No"."""
    for place, i in enumerate(body[:-2]):
        if len(folded[i]) > _LONGEST_QUESTION or not folded[i].endswith(("?", "？", "؟")):
            continue
        answers = [folded[j].strip(" •") for j in body[place + 1 : place + 1 + _MOST_ANSWERS]]
        if not ({answers[0]} <= _YES and {answers[1]} <= _NO):
            continue
        no_answer = (
            n for n, text in enumerate(answers) if len(text) > _LONGEST_ANSWER or text.endswith(_ENDS_SENTENCE)
        )
        count = next(no_answer, len(answers))
        left[body[place : place + 1 + count]] = False
