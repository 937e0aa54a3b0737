"""What the markup of an HTML page states about its article: JSON-LD, meta elements, microdata and link relations."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from copydesk.desk.metadata.breadcrumb import EDGE
from copydesk.desk.metadata.houses.address import web_address
from copydesk.desk.metadata.lexicon import listed, words
from copydesk.desk.metadata.titles.same import letters, same_title
from copydesk.desk.normalise import normalise
from copydesk.desk.page.html import inner_text


@dataclass(slots=True)
class Head:
    """Each fact with every place that states it, in the order in which the places deserve trust.

    titles, authors, published, modified: (place, value), the value as it stands there; authors already apart.
    written_by: all authors, as Ghost lists them for cards where JSON-LD has but the first.
    bylines: texts of elements whose class says that they name the author.
    times: what each <time> prints, and the instant that it states.
    """

    titles: list[tuple[str, str]] = field(default_factory=list)
    subtitle: str | None = None
    authors: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    written_by: tuple[str, ...] = ()
    bylines: list[str] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    modified: list[tuple[str, str]] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    publisher: str | None = None
    site_name: str | None = None
    breadcrumb: list[str] = field(default_factory=list)
    rights: str | None = None
    url: str | None = None
    language: str | None = None


_ARTICLE_TYPES = words("head", "article_types")
_PAGE_TYPES = words("head", "page_types")
_TITLE_METAS = listed("head", "titles")
_AUTHOR_METAS = listed("head", "authors")
_PUBLISHED_METAS = listed("head", "published")
_MODIFIED_METAS = listed("head", "modified")
_LISTED = frozenset([*_PUBLISHED_METAS, *_MODIFIED_METAS])
_SAYS_PUBLISHED = re.compile(
    r"^(?!.*(?:modif|updat|expir|unpub|last)).*(?:publi(?:sh|c)|(?:^|[^a-z])pub(?:$|[^a-z])|pub[-_.]?date|date[-_.:]?(?:creat|issue|avail)"
    r"|creation[-_.]?date|created?[-_]at$)"
)
_CITED = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
_RIGHTS_METAS = listed("head", "rights")
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_MOST_NODES = 2000  # of one page's JSON-LD
_LONGEST_JSON = 2_000_000  # characters

# An attribute's presence is asked for first: comparing strings at each element is what takes time.
_LD = etree.XPath(r"descendant::script[contains(translate(@type,'LDJSON','ldjson'),'ld+json')]")
_TIMES = etree.XPath(
    "descendant::*[@itemprop or @property or @datetime][(@datetime and not(self::ins or self::del)) "
    "or (not(self::meta[@property]) and "
    "(contains(@itemprop,'date') or contains(@property,'date') or contains(@property,':created') "
    "or contains(@property,':issued')))]"
)
# Properties of microdata and RDFa, of schema.org and Dublin Core.
_PUBLISHED_PROPERTIES = frozenset({"created", "date", "datecreated", "datepublished", "issued"})
_MODIFIED_PROPERTIES = frozenset({"datemodified", "modified"})
_NAMED = etree.XPath(
    "descendant::*[@itemprop or @rel][@itemprop='author' or @itemprop='headline' or @itemprop='alternativeHeadline' "
    "or @itemprop='publisher' or contains(concat(' ',@rel,' '),' author ')]"
    "[not(ancestor::*[@itemprop='liveBlogUpdate'])]"
)
_BYLINES = etree.XPath(
    "descendant::*[@class[contains(.,'yline') or contains(.,'uthor') or contains(.,'eporter')"
    " or contains(concat(.,' '),'autor ') or contains(concat(.,' '),'auteur ')"
    " or contains(concat(.,' '),'writer ') or contains(.,'riterName')] or @data-testid[contains(.,'yline')]"
    " or self::a[contains(@href,'/author') or contains(@href,'/autor') or contains(@href,'/auteur')]]"
    "[not(ancestor-or-self::*[contains(@class,'comment-') or contains(concat(' ',@class,' '),' comment ')]"
    "[self::div or self::li or self::ol or self::p or self::span or self::a])]"
)
_DATA = etree.XPath("descendant::*/@*[contains(.,'ubli') and contains(.,'{')]")
_CRUMBS = etree.XPath("descendant::*[@itemtype][contains(@itemtype,'schema.org/BreadcrumbList')]//*[@itemprop='name']")
# Boxes that name other people than the article's author.
_OTHERS = re.compile(
    r"(?:^|[\s_/-])(?:related|recirc\w*|recommend\w*|more-(?:stories|from|news|articles)|read-?(?:next|more)|comments?|Comment"
    r"|most-(?:read|popular)|trending)(?:$|[\s_-])"
)
_LONGEST_BYLINE, _LONGEST_AUTHOR = 160, 100  # characters
# How elements are named that show the way to a page: breadcrumbs, and what they are called elsewhere.
_TRAIL_TAGS = ("nav", "ol", "ul", "div", "p", "section")
_TRAIL = re.compile(
    r"crumb|ariane|topic-?path|pankuzu|パンくず|you are here"
    r"|(?<![^\W_])(?:migas|briciole|brotkr[uü]mel?n?|br[öo]dsmulor|kruimel(?:pad|spoor)|okruszki|(?:nav|page|site)-trail)(?![^\W_])",
    re.IGNORECASE,
)
_NO_STEP = re.compile(
    r"(?i)breadcrumbs?(?: (?:navigation|trail|menu))?|\{\{.*"
    r"|pfadnavigation|fil d['’]ariane|ruta de navegación|edit (?:on|this) .*|view (?:page )?source"
)
_MOST_STEPS, _LONGEST_TITLE = 8, 160
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$"
)
# What systems call the date of publication in the data that their scripts read.
_IN_SCRIPT = re.compile(
    r"(?<![a-z])(?:(?:date|first|original(?:ly)?|initial(?:ly)?)?_?publi(?:shed|sh|cation)_?(?:date|time|datetime|at|on)?"
    r"|pub_?date)\\{0,3}[\"']"
    r"\s{0,4}[:=,]\s{0,4}\\{0,3}[\"'](\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d[^\"'\\\s]{0,20})?)\\{0,3}[\"']",
    re.IGNORECASE,
)
_BROKEN_FIELD = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"')


def read_head(tree: HtmlElement) -> Head:
    """What the document under `tree` states. Whatever is broken in it is left out; nothing raises."""
    head = Head()
    metas = _metas(tree)
    article, nodes, broken = _linked_data(tree, metas)
    if article:
        _read_article(head, article, nodes)
    for name, value in broken:
        {"headline": head.titles, "datePublished": head.published, "dateModified": head.modified}[name].append(
            ("JSON-LD", value)
        )
    _read_metas(head, metas)
    _read_elements(head, tree)
    head.breadcrumb = _trail(nodes) or _sections([(_clean(_text(step)), _address(step)) for step in _CRUMBS(tree)])
    _read_place(head, tree, metas, nodes)
    if head.subtitle and any(letters(head.subtitle) in letters(title) for _, title in head.titles):
        head.subtitle = None  # the same again, or in short
    return head


def described(tree: HtmlElement) -> tuple[bool, set[str]]:
    """Whether JSON-LD describes an article, and the types (of schema.org, in lower case) of what has no day."""
    texts = [script.text or "" for script in _LD(tree)]
    nodes = [node for text in texts if len(text) <= _LONGEST_JSON for node in _top_nodes(_parse(text.strip()))]
    has_article = any(_types(node) & _ARTICLE_TYPES for node in nodes)
    return has_article, {kind for node in nodes if not node.get("datePublished") for kind in _types(node)}


def date_in_scripts(tree: HtmlElement) -> str | None:
    """The date of publication in the data of the page's scripts; None where they state none, or several days.

    Some systems keep the data in an attribute, for the scripts to find.
    """
    texts = [script.text or "" for script in tree.iter("script")]
    values = [
        value
        for text in (*texts, *map(str, _DATA(tree)))
        if len(text) <= _LONGEST_JSON and ("ubli" in text or "UBLI" in text or "ub_date" in text or "ubDate" in text)
        for value in _IN_SCRIPT.findall(text)
    ]
    return values[0] if len({value[:10] for value in values}) == 1 else None


def _is_trail(element: HtmlElement) -> bool:
    """Whether an element calls itself a breadcrumb."""
    if (names := element.get("class")) and _names_trail(names):
        return True
    if "rumb" in element.get("id", ""):
        return True
    labels = (element.get("aria-label", ""), element.get("aria-labelledby", ""))  # the latter as Drupal has it
    return element.tag == "nav" and any(map(_names_trail, labels))


@lru_cache(maxsize=4096)  # a page has few classes, and many elements of each
def _names_trail(names: str) -> bool:
    return _TRAIL.search(names) is not None


def dates_in_attributes(tree: HtmlElement) -> list[str]:
    """What the elements around the article keep of their dates for a script or a reader's pointer, others' left out."""
    headed = _headed(tree)
    return [
        str(value)
        for value in _DATED(tree)
        if not _NO_DATE.search(value.attrname) and not _is_of_others(value.getparent(), headed)
    ][:_MOST_DATED]


_DATED = etree.XPath(
    "descendant::*[self::div or self::p or self::span or self::a or self::li or self::article]"
    "/@*[starts-with(name(),'data-') and (contains(name(),'dat') or contains(name(),'time') or contains(name(),'epoch')"
    " or contains(name(),'publ')) or name()='title'][string-length(.) > 7 and string-length(.) < 60]"
)
_NO_DATE = re.compile("updat|modif|expir|end|start|event")
_MOST_DATED = 40


def steps_of_element(tree: HtmlElement) -> list[str]:
    """The steps of an element that is but called a breadcrumb, for a page that states them nowhere else."""
    trails = [_steps(trail) for trail in _first(filter(_is_trail, tree.iter(*_TRAIL_TAGS)), 3)]
    # One step is a section where the whole trail is that, and an item of a trail elsewhere.
    return next((steps for steps in trails if len(steps) > 1), trails[0] if trails else [])


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if content and (value := _clean(content)):
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := meta.get(key):
                    values = metas.setdefault(name.strip().casefold(), [])
                    if value not in values and len(values) < 50:
                        values.append(value)
    return metas


def _linked_data(
    tree: HtmlElement, metas: dict[str, list[str]]
) -> tuple[dict[str, Any] | None, dict[str, dict[str, Any]], list[tuple[str, str]]]:
    """The article among the page's JSON-LD, all nodes by their @id (or a number), and fields saved from broken JSON."""
    nodes: dict[str, dict[str, Any]] = {}
    broken: list[tuple[str, str]] = []
    for script in _LD(tree):
        text = (script.text or "").strip()
        if not text or len(text) > _LONGEST_JSON:
            continue
        data = _parse(text)
        if data is None:
            broken.extend((name, _clean(json_string(value))) for name, value in _BROKEN_FIELD.findall(text)[:3])
            continue
        for node in _top_nodes(data):
            key = node.get("@id")
            if not isinstance(key, str) or key in nodes:
                key = f"#{len(nodes)}"
            nodes[key] = node
            if len(nodes) >= _MOST_NODES:
                break
    articles = [node for node in nodes.values() if _types(node) & _ARTICLE_TYPES]
    if len(articles) == 1 and _is_others_live_blog(articles[0], tree, metas):
        articles = []
    if len(articles) > 1:
        titles = metas.get("og:title", []) + [_clean(_text(h1)) for h1 in _first(tree.iter("h1"), 3)]
        articles.sort(key=lambda node: not any(same_title(_string(node.get("headline")), title) for title in titles))
    if not articles:
        articles = [node for node in nodes.values() if _types(node) & _PAGE_TYPES and node.get("datePublished")]
    return (articles[0] if articles else None), nodes, broken


def _is_others_live_blog(article: dict[str, Any], tree: HtmlElement, metas: dict[str, list[str]]) -> bool:
    """Whether JSON-LD describes a live blog that the page only shows: it has another headline than the page, whose own
    day microdata state.
    """
    headline = _string(article.get("headline"))
    if "liveblogposting" not in _types(article) or not headline:
        return False
    titles = metas.get("og:title", []) + [_clean(_text(h1)) for h1 in _first(tree.iter("h1"), 3)]
    is_dated = any("datePublished" in (time.get("itemprop") or "").split() for time in tree.iter("time", "meta"))
    return is_dated and bool(titles) and not any(same_title(headline, title) for title in titles)


def json_string(text: str) -> str:
    """The inside of a JSON string, unescaped as far as it can be."""
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _parse(text: str) -> Any:
    """The value of a JSON text, with the comments and commas forgiven that pages leave in it; None for other text."""
    data = _load(text)
    return _load(_TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", text).rstrip("; \n"))) if data is None else data


def _load(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _top_nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Objects at the top, in lists, in @graph and as main entity: not those that others merely mention."""
    stack = [data]
    seen = 0
    while stack and seen < _MOST_NODES:
        value = stack.pop()
        seen += 1
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            stack.extend(
                value[key]
                for key in ("mainEntity", "mainEntityOfPage", "@graph")
                if isinstance(value.get(key), dict | list)
            )


def _types(node: dict[str, Any]) -> set[str]:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return {name.rpartition("/")[2].rpartition(":")[2].casefold() for name in names if isinstance(name, str)}


def _read_article(head: Head, article: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> None:
    for key in ("headline", "name"):
        if title := _string(article.get(key)):
            head.titles.append(("JSON-LD" if key == "headline" else "JSON-LD name", title))
    head.subtitle = _string(article.get("alternativeHeadline")) or None
    if names := _people(article.get("author") or article.get("creator"), nodes):
        head.authors.append(("JSON-LD", names))
    for key, values in (
        ("datePublished", head.published),
        ("dateCreated", head.published),
        ("dateModified", head.modified),
    ):
        if value := _string(article.get(key)):
            values.append((f"JSON-LD {key}", value))
    publishers = _people(article.get("publisher"), nodes)
    head.publisher = publishers[0] if publishers else None
    language = article.get("inLanguage")
    head.language = _string(language.get("name") if isinstance(language, dict) else language) or None
    holders = _people(article.get("copyrightHolder"), nodes)
    notice = _string(article.get("copyrightNotice"))
    head.rights = notice or (
        f"© {_string(article.get('copyrightYear'))} {holders[0]}".replace("  ", " ") if holders else None
    )


def _people(value: Any, nodes: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """The names of persons or organisations, given as a name, an object, a reference, or a list of them."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            names.append(_clean(item))
        elif isinstance(item, dict):
            known = nodes.get(item["@id"], {}) if isinstance(item.get("@id"), str) else {}
            name = item.get("name") or known.get("name")
            if isinstance(name, list):
                names.extend(_string(one) for one in name)
            else:
                names.append(_string(name))
    return tuple(dict.fromkeys(name for name in names if name))[:50]


def _trail(nodes: dict[str, dict[str, Any]]) -> list[str]:
    for node in nodes.values():
        for holder in (node, node.get("breadcrumb")):
            if isinstance(holder, dict) and "breadcrumblist" in _types(holder):
                items = holder.get("itemListElement")
                steps = [item for item in (items if isinstance(items, list) else [items]) if isinstance(item, dict)]
                steps.sort(key=lambda item: _position(item.get("position")))
                linked = [_linked_step(item) for item in steps]
                if any(name for name, _ in linked):
                    return _sections(linked)
    return []


def _linked_step(item: dict[str, Any]) -> tuple[str, str]:
    """The name and the address of a step of JSON-LD's breadcrumb."""
    linked = item.get("item")
    page = linked if isinstance(linked, dict) else {"@id": linked}
    return _string(item.get("name") or page.get("name")), _string(page.get("@id") or page.get("url"))


def _address(step: HtmlElement) -> str:
    """The address of a step of microdata's breadcrumb, "" where it has none."""
    item = next((around for around in step.iterancestors() if around.get("itemprop") == "itemListElement"), step)
    return next((link.get("href") or "" for link in item.iter("a", "link")), "")


def _sections(linked: list[tuple[str, str]]) -> list[str]:
    """The names of a trail's steps, without a first one that leads to the first page, each once in a row.

    Once, where the page has the trail twice, for wide screens and for narrow ones.
    """
    half = len(linked) // 2
    linked = linked[:half] if half and linked[:half] == linked[half:] else linked
    first = 1 if linked and leads_home(linked[0][1]) else 0
    names = [name for name, _ in linked[first:] if name]
    return [name for name, _ in groupby(names)]


def _steps(trail: HtmlElement) -> list[str]:
    """The steps of an element that calls itself a breadcrumb: its pieces of text; none where these are too many.

    A heading in it, which only those see who have the page read to them, says what it is.
    """
    labels = {text for heading in trail.iter(*_LABELS) for text in heading.itertext()}
    pieces = [_clean(text).strip(EDGE) for text in trail.itertext() if text not in labels]
    steps = [piece for piece in pieces if piece and not _NO_STEP.fullmatch(piece)]
    home = home_in(trail)
    if not steps or len(steps) > _MOST_STEPS or any(len(step) > _LONGEST_TITLE for step in steps):
        return []
    if len(steps) == 1 and next(trail.iter("a"), None) is None:
        return []
    return steps[1:] if home is not None and steps[0] in home else steps


_LABELS = ("h2", "h3", "h4", "h5", "h6")


def home_in(trail: HtmlElement | None) -> str | None:
    """What an element of steps calls the site's first page, if its first link leads there."""
    first = next(trail.iter("a"), None) if trail is not None else None
    return _clean(_text(first)) if first is not None and leads_home(first.get("href", "")) else None


def _position(value: Any) -> float:
    try:
        return float(value)
    except (OverflowError, TypeError, ValueError):
        return 0.0


def _read_metas(head: Head, metas: dict[str, list[str]]) -> None:
    for name in _TITLE_METAS:
        head.titles.extend((name, value) for value in metas.get(name, ())[:1])
    for name in _AUTHOR_METAS:
        if values := [value for value in metas.get(name, ()) if not value.startswith(("http", "/", "@"))]:
            head.authors.append(
                (name, tuple(_surname_last(value) if name in _CITED else value for value in values[:20]))
            )
    if metas.get("twitter:label1", [""])[0] == "Written by":
        head.written_by = tuple(name for name in metas.get("twitter:data1", [""])[0].split(", ")[:20] if name)
    for places, dates in ((_PUBLISHED_METAS, head.published), (_MODIFIED_METAS, head.modified)):
        for name in places:
            dates.extend((name, value) for value in metas.get(name, ())[:1])
    unlisted = (name for name in metas if _SAYS_PUBLISHED.search(name) and name not in _LISTED)
    head.published.extend((name, metas[name][0]) for name in unlisted)
    head.rights = head.rights or next((metas[name][0] for name in _RIGHTS_METAS if name in metas), None)
    head.site_name = next((metas[name][0] for name in _SITE_METAS if name in metas), None)


def _surname_last(name: str) -> str:
    """ "Doe, Jane", as libraries cite, as "Jane Doe"."""
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma and "," not in given and len(name.split()) <= 5 else name


def _read_elements(head: Head, tree: HtmlElement) -> None:
    headed = _headed(tree)
    for element in _first((time for time in _TIMES(tree) if not _is_of_others(time, headed)), 40):
        _read_time(head, element)
    before: HtmlElement | None = None
    for element in _first(_NAMED(tree), 30):
        if not _is_of_others(element, headed):
            _read_property(head, element, _stands_beside(before, element, "itemprop", "rel"))
            before = element
    before = None
    for element in _first(_BYLINES(tree), 16):
        text = _clean(_with_links_apart(element))
        if 3 <= len(text) <= _LONGEST_BYLINE and not _is_of_others(element, headed):
            if _stands_beside(before, element, "class") and len(head.bylines[-1]) < _LONGEST_BYLINE:
                head.bylines[-1] += f", {text}"
            else:
                head.bylines.append(text)
            before = element
    for h1 in _first(tree.iter("h1"), 6):
        if (text := _clean(inner_text(h1))) and len(text) <= 400:
            if _leads_home(h1):
                head.site_name = head.site_name or (text if letters(text) else None)
            else:
                head.titles.append(("h1", text))
    title = next(tree.iter("title"), None)
    if title is not None and (text := _clean(title.text or "")):
        head.titles.append(("title", text))


def _stands_beside(before: HtmlElement | None, element: HtmlElement, *attributes: str) -> bool:
    """Whether two elements of a kind are neighbours: "By <b>Ann Lee</b> and <b>Bo Chan</b>", or two items of a list."""
    if before is None or any(before.get(name) != element.get(name) for name in attributes):
        return False
    first, second = _alone(before), _alone(element)
    return (
        first.getnext() is second
        and len((first.tail or "").split()) <= 1
        and "" != _text(before) != _text(element) != ""
    )


def _alone(element: HtmlElement) -> HtmlElement:
    """The outermost element in which nothing else stands than this one."""
    around = element.getparent()
    while around is not None and len(around) == 1 and not _clean((around.text or "") + (element.tail or "")):
        element, around = around, around.getparent()
    return element


def _with_links_apart(element: HtmlElement) -> str:
    """The text of an element that names authors, with a comma between links, and between a link and what stands beside
    it, that only a style sheet sets apart.
    """
    links = list(element.iter("a"))
    apart = {
        link for before, link in pairwise(links) if _stands_beside(before, link, "rel", "class") and not before.tail
    }
    apart |= {beside for link in links if (beside := beside_name(link)) is not None}
    if not apart:
        return " ".join(element.itertext())
    pieces: list[str | None] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces += ["," if part in apart else None, part.text]
        elif part is not element:
            pieces.append(part.tail)
    return " ".join(filter(None, pieces))


def beside_name(element: HtmlElement) -> HtmlElement | None:
    """The element straight behind a name's, if but a style sheet sets the two apart: a place, an office."""
    beside = element.getnext()
    if beside is None or element.tail or beside.tag not in ("span", "b", "em", "i", "small", "strong"):
        return None
    return beside if _text(element).strip() and _text(beside).strip()[:1].isupper() else None


def _headed(tree: HtmlElement) -> set[HtmlElement]:
    """The elements around the page's headings: gathered once, as a box of comments may hold ten thousand dates."""
    headed: set[HtmlElement] = set()
    for heading in tree.iter("h1"):
        for element in heading.iterancestors():
            if element in headed:
                break
            headed.add(element)
    return headed


def _is_of_others(element: HtmlElement, headed: set[HtmlElement]) -> bool:
    """Whether an element stands in a box of comments or of other articles: one without the page's heading.

    headed: the elements around the headings.
    """
    for box in element.iterancestors("div", "section", "aside", "ul", "ol", "li", "article"):
        marks = " ".join(filter(None, map(box.get, ("class", "id", "itemprop", "itemtype"))))
        if marks and _OTHERS.search(marks):
            return box not in headed
    return False


def _leads_home(heading: HtmlElement) -> bool:
    """Whether all of a heading is a link to a site's first page: then it names the site.

    Of 1749 pages 72 had such a heading, and none was the article's.
    """
    link = next(heading.iter("a"), None)
    return link is not None and _clean(_text(link)) == _clean(_text(heading)) and leads_home(link.get("href", ""))


def is_address(name: str) -> bool:
    """Whether what stands for a site's name is its domain, as machines write it, or a web address."""
    return _ADDRESS.fullmatch(name) is not None


_ADDRESS = re.compile(r"https?://\S+|(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}")


def leads_home(address: str) -> bool:
    """Whether a link's address is that of a site's first page."""
    return bool(address.strip()) and _HOME.fullmatch(address.strip()) is not None


_HOME = re.compile(r"(?:(?:https?:)?//[^/?#]+/?|\.?/)?(?:(?:index|default|home)\.[a-z]{3,5})?", re.IGNORECASE)


def _read_time(head: Head, element: HtmlElement) -> None:
    # Blogger says the instant in the title of an abbreviation.
    instant = element.get("title") if element.tag == "abbr" else None
    value = element.get("datetime") or element.get("content") or instant or _text(element)
    if element.tag == "time":
        head.times.append((_clean(_text(element)), value))
    stated = f"{element.get('itemprop') or ''} {element.get('property') or ''}".casefold()
    properties = {name.rpartition("/")[2].rpartition(":")[2] for name in stated.split()}
    marks = (element.get("class") or "").casefold()
    is_modified = bool(properties & _MODIFIED_PROPERTIES) or "modif" in marks or "updat" in marks
    is_published = bool(properties & _PUBLISHED_PROPERTIES) or "publi" in marks or "pubdate" in marks
    is_published = is_published or element.get("pubdate") is not None
    if is_modified:
        head.modified.append(("time", value))
    if is_published:
        head.published.append(("time published", value))
    elif element.get("datetime") and not is_modified:
        head.published.append(("time", value))


def _read_property(head: Head, element: HtmlElement, beside: bool) -> None:
    """beside: whether it stands beside another of its kind, which was read."""
    place = element.get("itemprop") or "rel=author"
    text = _clean(element.get("content") or _text(element))
    if place == "headline" and text:
        head.titles.append(("itemprop headline", text))
    elif place == "alternativeHeadline":
        head.subtitle = head.subtitle or text or None
    elif place == "publisher":
        head.site_name = head.site_name or _name_inside(element)
    elif element.tag not in ("link", "meta"):
        name = _name_inside(element) or text
        place = place if place == "author" else "rel=author"
        if not name or len(name) > _LONGEST_AUTHOR:
            return
        if beside and head.authors and head.authors[-1][0] == place:
            head.authors[-1] = (place, (*head.authors[-1][1], name))
        else:
            head.authors.append((place, (name,)))


def _name_inside(element: HtmlElement) -> str | None:
    """The name of what microdata describes inside an element."""
    named = next((part for part in element.iter() if part.get("itemprop") == "name"), None)
    return None if named is None else _clean(named.get("content") or _text(named)) or None


def _read_place(head: Head, tree: HtmlElement, metas: dict[str, list[str]], nodes: dict[str, dict[str, Any]]) -> None:
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").casefold() == "canonical"]
    for value in (*canonical, *metas.get("og:url", ())):
        if url := web_address(value, base):
            head.url = url
            break
    root = tree.getroottree().getroot()
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    stated = language or next(
        (metas[name][0] for name in ("content-language", "language", "dc.language", "og:locale") if name in metas), None
    )
    head.language = stated or head.language
    if head.publisher is None:
        for node in nodes.values():
            if _types(node) & {"organization", "newsmediaorganization"} and _string(node.get("name")):
                head.publisher = _string(node.get("name"))
                break
    if head.site_name is None:
        titles = {letters(title) for _, title in head.titles}
        elsewhere = (_website(nodes), _of_feed(tree), *metas.get("apple-mobile-web-app-title", ()))
        head.site_name = next((name for name in elsewhere if name and letters(name) not in titles), None)


def _website(nodes: dict[str, dict[str, Any]]) -> str | None:
    """What JSON-LD calls the site that the page is of. On pages that name it twice the two agree on 241 of 247."""
    names = (_string(node.get("name")) for node in nodes.values() if "website" in _types(node))
    return next(filter(None, names), None)


def _of_feed(tree: HtmlElement) -> str | None:
    """The site whose feed the page links to, as WordPress calls it: "The Planet » Feed". On 299 of 299 pages so."""
    feeds = (link.get("title") or "" for link in tree.iter("link") if "rss" in (link.get("type") or ""))
    names = (_clean(title).split(" » ") for title in feeds)
    return next((parts[0] for parts in names if len(parts) == len(("The Planet", "Feed"))), None)


def _first(elements: Iterable[HtmlElement], count: int) -> list[HtmlElement]:
    found = []
    for element in elements:
        found.append(element)
        if len(found) >= count:
            break
    return found


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _clean(value) if isinstance(value, str) else ""


def _clean(text: str) -> str:
    return normalise(html.unescape(text) if "&" in text else text)
