"""Which way round a date such as 03/04/2019 is meant: only where the page itself settles it."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from copydesk.desk.metadata.dates.printed import Order, Printed

# Of the countries that write English, these put the month first. Canada and companies' favourite codes tell nothing.
_MONTH_FIRST_DOMAINS = frozenset({"us", "gov", "mil", "ph"})
_SILENT_DOMAINS = frozenset(
    ["ca", "io", "co", "ai", "tv", "me", "fm", "am", "ly", "cc", "ws", "to", "gg", "sh", "la", "vc"]
)
_URL_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<sign>[/_-])(?P<m>0?[1-9]|1[0-2])(?P=sign)(?P<d>0?[1-9]|[12]\d|3[01])"
    r"|(?P<mm>0[1-9]|1[0-2])(?P<dd>0[1-9]|[12]\d|3[01]))(?!\d)"
)


def settle(
    date: Printed,
    others: Sequence[Printed],
    url: str | None,
    latest: dt.date | None,
    language: Callable[[], str | None],
) -> dt.date | None:
    """The day that `date` means; None where it is no day, or two and nothing on the page tells which.

    others: the page's other dates. latest: the last day it can be. language: the page's language tag, asked last.
    """
    if len(date.days) < 2:
        return date.days[0] if date.days else None
    day_first, month_first = date.days
    if latest is not None and (day_first > latest) != (month_first > latest):
        return month_first if day_first > latest else day_first
    changed = [other.days[0] for other in others if other.kind == "modified" and len(other.days) == 1]
    if changed and date.kind != "modified" and (day_first > max(changed)) != (month_first > max(changed)):
        return month_first if day_first > max(changed) else day_first  # nothing is changed before it is published
    certain = {other.days[0] for other in others if len(other.days) == 1}
    if from_url := url_date(url):
        certain.add(from_url)
    if (day_first in certain) != (month_first in certain):
        return day_first if day_first in certain else month_first
    order = date.region or _order_of_others(others) or _order_of_place(url, None) or _order_of_place(None, language())
    if not order:
        return None
    return day_first if order == "day_first" else month_first


def url_date(url: str | None) -> dt.date | None:
    """The day in an address such as /2019/01/08/."""
    match = _URL_DATE.search(_path(url)) if url else None
    if match is None:
        return None
    try:
        return dt.date(int(match["y"]), int(match["m"] or match["mm"]), int(match["d"] or match["dd"]))
    except ValueError:
        return None


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _order_of_others(others: Sequence[Printed]) -> Order:
    orders = {order for other in others for order in (other.order, other.region) if order}
    return orders.pop() if len(orders) == 1 else ""


def _order_of_place(url: str | None, language: str | None) -> Order:
    if url:
        try:
            domain = (urlsplit(url).hostname or "").rpartition(".")[2]
        except ValueError:
            return ""
        if domain in _MONTH_FIRST_DOMAINS:
            return "month_first"
        return "day_first" if len(domain) == 2 and domain not in _SILENT_DOMAINS else ""
    if not language:
        return ""
    code, _, region = language.replace("_", "-").casefold().partition("-")
    if code == "en":
        return "" if not region or region == "ca" else "month_first" if region in ("us", "ph") else "day_first"
    return "day_first" if code != "und" else ""
