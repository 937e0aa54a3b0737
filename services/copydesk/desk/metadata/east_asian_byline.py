"""How a line names who wrote an article in Japanese and Chinese."""

import re

from copydesk.desk.metadata.view import View

# Surname, space and given name; in Chinese two names would stand so.
_JAPANESE_NAME = re.compile("[\u4e00-\u9fff々]{1,3}[ \u3000][\u4e00-\u9fff々]{1,3}")
_JAPANESE_OFFICE = "(?:研究員|教授|特派員|委員|部長|所長|理事|会長|フェロー|アナリスト)"
_BEHIND_OFFICE = re.compile(
    f"[\u4e00-\u9fff\u30a0-\u30ff]{{0,12}}{_JAPANESE_OFFICE}[ \u3000]+"
    "(?P<who>[\u4e00-\u9fff々]{1,4}[ \u3000][\u4e00-\u9fff々\u3040-\u309f]{1,4})"
)
_BEFORE_OFFICE = re.compile(
    f"(?P<who>[\u30a0-\u30ff]{{2,10}}(?:・[\u30a0-\u30ff]{{1,10}}){{1,4}})[（(][^（()）]{{0,12}}{_JAPANESE_OFFICE}[）)]"
)
# Without the space, of the signs that most surnames end in, and none of those of sections and offers.
_RUN_JAPANESE_NAME = re.compile(
    "(?!地下|天下)(?!.*[会員事限定有料無経済総合地域社政治文化記者報道編集局支版県市町村区国際野球写真速特集])"
    "(?:[\u4e00-\u9fff]{2}(?!.*(?:まとめ|もっと|すべて|おすすめ|こちら|から|まで|なし|あり|みる))[\u3041-\u3093]{2,3}"
    "|[\u4e00-\u9fff][ツヶケノ]?[藤田中村山本木川野下伯島沢井原橋口林崎谷石森松岡倉浦尾瀬丸塚越宮辺渡上坂池永水葉津賀条内垣根澤嶋﨑濱枝戸柳沼][\u4e00-\u9fff々\u3040-\u309f]{2,3})"
)
_KANA = re.compile("[\u3040-\u30ff]")
# "陈慧敏 报道"; "2019-01-08 18:42 記者許允恩／雲嶺報導"
_CHINESE_TOLD = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,3})[ \u3000]?(?:报道|報道|報導|撰文)"
)
_CHINESE_REPORTER = re.compile(
    r"(?:\d{4}[\d/.:年月日 -]{6,20})?[记記]者(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,3})"
    "[／/][\u4e00-\u9fff]{2,4}(?:报道|報道|報導)"
)
_CHINESE_AND = re.compile("[、 \u3000]")


def japanese_name(text: str, below_date: bool) -> str | None:
    """The name that is all of a line, or what follows an office in it."""
    if behind := _BEHIND_OFFICE.fullmatch(text) or _BEFORE_OFFICE.fullmatch(text):
        return behind["who"]
    return text if is_japanese_name(text, below_date) else None


def is_japanese_name(text: str, may_run: bool = True) -> bool:
    """Whether a text is a surname and a given name; may_run: without the space between them, too."""
    return bool(_JAPANESE_NAME.fullmatch(text) or (may_run and _RUN_JAPANESE_NAME.fullmatch(text)))


def chinese_names(text: str) -> tuple[str, ...] | None:
    """Who reported, where a line says so and no more: "陈慧敏 报道", "記者許允恩／雲嶺報導"."""
    told = _CHINESE_TOLD.fullmatch(text) or _CHINESE_REPORTER.fullmatch(text)
    return tuple(_CHINESE_AND.split(told["who"])) if told else None


def is_japanese(view: View, title: int | None) -> bool:
    texts = [view.text(i) for i in (title, view.position.prose) if i is not None and i < len(view.page.lines)]
    return bool(_KANA.search(" ".join(texts)))
