"""Placeholder."""

from lxml import html

from copydesk.desk.frame import Page
from copydesk.desk.lines import lay_out_text


def lay_out_html(text: str) -> Page:
    tree = html.document_fromstring(text.encode())
    return Page(lay_out_text("\n".join(tree.xpath("//body//text()"))).lines, tree)
