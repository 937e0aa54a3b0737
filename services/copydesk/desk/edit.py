"""The desk's one job, as the list of its steps."""

import hashlib
from typing import cast

from copydesk.article import Article, ContentType, Editor, RawArticle, Source, Warning
from copydesk.desk.body import compose, compose_as_sent
from copydesk.desk.decode import decode
from copydesk.desk.frame import Copy, Page, Role, Verdict
from copydesk.desk.identity import fingerprint, identify
from copydesk.desk.judging.judge import judge
from copydesk.desk.language import contradicted, detect, uncertain
from copydesk.desk.metadata.gather import gather
from copydesk.desk.models import model_versions
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.text import lay_out_paragraphs
from copydesk.desk.receipt import write_receipt
from copydesk.desk.tags.tag import TagRules, tag, untagged
from copydesk.errors import NoArticleError
from copydesk.version import __version__


def edit(raw: RawArticle, rules: TagRules | None = None) -> Article:
    """Turn a raw article into a clean, structured event.

    rules: what an operator decides about tags.

    A pure function: the same input gives the same event on any machine. Raises a RejectedError (ContentError,
    NoArticleError) whose text says what is wrong with the input.
    """
    copy = decode(raw)
    page = _lay_out(copy, raw.clean)
    if not page.lines:
        raise NoArticleError("the content has no visible text")
    verdicts = _keep_all(page) if raw.clean else judge(page)
    matter = gather(page, verdicts, raw)
    if not raw.clean:
        verdicts = [matter.claims.get(i, verdict) for i, verdict in enumerate(verdicts)]
    body = compose_as_sent(page, verdicts) if raw.clean else compose(page, verdicts)
    if not body.blocks:
        raise NoArticleError("no line of the content reads like an article")
    language = detect(body.text, matter.language)
    print_ = fingerprint(matter.title, body.text)
    return Article(
        id=identify(matter.url, matter.site, raw.id, print_),
        fingerprint=print_,
        url=matter.url,
        site=matter.site,
        title=matter.title,
        subtitle=matter.subtitle,
        series=matter.series,
        issue=matter.issue,
        breadcrumb=matter.breadcrumb,
        publisher=matter.publisher,
        authors=matter.authors,
        published=matter.published,
        modified=matter.modified,
        language=language,
        body=body,
        reading_minutes=matter.reading_minutes,
        rights=matter.rights,
        tags=tag(
            body.text,
            title=matter.title,
            language=language.code,
            authors=matter.authors,
            publisher=matter.publisher,
            site=matter.site,
            rules=rules or TagRules(),
        ),
        removed=write_receipt(page, verdicts),
        warnings=[
            *copy.warnings,
            *_unknown_fields(raw),
            *matter.warnings,
            *uncertain(language),
            *contradicted(raw.language, language),
            *untagged(language.code),
        ],
        source=_source(raw, copy),
        editor=Editor(version=__version__, models=model_versions() | _own_taxonomy(rules)),
    )


def _lay_out(copy: Copy, clean: bool) -> Page:
    if copy.media_type != "text/plain":
        return lay_out_html(copy.text)
    return lay_out_text(copy.text) if clean else lay_out_paragraphs(copy.text)


def _keep_all(page: Page) -> list[Verdict]:
    return [Verdict(Role.PARAGRAPH, 1.0, "the publisher calls this text clean") for _ in page.lines]


def _unknown_fields(raw: RawArticle) -> list[Warning]:
    return [
        Warning(code="unknown_field", message=f"field {name}: not part of a raw article, kept under source.meta")
        for name in raw.model_extra or {}
    ]


def _own_taxonomy(rules: TagRules | None) -> dict[str, str]:
    return {"taxonomy": rules.taxonomy.version} if rules and rules.taxonomy else {}


def _source(raw: RawArticle, copy: Copy) -> Source:
    data = raw.data()
    meta = dict(raw.meta)
    for name, value in (raw.model_extra or {}).items():
        while name in meta:
            name += "_"  # noqa: PLW2901 - the publisher's own meta stays as it is
        meta[name] = value
    return Source(
        id=raw.id,
        content_type=cast("ContentType", copy.media_type),
        charset=copy.charset,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        meta=meta,
    )
