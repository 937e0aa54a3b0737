"""How notes between an article's paragraphs call on its readers."""

import re

from copydesk.desk.frame import Role
from copydesk.desk.naming.phrases import Phrases

# Calls where they open a clause, and elsewhere what somebody does.
_AT_CLAUSE = (
    "register now", "join us for a", "join us for an", "follow us on", "folgen sie uns auf", "folge uns auf",
    "suivez-nous sur",
)  # fmt: skip
# By which notes between paragraphs call on readers, and articles hardly speak.
_CALLS = Phrases({Role.OTHER: (
    "newsletter", "newsletters", "nieuwsbrief", "nieuwsbrieven", "nyhetsbrev", "nyhedsbrev", "newslettera",
    "infolettre", "e-bülten", "рассылку", "النشرة البريدية", "メールマガジン", "メルマガ", "ニュースレター",
    "뉴스레터", "your inbox", "in uw mailbox", "in je mailbox", "dans votre boîte mail", "in ihr postfach",
    "in deinem postfach", "en tu correo", "no seu e-mail", "nella tua casella", "na twoją skrzynkę", "i din inkorg",
    "i din indbakke", "i innboksen", "siga o nosso canal", "siga nosso canal", "seguir canal", "sigue nuestro canal",
    "登録は無料", "会員登録は", "初月無料", "扫码免费", "免费试读", "sign up here", "hier kostenlos anmelden",
    "ao se cadastrar",
    "download the free", "download our free", "download the app", "download our app", "get the app",
    "app herunterladen",
    "télécharger l'application", "téléchargez l'application", "descarga la app", "scarica l'app", "baixe o app",
    "download de app", "ladda ner appen", "hent appen", "last ned appen", "pobierz aplikację", "скачайте приложение",
    "حمل التطبيق", "uygulamasını indirin", "下载客户端", "アプリをダウンロード", "affiliate link", "affiliate links",
    "we may earn", "affiliate commission", "independently selected by our", "suite après la publicité",
    "continua dopo la pubblicità", "continua após a publicidade", "continúa después de la publicidad",
    "weiterlesen nach der anzeige", "tekst gaat verder onder", "tekst loopt verder onder", "tekst gaat door onder",
    "część artykułu pod", "część tekstu pod", "artikeln fortsätter under", "artikkelen fortsetter under",
    "artiklen fortsætter efter", "продолжение после рекламы", "haberin devamı", "広告の後に続",
    "story continues below", "article continues below", "continues after the advert", "sign up for our",
    "sign up to our", "subscribe to our", "unsubscribe at any time", "unsubscribe anytime", "opt out at any time",
    "mit der anmeldung stimme", "jederzeit abbestell", "jederzeit abmelden", "en vous inscrivant", "vous désinscrire",
    "désabonner à tout moment", "suscribite", "suscríbete a", "suscríbase a", "resumen diario", "darte de baja",
    "iscrivendoti", "entre no canal", "canal no whatsapp", "canal do whatsapp", "canal de whatsapp",
    "canale whatsapp", "chaîne whatsapp", "whatsapp-kanal", "whatsapp channel", "grupo do whatsapp", "inscreva-se no",
    "afmelden kan altijd", "meld je aan voor", "genom att anmäla dig", "anmäl dig till", "zapisz się do",
    "zapisując się", "подпишитесь на", "подписывайтесь на", "телеграм-канал", "telegram-канал", "电邮地址",
    "電郵地址", "订阅《", "訂閱《", "订阅我们的", "訂閱我們的", "立即订阅", "立即訂閱", "구독하기", "اشترك في نشرتنا",
    "اشترك الآن",
    "for informational purposes only", "not a substitute for professional", "subject to change after",
    "become a paid subscriber", "become a subscriber", "please include a contact number",
    "app store or google play", "app store und google play", "app store et google play", "app store y google play",
    "app store e google play", "app store en google play", "app store och google play", "app store и google play",
    "join our whatsapp", "únete a nuestro canal", "únete al canal", "entra nel canale", "canale telegram",
    "free articles left", "free articles remaining", "jederzeit kündbar", "disdici quando vuoi",
    "cancela cuando quieras",
    "sans engagement", "riservato agli abbonati", "réservé aux abonnés", "exclusivo para suscriptores",
    "empfohlener externer inhalt", "externe inhalte angezeigt", "an drittplattformen", "einen inhalt von",
    *_AT_CLAUSE, "leave us a review", "síguenos en", "seguici su", "siga-nos no", "volg ons op",
    "följ oss på", "obserwuj nas", "śledź nas", "подписывайтесь на нас", "has no position in any of the stocks",
    "we need your consent to load", "javascript is required", "requires javascript", "is now on whatsapp",
    "for less than a cup of coffee", "viewing as a", "progress will not be recorded", "hide caption",
    "participe do canal", "participe do grupo", "participe do nosso",
)})  # fmt: skip


def calls_on_readers(folded: str) -> str | None:
    """The words by which a note calls on readers to subscribe, to follow or to buy, or parts an article for an
    advertisement; None where it says none of them."""
    said = _CALLS.said(folded)
    if said in _AT_CLAUSE and (not _QUOTED.isdisjoint(folded) or not _opens_clause(folded, said)):
        return None  # "Residents can register now", “they will follow us on this”
    return said


def _opens_clause(folded: str, said: str) -> bool:
    return re.search(rf"(?:^|[.!?:*–—|•]) ?{re.escape(said)}", folded) is not None


_QUOTED = frozenset('“”„«»"')
