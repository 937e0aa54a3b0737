"""Bytes to text: declared charset, strict UTF-8, detection; text or HTML; mojibake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import RawArticle
from copydesk.desk.decode import decode
from copydesk.errors import ContentError, RejectedError

GERMAN = "Die Kühe gehören übrigens größtenteils Bäuerinnen, sagte der Präsident am Dienstag in München. "
POLISH = "Premier powiedział, że rząd przyjął projekt ustawy dotyczącej źródeł energii odnawialnej w Łodzi. "
RUSSIAN = "Президент заявил во вторник, что переговоры о торговле продолжатся в следующем месяце в Москве. "
JAPANESE = "首相は火曜日の記者会見で、来月に新しい経済対策を発表すると述べた。東京の株式市場は上昇した。"
KOREAN = "대통령은 화요일 기자회견에서 다음 달 새로운 경제 대책을 발표하겠다고 밝혔다. 서울 증시는 상승했다. "
CHINESE = "总理星期二在记者会上表示，政府将于下个月公布新的经济措施。北京股市当天上涨。"


def of(data: bytes, content_type: str | None = None) -> RawArticle:
    return RawArticle(content_base64=data, content_type=content_type)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        pytest.param(GERMAN, "iso-8859-1", id="German in Latin-1"),
        pytest.param(GERMAN + "“quoted”", "windows-1252", id="German with curly quotes"),
        pytest.param(POLISH, "iso-8859-2", id="Polish"),
        pytest.param(RUSSIAN, "koi8-r", id="Russian"),
        pytest.param(JAPANESE, "shift_jis", id="Japanese"),
        pytest.param(JAPANESE, "euc-jp", id="Japanese on Unix"),
        pytest.param(CHINESE, "gb2312", id="Chinese"),
        pytest.param(KOREAN, "euc-kr", id="Korean"),
    ],
)
class TestDeclared:
    def test_in_the_content_type(self, text: str, charset: str) -> None:
        copy = decode(of(text.encode(charset), f'text/plain; charset="{charset}"'))
        assert copy.text == text
        assert not copy.warnings

    def test_in_the_page(self, text: str, charset: str) -> None:
        page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>{text}'
        copy = decode(of(page.encode(charset)))
        assert (copy.text, copy.media_type) == (page, "text/html")


def test_utf16_without_a_mark_is_read_as_declared() -> None:
    assert decode(of(GERMAN.encode("utf-16-le"), "text/plain; charset=utf-16-le")).text == GERMAN


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        pytest.param(GERMAN * 4, "windows-1252", id="German"),
        pytest.param(RUSSIAN * 4, "windows-1251", id="Russian"),
        pytest.param(JAPANESE * 4, "shift_jis", id="Japanese"),
        pytest.param(CHINESE * 4, "gb18030", id="Chinese"),
        pytest.param(KOREAN * 4, "euc-kr", id="Korean"),
    ],
)
def test_without_a_declaration_it_is_detected(text: str, charset: str) -> None:
    assert decode(of(text.encode(charset))).text == text


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE, "“We stay,” she said."], ids=["de", "ru", "ja", "en"])
@pytest.mark.parametrize("stray", [b"<!-- \xe2\x80 -->", b"\xe9", "é".encode()[:1]], ids=["half", "Latin-1", "cut"])
@pytest.mark.parametrize("content_type", ["text/html", "text/html; charset=utf-8"])
def test_a_stray_byte_leaves_the_rest_as_it_is(text: str, stray: bytes, content_type: str) -> None:
    copy = decode(of(f"<p>{text}</p>".encode() + stray, content_type))
    assert copy.text.startswith(f"<p>{text}</p>")
    assert "\ufffd" in copy.text
    at = len(f"<p>{text}</p>".encode()) + stray.index(b"\xe2" if b"\xe2" in stray else stray[:1])
    assert [(w.code, f"first is byte {at}" in w.message) for w in copy.warnings] == [("charset_disagrees", True)]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(charset: str) -> None:
    assert decode(of(GERMAN.encode(charset), "text/plain; charset=iso-8859-1")).text == GERMAN


def test_bytes_that_are_utf8_are_read_so_whatever_was_declared() -> None:
    copy = decode(of(GERMAN.encode(), "text/plain; charset=iso-8859-1"))
    assert copy.text == GERMAN
    assert [warning.code for warning in copy.warnings] == ["charset_disagrees"]


@pytest.mark.parametrize("declared", ["text/html; charset=utf-16", "text/html", "text/html; charset=utf-32le"])
def test_a_page_that_says_in_ascii_that_it_is_utf16_is_not(declared: str) -> None:
    page = '<html><head><meta charset="utf-16"></head><body>The bridge is closed.</body></html>'
    copy = decode(of(page.encode(), declared))
    assert copy.text == page
    assert [warning.code for warning in copy.warnings] == ["charset_disagrees"]


@pytest.mark.parametrize(
    "parameters",
    ["charset = koi8-r", "charset= koi8-r", "\r\n\tcharset=koi8-r", 'title="x;charset=utf-16"; Charset="KOI8-R"'],
)
def test_a_charset_however_its_parameter_is_written(parameters: str) -> None:
    copy = decode(of("Мост закрыли на ремонт до утра.".encode("koi8-r"), f"text/plain; {parameters}"))
    assert (copy.text, copy.warnings) == ("Мост закрыли на ремонт до утра.", ())


@pytest.mark.parametrize("parameters", ["charset*0*=utf-8''a; charset*=x", "a=b;" * 100_000, "charset=", "; ;;="])
def test_no_parameter_of_a_content_type_crashes_it(parameters: str) -> None:
    assert decode(of(GERMAN.encode(), f"text/plain; {parameters}")).text == GERMAN


def test_the_byte_of_binary_data_is_counted_in_bytes() -> None:
    with pytest.raises(ContentError, match="byte 20: NUL"):
        decode(of("é".encode() * 10 + b"\0" * 9, "text/plain"))


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "utf-7", "idna", "no-such-charset", "rot13", "zip", "\0", "x" * 500]
)
def test_an_unknown_charset_is_a_warning(charset: str) -> None:
    copy = decode(of(GERMAN.encode(), f"text/plain; charset={charset}"))
    assert copy.text == GERMAN
    assert [warning.code for warning in copy.warnings] == ["charset_unknown"]


def test_a_declared_charset_that_does_not_fit_falls_back() -> None:
    copy = decode(of((GERMAN * 4).encode("windows-1252"), "text/plain; charset=utf-8"))
    assert copy.text == GERMAN * 4
    assert [warning.code for warning in copy.warnings] == ["charset_disagrees"]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        pytest.param("L’Ã©tÃ© sera chaud", "L’été sera chaud", id="French"),
        pytest.param("donâ€™t panic", "don’t panic", id="apostrophe"),
        pytest.param("ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€", "Привет, мир", id="Russian"),
    ],
)
def test_mojibake_is_repaired_with_a_warning(broken: str, whole: str) -> None:
    copy = decode(RawArticle(content=broken))
    assert copy.text == whole
    assert [warning.code for warning in copy.warnings] == ["mojibake_repaired"]


@pytest.mark.parametrize(
    "text",
    [
        "“Good” quotes, ‘both kinds’, don’t touch",
        "ﬁne ligatures, ｆｕｌｌ width",
        "Ça coûte 5 € — déjà vu…",
        "Łódź, İstanbul, Ærø",
    ],
)
def test_good_text_is_not_touched(text: str) -> None:
    copy = decode(RawArticle(content=text))
    assert copy.text == text
    assert not copy.warnings


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param("Plain words.\nMore of them.", "text/plain", id="text"),
        pytest.param("The <b> tag, she wrote, is <i>obsolete</i>. " + GERMAN * 5, "text/plain", id="prose about tags"),
        pytest.param("1 < 2 and 3 > 2, so a<b>c", "text/plain", id="inequalities"),
        pytest.param("\n <!DOCTYPE html>\n<title>x</title>", "text/html", id="doctype"),
        pytest.param("<!-- saved --><html>x", "text/html", id="comment first"),
        pytest.param("<p>Only a fragment.</p><p>Of two paragraphs.</p>", "text/html", id="fragment"),
        pytest.param(
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>', "text/html", id="XHTML"
        ),
    ],
)
def test_the_media_type_is_sniffed(content: str, media_type: str) -> None:
    assert decode(RawArticle(content=content)).media_type == media_type


def test_a_stated_media_type_is_believed() -> None:
    assert decode(RawArticle(content="<p>x</p><p>y</p>", content_type="Text/Plain")).media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param(b"%PDF-1.7 ...", "byte 0: this is a PDF", id="PDF"),
        pytest.param(b"PK\x03\x04....", "byte 0: this is a ZIP", id="ZIP"),
        pytest.param(b"\x1f\x8b\x08....", "byte 0: this is gzip", id="gzip"),
        pytest.param(b"ab\0\0\0\0", "byte 2: NUL", id="binary"),
        pytest.param(b"\xff\xfe\x00\xd8", "byte 2: not valid utf-16, which its byte order mark", id="broken UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_byte(data: bytes, complaint: str) -> None:
    with pytest.raises(ContentError, match=complaint):
        decode(of(data))


def test_an_unsupported_media_type_is_refused_with_the_field() -> None:
    with pytest.raises(ContentError, match="field content_type: 'application/pdf'"):
        decode(RawArticle(content="x", content_type="application/pdf"))


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_no_bytes_and_no_content_type_crash_it(data: bytes, content_type: str | None) -> None:
    try:
        copy = decode(of(data, content_type))
    except RejectedError as error:
        assert str(error)
    else:
        copy.text.encode("utf-8", "surrogatepass")


@given(st.text())
def test_content_given_as_text_is_never_an_encoding_problem(text: str) -> None:
    if "\0" not in text:
        decode(RawArticle(content=text))
