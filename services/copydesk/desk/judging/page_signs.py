"""What a page says of its kind in plain words and signs: to whom it speaks, whom it quotes, what it offers.

The judge looks at lines and at what their words lean to. Whether the whole is an article shows elsewhere, too: a
report has a date above it and people who say something; a shop, a wall or a club speaks to its reader and of itself.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.desk.judging.features import Column, Kept

_YOU = frozenset((
    "you your yours yourself sie ihnen euch eure dich dir dein deine deinem deinen vous votre vos toi ton tes "
    "usted ustedes vuestro tú tus te você vocês seu seus sua suas lei voi vostro vostra tuo tua tuoi u uw jij je "
    "jouw jullie ty twój twoja twoje twoich ciebie państwo państwa du din ditt dina dig er ni dit dine deg вы вас "
    "вам ваш ваша ваше ваши ваших вашего твой ви ti tvůj váš vaše vás sen siz sizin size senin εσείς σας σου أنت "
    "لك لكم حسابك anda kamu bạn आप आपका आपके"
).split())  # fmt: skip
_WE = frozenset((
    "we our ours us wir uns unser unsere unseren unserem unserer nous notre nos nosotros nuestro nuestra nuestros "
    "nuestras noi nostro nostra nostri nostre nós nosso nossa nossos nossas wij ons onze nasz nasza nasze naszych "
    "nas nam vi vår vårt våra oss vores мы наш наша наше наши нас нам ми my náš naše nás nám biz bizim bize εμείς "
    "μας نحن لنا لدينا kami kita हम हमारा हमारे"
).split())  # fmt: skip
_SAID = frozenset((
    "said says told added sagte sagt erklärte teilte betonte berichtete déclaré affirmé expliqué indiqué souligné "
    "dijo afirmó explicó señaló aseguró declaró informó detto spiegato dichiarato aggiunto afferma disse afirmou "
    "explicou declarou informou zei zegt aldus vertelde stelt powiedział powiedziała poinformował poinformowała "
    "dodał dodała sade säger uppger sa sier sagde siger сказал сказала заявил заявила сообщил сообщила сообщили "
    "отметил рассказал повідомив заявив сказав řekl řekla uvedl uvedla dedi söyledi belirtti açıkladı είπε δήλωσε "
    "قال قالت أكد أوضح صرح وأضاف وقال وأكد mengatakan ujar kata कहा बताया"
).split())  # fmt: skip
# The same where words are not parted by spaces.
_UNSPACED = {
    "you": re.compile("您|你|あなた|お客様|皆様|ください|고객|여러분|세요|하십시오|당신"),
    "we": re.compile("我们|我們|本公司|本店|本站|弊社|当社|当店|私たち|저희|우리|당사"),
    "said": re.compile(
        "表示|指出|认为|認為|介绍|介紹|报道|報導|記者|记者|述べ|話した|語った|と話す|明らかにした|말했|밝혔"
        "|설명했|전했|기자"
    ),
    "offer": re.compile("购物车|加入购物|包邮|库存|应聘|カート|送料|在庫|応募|予約|장바구니|배송|지원하기|예약"),
    "post": re.compile("回复|回覆|楼主|發表|返信|投稿日|답글|댓글"),
}
_PRICE = re.compile(r"[$€£¥￥₹₽₩₺]\s?\d|\d\s?(?:€|£|\$|zł|kr\b|руб|₽|円|元|원|грн|kč|tl\b|usd|eur|chf|fr\.)")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OFFER = re.compile(
    r"\b(?:cart\b|basket|checkout|in stock|free shipping|free delivery|add to|buy now|book now"
    r"|apply (?:now|by|online)|salary|per month|per person|warenkorb|versand|lieferbar|bewerben|bewerbung"
    r"|jetzt buchen|kaltmiete|panier|livraison|en stock|postuler|réserver|carrito|envío gratis|reservar|comprar"
    r"|carrello|spedizione|candidati|prenota|carrinho|frete|candidate-se|winkelwagen|bezorg|solliciteer|boek nu"
    r"|koszyk|dostawa|aplikuj|zarezerwuj|varukorg|frakt|ansök|корзин|доставк|в наличии|отклик|заброниров|سلة"
    r"|الشحن|توصيل|sepet|kargo|başvur|košík|doprava)"
)
_POST = re.compile(
    r"\b(?:reply|quote|posted|joined|posts|member|moderator|thread|antworten|zitieren|beiträge|mitglied|registriert"
    r"|répondre|citer|membre|messages|responder|citar|mensajes|miembro|rispondi|messaggi|antwoorden|berichten|odpowiedz"
    r"|postów|svara|inlägg|ответить|цитата|сообщений)\b"
)
_WORD = re.compile(r"[\w’'-]+")
_QUOTE = re.compile('[“”«»„"「」『』]')
_QUESTION, _EXCLAMATION = re.compile("[?？؟]"), re.compile("[!！]")
_HEAD = 8  # lines above the first that stands
_LONGEST_DATED, _LONGEST_POST = 80, 60  # characters


def page_signs(folded: Sequence[str], kept: Kept, words: Column) -> dict[str, float]:
    """Signs by name: of what stands, logarithms of so many in a hundred words; of the page, shares of its lines.

    folded: the page's lines. kept: which of them stand, one at least. words: how many each has.
    """
    at = np.flatnonzero(kept).tolist()
    body = [folded[i] for i in at]
    said = "\n".join(body)
    total = float(np.cumsum(words[kept])[-1])
    of_words = Counter(_WORD.findall(said))

    def share(found: re.Pattern[str], unspaced: re.Pattern[str] | None = None, lines: Sequence[str] = folded) -> float:
        having = sum(
            bool(found.search(line) or (unspaced and not line.isascii() and unspaced.search(line))) for line in lines
        )
        return having / len(folded)

    return {
        **{
            f"says {name}": _rate(sum(of_words[word] for word in every) + len(_UNSPACED[name].findall(said)), total)
            for name, every in (("you", _YOU), ("we", _WE), ("said", _SAID))
        },
        **{
            f"has {name}": _rate(len(sign.findall(said)), total)
            for name, sign in (
                ("price", _PRICE), ("time", _TIME), ("question", _QUESTION), ("exclamation", _EXCLAMATION),
                ("quote", _QUOTE),
            )
        },
        "page price": share(_PRICE),
        "page time": share(_TIME),
        "page offer": share(_OFFER, _UNSPACED["offer"]),
        "page post": share(_POST, _UNSPACED["post"], [line for line in folded if len(line) < _LONGEST_POST]),
        "page twice": sum(times > 1 for times in Counter(folded).values()) / len(folded),
        "head year": float(has_year_above(folded, at[0])),
        "head digits": float(sum(any(map(str.isdigit, line)) for line in _head(folded, at[0]))),
        "same first word": max(Counter(line.split()[0] for line in body).values()) / len(body),
    }  # fmt: skip


def has_year_above(folded: Sequence[str], first: int) -> bool:
    """Whether a year stands where articles have their date: in a short line near above the first that stands."""
    return any(len(line) <= _LONGEST_DATED and _YEAR.search(line) for line in _head(folded, first))


def _head(folded: Sequence[str], first: int) -> Sequence[str]:
    return folded[max(0, first - _HEAD) : first + 1]


def _rate(count: int, words: float) -> float:
    return math.log1p(100 * count / max(words, 1.0))
