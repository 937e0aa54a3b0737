"""How a line names who wrote an article in Japanese and Chinese."""

import re

from copydesk.desk.metadata.bylines.byline import SURNAMES
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
    "(?:[\u4e00-\u9fff]{2}(?!.*(?:まとめ|もっと|すべて|おすすめ|こちら|から|まで|する|なし|あり|みる))[\u3041-\u3093]{2,3}"
    "|[\u4e00-\u9fff][ツヶケノ]?[藤田中村山本木川野下伯島沢井原橋口林崎谷石森松岡倉浦尾瀬丸塚越宮辺渡上坂池永水葉津賀条内垣根澤嶋﨑濱枝戸柳沼園関杉][\u4e00-\u9fff々\u3040-\u309f]{2,3})"
)
_KANA = re.compile("[\u3040-\u30ff]")
# Where an element says that it names the author any name will do, and none of those of desks, houses and buttons.
_KOREAN_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍유고문양손배백허남심노하곽성차주우구민나진지"
    "엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
)
_LONG_SURNAMES = "欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|东方|東方"
_CALLED_NAMES = {
    "ja": re.compile("[\u4e00-\u9fff々]{3,5}|[\u4e00-\u9fff々]{1,3}[\u3041-\u3093\u30a1-\u30f6ー]{2,5}"),
    "zh": re.compile(f"(?:[{''.join(sorted(SURNAMES))}]|{_LONG_SURNAMES})[\u4e00-\u9fff]{{1,2}}"),
    "ko": re.compile(f"[{_KOREAN_SURNAMES}][가-힣]{{1,3}}"),
}
_NO_NAME = re.compile(
    "[部社局網网報报室班課課会會院]$|新聞|新闻|編集|编辑|編輯|記者|记者|小编|管理|佚名|匿名|作者|著者|筆者|執筆|広報|综合|本站|特約|取材"
    "|写真|一覧|登録|印刷|詳細|기자|편집|관리|뉴스|신문|작성"
)
_DESK = re.compile(r"^[\u4e00-\u9fff\u30a0-\u30ff]{1,8}[部社局班室課][ \u3000・/／]+")
_BETWEEN_CALLED = re.compile(r"\s*[、,，/／;；]\s*")
_LONGEST_CALLED = 40  # characters
# "陈慧敏 报道"; "2019-01-08 18:42 記者許允恩／雲嶺報導"
_CHINESE_TOLD = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,3})[ \u3000]?(?:报道|報道|報導|撰文)"
)
_CHINESE_REPORTER = re.compile(
    r"(?:\d{4}[\d/.:年月日 \u3000-]{6,20})?(?:[\u4e00-\u9fff]{2,8} ?[／/] ?)?[记記]者[ \u3000]?"
    "(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,3})"
    " ?[／/] ?[\u4e00-\u9fff]{2,6}(?:报道|報道|報導)"
)
_CHINESE_AND = re.compile("[、 \u3000]")
# "◎林子晴", "文◎林子晴": behind "圖" it is who drew or took the picture.
_CHINESE_SIGNED = re.compile("[文撰]?◎ ?(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,2})")
# "东山社维也纳5月20日电（记者陈明 高原）", as agencies' dispatches open.
_CHINESE_DISPATCH = re.compile(
    "[^。，（(]{2,30}日[电電][ \u3000]?[（(](?:本?[报報社])?[记記]者[ \u3000:：]?"
    "(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,4})[）)]"
)


def japanese_names(text: str, below_date: bool) -> tuple[str, ...]:
    """The name that is all of a line, or what follows an office in it; below a date several names, too."""
    if behind := _BEHIND_OFFICE.fullmatch(text) or _BEFORE_OFFICE.fullmatch(text):
        return (behind["who"],)
    if told := _with_work(text):
        return told
    text = _BUREAU.sub("", text)
    names = tuple(text.split("、"))
    if not below_date or len(names) == 1:
        return (text,) if is_japanese_name(text, below_date) else ()
    # One that is a name for certain vouches for the others.
    are_names = any(map(is_japanese_name, names)) and names_of_element(text, "ja") == names
    return names if are_names else ()


def _with_work(text: str) -> tuple[str, ...]:
    """The names in a line that tells behind each what its bearer did: "山本 花子／取材・文、青木さくら／構成"."""
    pieces = [_WITH_WORK.fullmatch(piece) for piece in text.split("、")]
    names = tuple(piece["who"] for piece in pieces if piece and not _PICTURES.search(piece["work"]))
    is_told = all(pieces) and any(piece and "文" in piece["work"] for piece in pieces)
    return names if is_told and not any(map(_NO_NAME.search, names)) else ()


_BUREAU = re.compile("^[\u4e00-\u9fff]{1,8}(?:[支総]局|通信局|支社)[・ \u3000]")  # "珠洲支局・山本 花子"
_WITH_WORK = re.compile(
    "(?P<who>[一-鿿々]{1,4}[ 　]?[一-鿿々぀-ヿ]{1,5})[／/](?P<work>[取材構成文撮影写真編集絵イラスト・]{1,8})"
)
_PICTURES = re.compile("^(?!.*文)(?:.*)(?:写真|撮影|編集|絵|イラスト)")


def is_japanese_name(text: str, may_run: bool = True) -> bool:
    """Whether a text is a surname and a given name; may_run: without the space between them, too."""
    return bool(_JAPANESE_NAME.fullmatch(text) or (may_run and _RUN_JAPANESE_NAME.fullmatch(text)))


def names_of_element(text: str, language: str | None) -> tuple[str, ...]:
    """The names that are all of an element which says that it names the author: "山田花子", "社会部 山田花子".

    language: a BCP 47 tag, of the page. Of other languages there are none.
    """
    name = _CALLED_NAMES.get((language or "")[:2].lower())
    if name is None or len(text) > _LONGEST_CALLED:
        return ()
    pieces = _BETWEEN_CALLED.split(_DESK.sub("", text.strip()))
    return tuple(pieces) if all(name.fullmatch(piece) and not _NO_NAME.search(piece) for piece in pieces) else ()


def chinese_names(text: str) -> tuple[str, ...] | None:
    """Who reported, where a line says so and no more: "陈慧敏 报道", "記者許允恩／雲嶺報導"."""
    told = _CHINESE_TOLD.fullmatch(text) or _CHINESE_REPORTER.fullmatch(text)
    return tuple(_CHINESE_AND.split(told["who"])) if told else None


def chinese_signature(text: str) -> tuple[str, ...] | None:
    """Who wrote it, where a sign before the names is all that says so: "◎林子晴"."""
    signed = _CHINESE_SIGNED.fullmatch(text)
    names = tuple(_CHINESE_AND.split(signed["who"])) if signed else ()
    return names if names and all(name[0] in SURNAMES for name in names) else None


def reporters_of_dispatch(text: str) -> tuple[str, ...] | None:
    """Whom the brackets behind a Chinese dispatch's place and day name as its reporters."""
    told = _CHINESE_DISPATCH.match(text)
    return tuple(_CHINESE_AND.split(told["who"])) if told else None


def is_japanese(view: View, title: int | None) -> bool:
    texts = [view.text(i) for i in (title, view.position.prose) if i is not None and i < len(view.page.lines)]
    return bool(_KANA.search(" ".join(texts)))
