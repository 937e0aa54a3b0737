"""Web addresses as publishers and pages write them."""

import re
from urllib.parse import quote, urljoin, urlsplit

# As the URL Standard has it: line breaks and tabs are dropped, other signs that no address has are written in per cent.
_BREAKS = re.compile(r"[\t\r\n]+")
_UNSAFE = re.compile('[\x00-\x20\x7f-\x9f"<>\ud800-\udfff]')
_NO_HOST = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\ud800-\udfff]")


def web_address(value: str | None, base: str | None = None) -> str | None:
    """An absolute http(s) address, made absolute with `base` where it is relative; None for anything else."""
    if not value:
        return None
    try:
        url = urljoin(base or "", _BREAKS.sub("", value.strip()))
        parts = urlsplit(url)
        is_web = parts.scheme.lower() in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    if not is_web or _NO_HOST.search(parts.netloc):
        return None
    return _UNSAFE.sub(lambda found: quote(found[0], errors="replace"), url)


def site_of(url: str | None) -> str | None:
    """The domain of an address, without "www."."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
