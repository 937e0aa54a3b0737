"""Lines that systems put below an article: feeds' last line, tags, sources, the next post."""

import html
import re

# What WordPress puts below each article of a feed, in its languages. Title and site begin with a capital, or it were a
# sentence: "The post of governor first appeared on the ballot in 1846."
_CAPITAL = "[^\\W_a-zß-ÿа-я]"
_TITLED = f"(?:{_CAPITAL}|[“«„\"‘'¿¡…]).+?"
_FEED = (
    ("the post", "(?:first appeared|appeared first) on"),
    ("der beitrag", "erschien zuerst auf"),
    ("l['’]article", "(?:est apparu en premier|est apparu d['’]abord) sur"),
    ("la entrada", "(?:se publicó|aparece|apareció) primero en"),
    ("l['’]articolo", "(?:proviene da|sembra essere il primo su)"),
    ("o (?:post|artigo)", "(?:apareceu|aparece|foi publicado) primeiro (?:em|no|na)"),
    ("het bericht", "verscheen eerst op"),
    ("(?:artykuł|post)", "pochodzi z serwisu"),
    ("inlägget", "dök först upp på"),
    ("indlægget", "(?:blev først udgivet|dukkede først op) på"),
    ("innlegget", "dukket først opp på"),
    ("запись", "впервые появилась"),
    ("příspěvek", "(?:pochází z|se nejdříve objevil na)"),
    ("ظهرت المقالة", "أولاً على"),
)
_FEED_LINES = tuple(
    re.compile(rf"(?i:{before}) (?P<title>{_TITLED}) (?i:{after}) (?P<site>{_CAPITAL}[^,;]{{1,40}}?)\.?$")
    for before, after in _FEED
)
_FEED_OPENS = re.compile(rf"(?i:{'|'.join(before for before, _ in _FEED)}) ")
_LONGEST_FEED_LINE = 400  # characters
_TAGGED = re.compile(
    r"[\W\d]{0,4}(?:(?:tags?|tagged(?: with| in)?|filed (?:under|in)|categor(?:y|ies)|posted in|keywords?"
    r"|schlagw(?:ort|orte|örter)|kategorien?|stichw(?:ort|orte|örter)|mots[- ]clés|étiquettes?|catégories?|etiquetas?"
    r"|categorías?|palabras clave|etichette|categorie|assuntos|palavras-chave|trefwoorden|tagi|słowa kluczowe"
    r"|etiketter|nyckelord|теги|метки|рубрика|ключевые слова|الوسوم|التصنيف(?:ات)?|标签|關鍵字|关键词|タグ|カテゴリー?"
    r"|キーワード|태그|etiketler|(?:previous|next|older|newer)(?: post| article| story| entry)"
    r"|(?:vorheriger|nächster) (?:beitrag|artikel)|article (?:précédent|suivant)"
    r"|(?:entrada|artículo) (?:anterior|siguiente)|التدوينة (?:السابقة|التالية)"
    r"|(?:предыдущая|следующая) (?:статья|запись)|上一篇|下一篇|前の記事|次の記事|(?:이전|다음) ?글)\s*[:：]\s?\S"
    r"|\d[\d.,]* ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|komentarz\w*|kommentarer"
    r"|комментари\w+|تعليق\w*|评论|コメント|댓글|views?|shares?|likes?|просмотр\w*|دقائق للقراءة)\W*$"
    r"|(?:评论|評論|播放|阅读|閱讀|浏览|瀏覽|点赞|收藏|コメント|再生|댓글|조회(?:수)?|좋아요)\s?[:：]?\s?\d[\d.,]*[万萬千만]?次?\W*$)"
    # What WordPress puts below an entry.
    r"|(?:this entry was posted|diese[rs]? (?:eintrag|beitrag) wurde|cette entrée a été publiée|ce contenu a été publié"
    r"|esta entrada (?:fue publicada|se publicó)|questa voce è stata pubblicata"
    r"|est[ea] (?:entrada|post|artigo) foi publicad[oa]|(?:dit bericht|deze entry) (?:werd|is) geplaatst"
    r"|det här inlägget (?:post|publicer)ades|ten wpis został opublikowany|запись опубликована)\b"
    r".*(?:permalin?k|permalien|permanente|lesezeichen|segnalibro|favoritos|bladwijzer|bokmärk|tagged|verschlagwortet|étiquet"
    r"|etiquetada|contrassegnata|etiket|oznaczon|метк)"
)
_SOURCED = re.compile(
    r"[\W\d]{0,4}(?:source|quelle|fuente|fonte|źródło|källa|источник|المصدر|来源|來源|kaynak|sumber)\s*[:：]\s?\S"
)
_LONGEST_FOOTING, _LONGEST_SOURCE = 200, 80  # characters


def syndicated_from(text: str) -> tuple[str, str] | None:
    """The title and the site that a line below a feed's article names, as printed: "The post ... appeared first on
    Example." """
    text = html.unescape(text) if len(text) <= _LONGEST_FEED_LINE else ""
    if not _FEED_OPENS.match(text):
        return None
    match = next((match for line in _FEED_LINES if (match := line.match(text))), None)
    return (match["title"], match["site"]) if match and any(map(str.isalnum, match["title"])) else None


def is_footing(folded: str) -> bool:
    """Says what it is tagged with or taken from, which post comes next, or how many comments there are; no more."""
    if len(folded) > _LONGEST_FOOTING:
        return False
    return _TAGGED.match(folded) is not None or (len(folded) <= _LONGEST_SOURCE and _SOURCED.match(folded) is not None)
