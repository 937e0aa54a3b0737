"""What a page of HTML states of its article in its head, as something to compare its lines with."""

import json
from collections.abc import Iterable
from typing import Any

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from copydesk.desk.frame import Page
from copydesk.desk.judging.characters import Array, Characters, read_characters
from copydesk.desk.judging.features import Column
from copydesk.desk.metadata.head import described

_MOST_JSON = 1_000_000  # characters of one script that are read


def stated_features(page: Page, characters: Characters) -> dict[str, Column]:
    """How much of each line the page's metadata says too: its JSON-LD's article, its description, its title."""
    assert page.tree is not None
    n = len(page.lines)
    articles, headlines = _linked_data(page.tree)
    descriptions, titles = [], list(headlines)
    for element in page.tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        if name in {"og:description", "description", "twitter:description"}:
            descriptions.append(element.get("content") or "")
        elif name in {"og:title", "twitter:title"}:
            titles.append(element.get("content") or "")
    titles += [title.text or "" for title in page.tree.iter("title")][:1]
    features = {}
    for key, texts in (("article", articles), ("description", descriptions), ("title", titles)):
        features[f"said in {key}"] = _coverage(characters, n, texts)
        features[f"states {key}"] = np.full(n, float(bool(texts)))
    return features


def states_website(tree: HtmlElement) -> bool:
    """Whether the page calls itself a website and no article, as front pages do, and articles of many houses."""
    return _kinds(tree) == {"website"}


def _kinds(tree: HtmlElement) -> set[str]:
    """What Open Graph calls the page."""
    metas = (meta for meta in tree.iter("meta") if meta.get("property") == "og:type")
    return {(meta.get("content") or "").strip().lower() for meta in metas}


# Pages that are no article's, as schema.org calls them. Of 1,932 pages with an article none was called so.
_OTHER_KINDS = {
    kind.lower(): kind
    for kind in (
        "AboutPage", "CheckoutPage", "CollectionPage", "ContactPage", "JobPosting", "PodcastSeries", "ProfilePage",
        "RealEstateListing", "SearchResultsPage",
    )
}  # fmt: skip
# As WordPress, WooCommerce, Shopify and Drupal call them in the classes of a page's body; one of the 1,932 was.
_CLASSES = (
    "error404 page-taxonomy-term path-frontpage path-search path-taxonomy post-type-archive search-no-results "
    "search-results single-product template-404 template-cart template-collection template-product template-search"
)
_OTHER_CLASSES = frozenset(_CLASSES.split())
_OF_ARTICLES = frozenset({"page-node-type-article", "single", "single-post"})
_OF_ARCHIVES = ("author-", "category-", "tag-", "tax-", "term-", "wp-")  # of WordPress, beside "archive"


def states_other(tree: HtmlElement) -> str | None:
    """What the page says it is, where that is another thing than an article: "ProfilePage"; or None."""
    classes = {name for body in tree.iter("body") for name in (body.get("class") or "").split()}
    scripts = "".join(script.text or "" for script in tree.iter("script") if "ld+json" in script.get("type", ""))
    kinds = _kinds(tree)
    is_product = bool(kinds) and all(kind.startswith("product") for kind in kinds)
    is_archive = "archive" in classes and any(name.startswith(_OF_ARCHIVES) for name in classes)
    by_class = _OTHER_CLASSES & classes
    if not (is_product or is_archive or by_class or any(kind in scripts for kind in _OTHER_KINDS.values())):
        return None  # as on most pages
    has_article, undated = described(tree)
    if has_article or not _OF_ARTICLES.isdisjoint(classes):
        return None
    if is_product or is_archive:
        return "product" if is_product else "archive"
    return min(by_class, default=next((_OTHER_KINDS[kind] for kind in sorted(undated & _OTHER_KINDS.keys())), None))


def _coverage(characters: Characters, n: int, texts: Iterable[str]) -> Column:
    """The share of each line's pairs of words that one of `texts` has; of its words, where it has but one."""
    said = [text for raw in texts if (text := " ".join(raw.split()))]
    if not said:
        return np.full(n, -1.0)
    stated = read_characters(said)
    if not len(stated.words) or not len(characters.words):
        return np.zeros(n)
    pairs, line = _pairs(characters)
    known = np.isin(pairs, _pairs(stated)[0])
    sizes = np.bincount(line, minlength=n)
    share: Column = np.bincount(line, weights=known, minlength=n) / np.maximum(sizes, 1)
    alone = sizes == 0
    if alone.any():
        words = np.bincount(characters.word_line, weights=np.isin(characters.words, stated.words), minlength=n)
        share = np.where(alone, words, share)
    return share


def _pairs(characters: Characters) -> tuple[NDArray[np.uint64], Array]:
    words, line = characters.words, characters.word_line
    together = line[1:] == line[:-1]
    return (words[:-1] * np.uint64(0xD6E8FEB86659FD93) + words[1:])[together], line[:-1][together]


def _linked_data(tree: HtmlElement) -> tuple[list[str], list[str]]:
    """The article bodies and headlines in JSON-LD."""
    found: dict[str, list[str]] = {"articleBody": [], "headline": []}
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "") or len(text) > _MOST_JSON:
            continue
        try:
            stack: list[Any] = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack += item
            elif isinstance(item, dict):
                stack += [value for value in item.values() if isinstance(value, dict | list)]
                for key, values in found.items():
                    if isinstance(item.get(key), str):
                        values.append(item[key])
    return found["articleBody"], found["headline"]
