"""Which article this is: the same id for every delivery and revision, a fingerprint for its words."""

import hashlib
import unicodedata
import uuid
from urllib.parse import urldefrag, urlsplit, urlunsplit

from courlan import normalize_url

# Version 5 UUIDs (RFC 9562) in a namespace of our own, so that ids of two kinds of name never meet.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "copydesk.invalid")


def _canonical(url: str) -> str:
    """Without what differs between links to one page: http or https, case of the host, a slash at the path's end,
    tracking parameters, their order, fragment."""
    try:
        page, fragment = urldefrag(url)
        parts = urlsplit(normalize_url(page))
        canonical = urlunsplit(("https", parts.netloc, parts.path.rstrip("/"), parts.query, ""))
    except ValueError:
        return url
    # Of an application in the page, a fragment that begins so is the path.
    return f"{canonical}#{fragment}" if fragment.startswith("!") else canonical


def fingerprint(title: str | None, body: str) -> str:
    """SHA-256, in hexadecimal, of title and body in NFKC, without case, white space folded."""
    parts = (" ".join(unicodedata.normalize("NFKC", part).casefold().split()) for part in (title or "", body))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def identify(url: str | None, site: str | None, publisher_id: str | None, print_: str) -> uuid.UUID:
    """The article's id: from its canonical URL; else from the site and the publisher's id; else from its words.

    `print_` is the article's fingerprint. A publisher's id counts without a site too: it is the best name there is.
    """
    if url:
        return uuid.uuid5(uuid.NAMESPACE_URL, _canonical(url))
    if publisher_id:
        return uuid.uuid5(_NAMESPACE, f"{(site or '').casefold()}\n{publisher_id}")
    return uuid.uuid5(_NAMESPACE, print_)
