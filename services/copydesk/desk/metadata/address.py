"""Web addresses as publishers and pages write them."""

from urllib.parse import urljoin, urlsplit


def web_address(value: str | None, base: str | None = None) -> str | None:
    """An absolute http(s) address, made absolute with `base` where it is relative; None for anything else."""
    if not value:
        return None
    try:
        url = urljoin(base or "", value.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def site_of(url: str | None) -> str | None:
    """The domain of an address, without "www."."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
