import numpy as np
import pytest

from copydesk.desk.frame import Role
from copydesk.desk.judging.judge import judge
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.proof.other_articles import cut_other_articles
from copydesk.errors import NoArticleError

_PARAGRAPHS = (
    "The ferry between the two islands will sail again from Saturday, the harbour office said on Tuesday morning.",
    (
        "It had been in dry dock since a storm in January tore off a part of its ramp and flooded the lower deck. “We "
        "were lucky that nobody was on board,” said Ada Lind, who has been its captain for eleven years."
    ),
    (
        "Islanders have had to take the long way round, by bus and by a small fishing boat, for almost five months. "
        "The school on the smaller island closed for three weeks in February because teachers could not get there."
    ),
    (
        "The timetable stays the same, and monthly tickets that were bought before the storm are valid until autumn. "
        "The council has set aside two million crowns for a second ramp, which is to be built next spring."
    ),
)
_OTHER = (
    "A new bakery opened on the market square on Sunday, the third within a year, and sold out before noon.",
    "Its owner, who learned the trade in Vienna, said she would bake twice as many loaves from now on.",
)


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _page(article: str, after: str = "") -> str:
    menu = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("News", "Sports", "Weather", "Travel"))
    return f"""<!doctype html><html lang=en><head><title>Ferry sails again - The Islander</title>
    <meta property="og:title" content="Ferry sails again"></head><body>
    <header class="site-header"><nav class="main-nav"><ul>{menu}</ul></nav></header>
    <main><article class="article"><h1 class="headline">Ferry sails again</h1>
    <div class="social-share"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
    <div class="article-body">{article}</div></article>
    <aside class="related-stories"><h3>More from the islands</h3><ul><li><a href="/1">Bakery sells out</a></li>
    <li><a href="/2">Lighthouse to be painted</a></li></ul></aside>
    {after}</main>
    <footer class="site-footer"><p>© 2024 The Islander. All rights reserved.</p><a href="/p">Privacy policy</a></footer>
    </body></html>"""


def _roles(html: str) -> dict[str, Role]:
    page = lay_out_html(html)
    return {line.text: verdict.role for line, verdict in zip(page.lines, judge(page), strict=True)}


def test_the_body_stays_and_the_furniture_goes() -> None:
    roles = _roles(_page(_paragraphs(_PARAGRAPHS)))
    assert all(roles[text] is Role.PARAGRAPH for text in _PARAGRAPHS)
    assert roles["© 2024 The Islander. All rights reserved."] is Role.COPYRIGHT
    assert {text for text, role in roles.items() if role.is_body} == set(_PARAGRAPHS)


def test_markup_says_what_kind_of_block_a_line_is() -> None:
    article = (
        f"<p>{_PARAGRAPHS[0]}</p><h2>Five months on the bus</h2><p>{_PARAGRAPHS[1]}</p>"
        f"<blockquote><p>{_PARAGRAPHS[2]}</p></blockquote><p>{_PARAGRAPHS[3]}</p>"
    )
    roles = _roles(_page(article))
    assert roles["Five months on the bus"] is Role.HEADING
    assert roles[_PARAGRAPHS[2]] is Role.QUOTE
    assert roles[_PARAGRAPHS[0]] is Role.PARAGRAPH


@pytest.mark.parametrize("breaks", ["<br><br>", "<br>\n<br />"])
def test_paragraphs_parted_by_line_breaks(breaks: str) -> None:
    roles = _roles(_page(breaks.join(_PARAGRAPHS)))
    assert all(roles[text].is_body for text in _PARAGRAPHS)


def test_furniture_is_named_by_its_elements() -> None:
    page = lay_out_html(_page(_paragraphs(_PARAGRAPHS)))
    verdicts = {line.text: verdict for line, verdict in zip(page.lines, judge(page), strict=True)}
    assert verdicts["Lighthouse to be painted"].role is Role.RELATED
    assert "related" in verdicts["Lighthouse to be painted"].reason
    assert verdicts["Sports"].role is Role.NAVIGATION


def test_the_same_page_gets_the_same_verdicts() -> None:
    page = _page(_paragraphs(_PARAGRAPHS))
    assert judge(lay_out_html(page)) == judge(lay_out_html(page))


def test_scores_are_shares() -> None:
    scores = np.array([verdict.score for verdict in judge(lay_out_html(_page(_paragraphs(_PARAGRAPHS))))])
    assert ((scores >= 0) & (scores <= 1)).all()


def _second(title: str) -> str:
    return f"<article class='article'>{title}<div class='article-body'>{_paragraphs(_LATER)}</div></article>"


_LATER = (
    "The captain of the harbour’s rowing club will retire at the end of the season after 212 races, it said on Monday.",
    "“I have had the best of it,” he told his crew after Saturday’s race. “I have rowed with my brother.”",
    "He rowed his first race at seventeen, in the rain, and capsized. The club will name a new captain in November.",
    "The season ends with the race around both islands, which the club has not won in eleven years.",
)


def test_an_article_that_is_loaded_below_the_first_is_another() -> None:
    roles = _roles(_page(_paragraphs(_PARAGRAPHS), _second("<h1>Captain hangs up the oars</h1>")))
    assert {text for text, role in roles.items() if role.is_body} == set(_PARAGRAPHS)


def test_an_element_without_a_title_of_its_own_is_a_part_of_the_article() -> None:
    lines = lay_out_html(_page(_paragraphs(_PARAGRAPHS), _second(""))).lines
    assert cut_other_articles(lines, np.ones(len(lines), np.bool_)).all()


def _front(kind: str) -> str:
    cards = "".join(
        f"<article class='card'><h2><a href='/{i}'>{title}</a></h2><p>{teaser}</p><p>By Ada Lind · 5 hours ago</p>"
        "</article>"
        for i, (title, teaser) in enumerate(
            [
                (
                    "The ferry is back from the dry dock",
                    "Four months after the storm the ramp has been made again, and costs twice as much.",
                ),
                (
                    "Why there is no dulse this autumn",
                    "Warm water, say the scientists. Too many pickers, say the pickers.",
                ),
                (
                    "A million birds and a man with a clicker",
                    "For 26 summers he has counted birds at the cape. This one was his last.",
                ),
                (
                    "The dykes are 300 years old",
                    "A plan to give forty fields back to the tide has split two villages and one family.",
                ),
            ]
        )
    )
    return f"""<!doctype html><html lang=en><head><title>Environment - The Islander</title>
    <meta property="og:type" content="{kind}"></head><body>
    <nav><ul><li><a href="/">News</a></li><li><a href="/s">Sports</a></li></ul></nav>
    <main><h1>Environment</h1>{cards}</main><footer>© 2024 The Islander</footer></body></html>"""


def test_a_front_of_teasers_is_no_article() -> None:
    with pytest.raises(NoArticleError, match="none of 16 lines reads like one: single sentences"):
        judge(lay_out_html(_front("website")))


def test_an_article_stays_whatever_the_page_calls_itself() -> None:
    html = _page(_paragraphs(_PARAGRAPHS)).replace("<head>", "<head><meta property='og:type' content='website'>")
    assert {text for text, role in _roles(html).items() if role.is_body} == set(_PARAGRAPHS)


LINKED = '<script type="application/ld+json">{"@context": "https://schema.org", %s}</script>'
OTHERS = {
    "an author's profile": ("<head>", LINKED % '"@type": "ProfilePage"', "ProfilePage"),
    "a section, with its articles": (
        "<head>",
        LINKED % '"@graph": [{"@type": "CollectionPage", "hasPart": [{"@type": "NewsArticle"}]}]',
        "CollectionPage",
    ),
    "a job": ("<head>", LINKED % '"@type": "JobPosting", "title": "Deckhand"', "JobPosting"),
    "goods": ("<head>", '<meta property="og:type" content="product.item">', "product"),
    "WordPress's archive": ("<body", ' class="archive category category-ferries"', "archive"),
    "WordPress's search": ("<body", ' class="search search-results"', "search-results"),
    "Shopify's goods": ("<body", ' class="template-product"', "template-product"),
}


@pytest.mark.parametrize(("after", "stated", "named"), OTHERS.values(), ids=OTHERS.keys())
def test_a_page_that_says_that_it_is_something_else_is_no_article(after: str, stated: str, named: str) -> None:
    with pytest.raises(NoArticleError, match=f"something else: “{named}”"):
        _roles(_page(_paragraphs(_PARAGRAPHS)).replace(after, f"{after}{stated}", 1))


ARTICLES = {
    "a profile with an article": LINKED % '"@graph": [{"@type": "ProfilePage"}, {"@type": "Article"}]',
    "an article with a day beside its author's profile": (
        LINKED % '"@graph": [{"@type": "NewsArticle", "datePublished": "2019-01-08"}, {"@type": "ProfilePage"}]'
    ),
    "an article of WordPress": '</head><body class="single-post archive wp-custom-logo"><head>',
    "a page with a day": LINKED % '"@type": "AboutPage", "datePublished": "2019-01-08"',
    "a test of goods": '<meta property="og:type" content="article">' + LINKED % '"@type": "Product"',
    "an archived article": '</head><body class="archive story"><head>',
    "broken data": LINKED % '"@type": "ProfilePage',
}


@pytest.mark.parametrize("stated", ARTICLES.values(), ids=ARTICLES.keys())
def test_what_only_looks_as_if_it_said_so_stays(stated: str) -> None:
    roles = _roles(_page(_paragraphs(_PARAGRAPHS)).replace("<head>", f"<head>{stated}", 1))
    assert {text for text, role in roles.items() if role.is_body} == set(_PARAGRAPHS)


@pytest.mark.parametrize("name", ["c-newsletter", "NewsletterBox", "post-comment"])
def test_a_small_box_that_is_named_for_what_it_is_goes(name: str) -> None:
    box = f"<div class='{name}'><h3>Salt in your inbox</h3><p>The best of the islands, every second Thursday.</p></div>"
    first, *rest = (f"<p>{text}</p>" for text in _PARAGRAPHS)
    assert {text for text, role in _roles(_page(first + box + "".join(rest))).items() if role.is_body} == set(
        _PARAGRAPHS
    )


@pytest.mark.parametrize("field", ['<input type="email">', '<input name="EMAIL">'])
def test_a_small_box_that_asks_for_an_address_goes(field: str) -> None:
    offer = "<h4>Downstream</h4><p>Our Friday letter brings you one river, one reader and one good question.</p>"
    box = f'<div class="sgn"><div>{offer}</div><form>{field}<button>Join</button></form></div>'
    first, *rest = (f"<p>{text}</p>" for text in _PARAGRAPHS)
    for html in (_page(first + box + "".join(rest)), _page(first + f"<form>{field}</form>" + "".join(rest))):
        assert {text for text, role in _roles(html).items() if role.is_body} == set(_PARAGRAPHS)


def test_the_lead_stays_though_a_form_shares_its_element() -> None:
    first, *rest = (f"<p>{text}</p>" for text in _PARAGRAPHS)
    html = _page(f'<div>{first}<form><input type="email"></form></div>' + "".join(rest))
    assert {text for text, role in _roles(html).items() if role.is_body} == set(_PARAGRAPHS)


def test_a_whole_article_may_stand_in_an_element_named_for_a_newsletter() -> None:
    html = _page(_paragraphs(_PARAGRAPHS)).replace("<article class", "<article id='newsletter-post' class")
    assert {text for text, role in _roles(html).items() if role.is_body} == set(_PARAGRAPHS)


@pytest.mark.parametrize("lead", ["Read more: ", "Lire aussi : ", "Lesen Sie auch: ", "Czytaj także: "])
def test_the_way_to_another_article_goes(lead: str) -> None:
    first, *rest = (f"<p>{text}</p>" for text in _PARAGRAPHS)
    link = f"<p>{lead}<a href='/3'>The lighthouse is to be painted</a></p>"
    assert {text for text, role in _roles(_page(first + link + "".join(rest))).items() if role.is_body} == set(
        _PARAGRAPHS
    )


@pytest.mark.parametrize("name", ["komentarze", "kommentare", "commentaires", "comentarios"])
def test_an_element_for_all_comments_goes_whatever_readers_write(name: str) -> None:
    said = "".join(f"<p>{text} That is what I have always told them at the harbour.</p>" for text in _PARAGRAPHS)
    html = _page(_paragraphs(_PARAGRAPHS) + f"<div id='{name}'>{said}</div>")
    assert {text for text, role in _roles(html).items() if role.is_body} == set(_PARAGRAPHS)


def test_an_article_that_stands_in_such_an_element_as_a_whole_stays() -> None:
    html = _page(_paragraphs(_PARAGRAPHS)).replace("<article class", "<article id='kommentare' class")
    assert {text for text, role in _roles(html).items() if role.is_body} == set(_PARAGRAPHS)
