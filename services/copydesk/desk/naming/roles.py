"""What a line that is not the article is for: the words and signs by which each kind of furniture is known.

One table for all languages. A phrase counts at a word's edge, whatever its case; scripts without spaces anywhere.
The order is the order of trust: what says "copyright" is no navigation even if it also says "home".
"""

import re

from copydesk.desk.frame import Role
from copydesk.desk.naming.credits import is_caption
from copydesk.desk.naming.phrases import Phrases

# What offers something beside the article.
OFFERS = frozenset({Role.WIDGET, Role.COMMENTS, Role.RELATED, Role.NEWSLETTER, Role.ADVERTISEMENT, Role.SHARE})
_MONTH = (
    "jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|brero|braio)?|f[ée]vr(?:ier)?|fevereiro|mar(?:ch|s|zo|ço)?|märz|maart"
    "|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|ma[iyjg]|mayo|maio|maggio|jun[ei]?|juin|juni|junio|junho|giugno|jul[yi]?"
    "|juil(?:let)?|julio|julho|luglio|aug(?:ust|usti|ustus)?|ao[uû]t|agosto|sept?(?:ember|embre|iembre|tembre)?|setembro|settembre"
    "|o[ck]t(?:ober|obre|ubre)?|outubro|ottobre|nov(?:ember|embre|iembre|embro)?|de[czs](?:ember|embre|iembre|embro)?|d[ée]c(?:embre)?|dicembre"
    "|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
PHRASES: dict[Role, tuple[str, ...]] = {
    Role.COPYRIGHT: (
        "©", "(c) 19", "(c) 20", "copyright", "all rights reserved", "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos reservados", "derechos reservados",
        "tutti i diritti riservati", "riproduzione riservata", "todos os direitos reservados",
        "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "prawa zastrzeżone",
        "alla rättigheter förbehållna", "все права защищены", "جميع الحقوق محفوظة", "حقوق النشر", "版权所有",
        "版權所有", "著作権", "無断転載", "무단 전재", "무단전재", "저작권자",
    ),
    Role.COMMENTS: (
        "comments", "comment", "your comment", "leave a reply", "leave a comment", "post a comment", "reply",
        "add a comment", "log in to reply", "kommentare", "kommentar", "kommentieren", "antworten", "commentaires",
        "commenter",
        "laisser un commentaire", "comentarios", "comentar", "deja un comentario", "responder", "commenti",
        "commenta", "lascia un commento", "rispondi", "comentários", "deixe um comentário", "reacties", "reageer",
        "komentarze", "komentarz", "skomentuj", "odpowiedz", "kommentarer", "kommentera", "svara", "комментарии",
        "комментировать", "ответить", "комментариев", "تعليقات", "أضف تعليق", "تعليق", "评论", "留言", "發表評論",
        "コメント", "댓글",
    ),
    Role.NEWSLETTER: (
        "newsletter", "newsletters", "sign up", "subscribe", "subscription", "inbox", "email address",
        "e-mail address", "your email", "abonnieren", "anmelden zum", "infolettre", "s'abonner", "abonnez-vous",
        "inscrivez-vous", "lettre d'information", "boletín", "suscríbete", "suscribirse", "suscríbase",
        "iscriviti", "abbonati", "assine", "inscreva-se", "boletim", "nieuwsbrief", "abonneer", "meld je aan",
        "newslettera", "zapisz się", "subskrybuj", "prenumerera", "nyhetsbrev", "подпишитесь", "подписаться",
        "рассылка", "рассылку", "النشرة البريدية", "اشترك", "订阅", "訂閱", "電子報", "メルマガ", "ニュースレター",
        "購読", "구독", "뉴스레터",
    ),
    Role.SHARE: (
        "share", "share this", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "instagram",
        "youtube", "flickr", "telegram", "reddit", "tiktok", "copy link", "follow us", "like us", "watch us",
        "email this", "rss", "pocket", "flipboard", "bluesky", "teilen", "folgen sie", "folge uns",
        "link kopieren", "partager", "suivez-nous", "copier le lien", "compartir", "síguenos", "copiar enlace",
        "condividi", "seguici", "compartilhar", "compartilhe", "siga-nos", "delen", "volg ons", "udostępnij",
        "obserwuj nas", "dela", "följ oss", "поделиться", "вконтакте", "одноклассники", "мы в соцсетях", "مشاركة",
        "شارك", "تابعنا", "فيسبوك", "تويتر", "分享", "微博", "微信", "シェア", "フォロー", "ツイート", "공유",
        "페이스북", "트위터", "카카오톡",
    ),
    Role.ADVERTISEMENT: (
        "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "promoted",
        "paid content", "ad", "ads", "anzeige", "werbung", "publicité", "annonce", "sponsorisé", "publicidad",
        "patrocinado", "pubblicità", "sponsorizzato", "publicidade", "advertentie", "reklama", "reklam", "annons",
        "story continues below", "article continues below", "continues after advertisement",
        "advertisement - scroll to continue", "la suite après cette publicité", "lesen sie nach der anzeige weiter",
        "artykuł sponsorowany", "реклама", "на правах рекламы", "إعلان", "إعلانات", "广告", "廣告", "広告", "광고",
    ),
    Role.RELATED: (
        "related", "read more", "read also", "see also", "more from", "more on", "more stories", "recommended",
        "you may also like", "you might also like", "you may also be interested in", "you might also be interested in",
        "you may be interested in", "you might be interested in", "most read", "most popular", "trending", "popular",
        "latest news",
        "latest", "also read", "up next", "don't miss", "next article", "previous article", "next story",
        "in this section", "editor's picks", "top stories", "further reading", "mehr zum thema", "lesen sie auch",
        "auch interessant", "meistgelesen", "weitere artikel", "mehr aus", "zum thema",
        "das könnte sie auch interessieren", "à lire aussi", "lire aussi", "sur le même sujet", "les plus lus",
        "articles similaires", "à lire également", "voir aussi", "lee también", "te puede interesar", "más leídas",
        "más leído", "relacionados", "noticias relacionadas", "le puede interesar", "ver más", "leggi anche",
        "potrebbe interessarti", "più letti", "articoli correlati", "leia também", "leia mais", "mais lidas",
        "veja também", "saiba mais", "lees ook", "meest gelezen", "gerelateerd", "meer over", "czytaj też",
        "czytaj także",
        "zobacz także", "zobacz też", "najczęściej czytane", "polecane", "powiązane", "läs också", "läs även",
        "läs mer", "mest läst", "relaterat", "читайте также", "по теме", "популярное", "самое читаемое",
        "смотрите также", "ещё по теме", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "الأكثر قراءة", "مواضيع ذات صلة",
        "相关阅读", "相关新闻", "延伸阅读", "延伸閱讀", "相關新聞", "推荐阅读", "热门", "関連記事",
        "あわせて読みたい", "おすすめ", "人気記事", "ランキング", "관련기사", "관련 기사", "많이 본", "추천 기사",
        "인기 기사", "related stories", "related articles", "related content", "more stories", "read next",
        "what to read next", "more like this", "filed under", "tags", "topics", "keywords", "schlagworte",
        "schlagwörter", "themen", "meistgelesene artikel", "passend zum thema", "en lien", "sur le même thème",
        "étiquettes", "mots-clés", "más información", "más noticias", "lo más leído", "lo más visto", "etiquetas",
        "temas", "archivado en", "palabras clave", "también te puede interesar", "per saperne di più",
        "approfondimenti", "parole chiave", "notícias relacionadas", "palavras-chave", "mais sobre", "meer lezen",
        "lees verder", "trefwoorden", "zobacz więcej", "więcej na temat", "tagi", "słowa kluczowe", "mer om",
        "relaterade artiklar", "ämnen", "материалы по теме", "другие новости", "теги", "метки", "ключевые слова",
        "إقرأ أيضا", "اقرأ المزيد", "مواضيع متعلقة", "الكلمات المفتاحية", "وسوم", "标签", "關鍵字", "更多新闻",
        "猜你喜欢", "热点推荐", "les også", "læs også", "čtěte také", "lue myös", "citește și", "διαβάστε επίσης",
        "ayrıca oku", "タグ", "キーワード", "関連リンク", "こちらもおすすめ", "태그", "더 보기", "함께 본 기사",
    ),
    Role.WIDGET: (
        "font", "font size", "text size", "print", "listen", "loading tweet", "rate this", "skip ad",
        "bookmark", "loading", "click here to", "play video",
        "search", "enter your", "cookies", "cookie", "accept all", "privacy settings", "javascript",
        "your browser", "log in", "sign in", "download the app", "vote", "poll", "weather", "schriftgröße",
        "drucken", "vorlesen", "merken", "suche", "imprimer", "écouter", "taille du texte", "rechercher",
        "se connecter", "imprimir", "escuchar", "tamaño de letra", "buscar", "iniciar sesión", "stampa", "ascolta",
        "cerca", "accedi", "ouvir", "pesquisar", "afdrukken", "luister", "zoeken", "inloggen", "drukuj",
        "rozmiar czcionki", "szukaj", "zaloguj", "skriv ut", "lyssna", "sök", "logga in", "печать", "распечатать",
        "размер шрифта", "поиск", "войти", "طباعة", "حجم الخط", "بحث", "تسجيل الدخول", "打印", "字号", "字体",
        "搜索", "登录", "印刷", "文字サイズ", "検索", "ログイン", "인쇄", "글자 크기", "글씨", "검색", "로그인",
    ),
    Role.NAVIGATION: (
        "home", "menu", "skip to content", "skip to main content", "about us", "contact us", "contact", "site map",
        "sitemap", "terms of use", "terms of service", "privacy policy", "back to top", "mobile version",
        "all topics", "sections", "archive", "help", "careers", "jobs", "login", "startseite", "impressum",
        "datenschutz", "kontakt", "über uns", "zum inhalt springen", "agb", "accueil", "mentions légales",
        "plan du site", "qui sommes-nous", "inicio", "aviso legal", "contacto", "quiénes somos", "mapa del sitio",
        "chi siamo", "contatti", "mappa del sito", "início", "contato", "quem somos", "mapa do site", "over ons",
        "naar de inhoud", "strona główna", "o nas", "regulamin", "polityka prywatności", "hem", "om oss",
        "till innehållet", "главная", "о нас", "контакты", "карта сайта", "الرئيسية", "من نحن", "اتصل بنا", "首页",
        "首頁", "关于我们", "联系我们", "ホーム", "トップ", "会社概要", "お問い合わせ", "홈", "회사소개",
        "바로가기",
    ),
}  # fmt: skip
# Subheads that open an article without a word of it: house names for the paragraph that sums it up.
OPENINGS = frozenset({
    "overview", "summary", "in brief", "at a glance", "background", "abstract", "introduction", "key points",
    "key findings", "key takeaways", "highlights", "the big picture", "what happened", "in summary", "analysis",
    "überblick", "zusammenfassung", "hintergrund", "einleitung", "auf einen blick", "worum es geht", "kurz gefasst",
    "aperçu", "résumé", "en bref", "contexte", "l'essentiel", "resumen", "contexto", "introducción",
    "en síntesis", "lo esencial", "claves", "in breve", "sintesi", "sommario", "contesto", "introduzione", "resumo",
    "em resumo", "introdução", "samenvatting", "in het kort", "achtergrond", "inleiding", "overzicht",
    "podsumowanie", "streszczenie", "w skrócie", "wstęp", "wprowadzenie", "tło", "sammanfattning", "i korthet",
    "bakgrund", "inledning", "översikt", "кратко", "главное", "введение", "обзор", "контекст", "коротко", "резюме",
    "ملخص", "مقدمة", "نظرة عامة", "خلفية", "باختصار", "摘要", "概述", "概要", "背景", "导语", "前言", "引言",
    "はじめに",
    "要約", "要点", "ポイント", "요약", "개요", "배경", "핵심 요약", "머리말",
})  # fmt: skip
_PHRASES = Phrases(PHRASES)
_LETTERS = re.compile(r"\w+")
# A line that says no more than this: roles that name a part of the page. Networks and "home" are also subjects.
_LABELS = {
    "".join(_LETTERS.findall(phrase)): role
    for role, phrases in PHRASES.items()
    for phrase in phrases
    if role not in (Role.SHARE, Role.NAVIGATION, Role.COPYRIGHT)
}
_LEAD = re.compile(
    r"[\[【「]?(?:\[\d{1,3}\])?(?:"
    + "|".join(
        re.escape(phrase)
        for phrase in sorted(
            (*PHRASES[Role.RELATED], "pour aller plus loin", "leia mais", "approfondisci"), key=len, reverse=True
        )
    )
    + r")(?: ?[:：|»>–】」]|(?<=[\u0600-\u06ff])\.\.(?!\.))"
    r"|continued (?:from|on) page \d{1,3}$"
)
_LONGEST_LEAD = 150  # characters
# Buttons that say nothing else.
_BUTTONS = {
    Role.WIDGET: frozenset(
        "save;saved;close;back;next;previous;prev;submit;send;cancel;ok;reset;apply;filter;refresh;reload;edit;report;menu;"
        "expand;collapse;view all;see all;show all;show more;show less;load more;view more;see more;learn more;more;"
        "story continues;article continues;us customary - metric;open all;close all;expand all;collapse all;"
        "show references;hide references;show transcript;newest first;oldest first;highlights only;share options;"
        "prevent your screen from going dark;alle öffnen;tout déplier;tout afficher;espandi tutto;mostrar todo;"
        "gallery;view gallery;image;play;pause;mute;unmute;skip;zoom;fullscreen;download;pdf;toggle;a;a+;a-;aa;aaa;"
        "small;medium;large;enlarge;watch;sign out;log out;continue;go;top;schließen;zurück;weiter;mehr;mehr anzeigen;"
        "alle anzeigen;speichern;fermer;retour;suivant;précédent;enregistrer;voir plus;voir tout;plus;cerrar;volver;"
        "siguiente;anterior;guardar;ver todo;chiudi;indietro;avanti;salva;mostra altro;vedi tutti;fechar;voltar;salvar;"
        "ver tudo;sluiten;terug;volgende;vorige;opslaan;bewaren;meer;toon meer;zamknij;wstecz;dalej;zapisz;więcej;"
        "pokaż więcej;stäng;tillbaka;nästa;spara;visa mer;visa alla;закрыть;назад;далее;сохранить;ещё;показать ещё;"
        "إغلاق;التالي;السابق;حفظ;المزيد;关闭;下一页;上一页;收藏;更多;返回;展开;閉じる;戻る;次へ;前へ;保存;もっと見る;"
        "続きを読む;닫기;이전;다음;저장;더보기".split(";")
    ),
    Role.SHARE: frozenset(
        "follow;following;like;pin;pin it;post;email;e-mail;copy;link;folgen;suivre;j'aime;seguir;segui;volgen;"
        "obserwuj;följ;подписаться;متابعة;关注;フォローする;팔로우".split(";")
    ),
}
_BUTTON_ROLES = {button: role for role, buttons in _BUTTONS.items() for button in sorted(buttons)}
_LONGEST_BUTTON = 40  # characters
# How readers rated something ("4.9 from 112 votes"), and by what a recipe may be multiplied ("1x 2x 3x").
_RATING = re.compile(
    r"\W*\d(?:[.,]\d{1,2})?\W{1,4}(?:\w{1,12}\W{1,4}){0,3}?\d[\d.,]{0,9}\W{0,3}(?:votes?|ratings?|reviews?|votos?"
    r"|valoraciones|opiniones|voti|recensioni|avis|bewertungen|stimmen|stemmen|beoordelingen|ocen|głos\w*|röster|omdömen"
    r"|голос\w*|оцен\w*|отзыв\w*|تقييم\w*|صوت|评分|评价|評價)\W*$|(?:(?:metric|us|customary|cups?)\W{1,3}){0,4}(?:\W*(?:½|\d{1,2})x(?!\w)){2,}\W*$"
)
_LONGEST_RATING = 60  # characters
# Lists of addresses as text browsers and Markdown leave them below a page: "[1]: https://...", "3. http://...".
_ADDRESS = re.compile(
    r"(?:iframe: )?(?:\d{1,4}\. ?|\[[^\]]{1,40}\]:? ?|[*•-] )?<?(?:[a-z][a-z\d+.-]{1,15}://|www\.|(?:mailto|tel|javascript):)\S+$"
)
_IMAGE = re.compile(
    r"[*>•\- ]{0,4}\[?!\[[^\]]{0,300}\]\([^)\s]{0,500}(?: \"[^\"]{0,200}\")?\)(?:\]\([^)\s]{0,500}\))?$"
)
_NOTICE = re.compile(
    r"(?:how to cite|suggested citation|recommended citation|cite (?:this|as)|to cite this|zitiervorschlag"
    r"|zitierhinweis|pour citer|cómo citar|como citar|come citare|для цитирования)[\w’' ]{0,30}[:：]"
    r"|(?:the )?(?:views?|opinions?)(?: and opinions)? expressed (?:in|here|herein|are|by)\b.{0,60}"
    r"\b(?:those of|own|do not (?:necessarily )?(?:reflect|represent))\b"
    r"|(?:les opinions|las opiniones|le opinioni|as opiniões|de meningen|opinie|die (?:hier )?geäußerten \w+)"
    r" .{0,80}\b(?:n['’]engagent|responsabilidad|autor(?:[aei]|as|es|ów)?\b|auteurs?\b|nicht (?:unbedingt|notwendig))"
    r"|dette er et (?:debatindlæg|debattinnlegg)|det här är en (?:debattartikel|opinionstext)"
    r"|мнени[ея] (?:автор\w+|редакции) .{0,20}может не совпадать|редакция не несёт ответственности"
    r"|(?:الآراء|المقالات|الآراء والأفكار) (?:الواردة|المنشورة).{0,60}(?:رأي|آراء|أصحابها|كاتبها|كتابها)"
    r"|本文(?:内容)?[仅僅只]代表作者|（?外部 ?필자의 .{0,30}(?:다를|일치하지)"
    r"|この(?:記事|コラム)は.{0,20}個人の(?:見解|意見)"
    r"|(?:letters|le lettere|les lettres|leserbriefe|[al]?a?s? ?cartas|ingezonden brieven) .{0,30}"
    r"(?:must not|should not|may be (?:edited|cut)|no deben|no podrán|não devem|non devono|ne doivent pas|geben nicht"
    r"|mogen niet)\b"
    r"|(?:we|the editors?) reserves? the right to (?:edit|shorten|cut|refuse)\b.{0,40}\bletters?\b"
    r"|(?:die redaktion|wir) behält? sich .{0,30}(?:kürz|vor)"
    r"|(?:this is a rush transcript|transcripts? (?:are|is|on this)\b|this transcript (?:was|is|has|may))"
    r".{0,80}\b(?:errors?|accura|inaccura|final form|service|contractor)"
    r"|版[权權][声聲]明\s?[:：]"
    r"|(?:use|reproduction) of .{0,40}\b(?:is|are) permitted only (?:with|if|subject to|on condition)\b"
    r"|при (?:использовании|перепечатке|цитировании) материалов\b|riproduzione vietata\b"
)
_LONGEST_NOTICE = 400  # characters


def is_stamp(folded: str) -> bool:
    """A short byline, date, caption's credit or button, which goes on with no sentence though it begins small."""
    if len(folded) > _LONGEST_STAMP:
        return False
    return is_byline(folded) or names_date(folded) or is_caption(folded) or furniture(folded) is not None


_LONGEST_STAMP = 60  # characters
_BRACKETED = re.compile(r"\[[^\]]{0,80}\]")
_LONGEST_STEP = 60  # characters; the last step may be a title
_STEP = re.compile(r" (?:[>»›→▸/|·•]|::|&gt;) ")
_HOME = re.compile(
    r"^(?:you are here|home|startseite|accueil|inicio|início|home page|hem|strona główna|главная|الرئيسية"
    r"|首页|首頁|ホーム|トップ|홈)\b"
)
_DATE = re.compile(
    rf"(?:(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?(?: de | )(?:{_MONTH})(?!\w)|(?<!\w)(?:{_MONTH})\.? \d{{1,2}}(?!\d)"
    rf"|(?:{_MONTH})\.? \d{{1,2}}, (?:19|20)\d\d"
    r"|(?<!\d)(?:19|20)\d\d ?[-/.年년] ?\d{1,2} ?[-/.月월]|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)"
)
_DIGIT = re.compile(r"\d")  # every date has one, and most lines have none
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|door|av|autor|autorka|auteur|autore|автор|text|texte|texto|testo|tekst|author|written by"
    r"|words by|reporting by|interview|ein nachruf von|كتب|كتبت|بقلم)(?: ?[:/] ?| )(?=\w)"
    r"|^(?:本报记者|记者|作者|文)[ :：/／]?(?=\w)"
)
_BYLINE_ENDS = ("記者", "기자")


def furniture(folded: str, even_common: bool = False) -> tuple[Role, str] | None:
    """The kind of furniture that the words of a case-folded line name, and the words; None where they name none.

    In a line of more than a few words a single common one ("help", "search") names nothing, unless `even_common`.
    """
    return _PHRASES.find(folded, even_common)


def is_breadcrumb(folded: str) -> bool:
    """A trail of steps between signs: two from home, or three short ones before the last."""
    steps = _STEP.split(folded)
    if len(steps) < 2 or any(len(step) > _LONGEST_STEP for step in steps[:-1]):
        return False
    return bool(_HOME.match(steps[0])) or (len(steps) > 2 and any(sign in folded for sign in ">»›→▸"))


def has_digit(folded: str) -> bool:
    return _DIGIT.search(folded) is not None


def names_date(folded: str) -> bool:
    return _DIGIT.search(folded) is not None and _DATE.search(folded) is not None


def is_byline(folded: str) -> bool:
    return _BYLINE.match(folded) is not None or folded.endswith(_BYLINE_ENDS)


def is_label(folded: str) -> bool:
    """Says nothing but the name of a part of the page: "Most read", "Advertisement"."""
    return "".join(_LETTERS.findall(folded)) in _LABELS


def is_button(folded: str) -> tuple[Role, str] | None:
    """A tool of the page or a link to share, by its whole text."""
    if len(folded) > _LONGEST_BUTTON:
        return None
    said = folded.strip("[]() •□☆○*:.…»>‹«<|+-")
    role = _BUTTON_ROLES.get(said)
    return (role, said) if role else None


def is_rating(folded: str) -> bool:
    """How many readers rated it and how, or by what to multiply it, and nothing else."""
    return len(folded) <= _LONGEST_RATING and has_digit(folded) and _RATING.match(folded) is not None


def says_nothing(folded: str) -> bool:
    """Has no letter and no digit outside of brackets: bullets, empty fields, the places of images."""
    bare = _BRACKETED.sub("", folded) if "[" in folded else folded
    return not any(map(str.isalnum, bare))


def leads_elsewhere(folded: str) -> bool:
    """Names another article after a sign: "Read more: ...", "Lire aussi : ...", and is no longer than that takes."""
    return len(folded) <= _LONGEST_LEAD and _LEAD.match(folded) is not None


def is_address(folded: str) -> bool:
    """The address of another page and nothing else, perhaps numbered."""
    return ("/" in folded or ":" in folded) and _ADDRESS.match(folded) is not None


def is_image(folded: str) -> bool:
    """A picture in Markdown and nothing else, perhaps with a link around it."""
    return "](" in folded and _IMAGE.match(folded) is not None


def is_houses_notice(folded: str) -> bool:
    """Says how to cite the article, that its views are its author's own, or on what terms letters are printed."""
    return len(folded) <= _LONGEST_NOTICE and _NOTICE.match(folded) is not None


def opens_article(folded: str) -> bool:
    """A subhead by which houses open an article: "Overview", "Zusammenfassung"."""
    return folded.rstrip(":：") in OPENINGS
