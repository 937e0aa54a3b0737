"""Captions inside an article: what names a picture's source goes, unless the judge is sure that it is text."""

import numpy as np
import pytest

from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.proof.captions import cut_captions

BODY = "The council voted on Tuesday to close the pool, which was built in 1931 and has leaked ever since."


def read(line: str, sure: float) -> list[str]:
    page = lay_out_text(f"{BODY}\n\n{line}\n\n{BODY}")
    certainty = np.array([0.95, sure, 0.95])
    kept = cut_captions(page.lines, np.ones(3, bool), certainty)
    return [each.text for each, stands in zip(page.lines, kept, strict=True) if stands]


@pytest.mark.parametrize(
    "line",
    [
        "The pool on its last day. Photo: Ann Lee",
        "Swimmers leave the pool for the last time. (Image credit: Orchard Post)",
        "Swimmers say the vote may harm the old town. (Mohamed Lee/The Orchard Post)",
        "Foto: Marte Holm / Dagens Hage",
        "Swimmers leave the pool on Tuesday Getty Images",
        "Swimmers leave the pool on Tuesday (AFP).",
        "The pool on its last day. Reuters",
        "Das Bad am letzten Tag. © Theo Holm/Gartenbote",
        "Portrait of the mayor",
        "시의회 앞에서 인사하고 있다. [사진 = 김혜진 기자]",
        "最終日のプール＝１３日午後（代表撮影）",
    ],
)
def test_a_caption_goes(line: str) -> None:
    assert read(line, 0.8) == [BODY, BODY]
    assert read(line, 0.95) == [BODY, line, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "He declined to comment when contacted by Reuters.",
        "The plan was first reported by the Associated Press.",
        "“We had no warning,” she told Reuters.",
        "Zuvor hatte die dpa berichtet.",
        "Le parquet a confirmé cette information à l'AFP.",
        "In 2019 the rights to 3,000 of the negatives were bought by Getty Images.",
        "The pesticide was banned in 2019 by the EPA.",
        "据新华社报道，全国的胶片店已不足百家。",
        "この日のことは共同通信も伝えた。",
        "The pool kept a ledger of its members (credit card statements were shown to the court).",
        "Bring your wallet (credit/debit cards, cash, a note from the doctor)",
        "The photographer said that nobody had given her credit for the picture of the pool.",
        "The plants are sold under two names (golden pothos / devil's ivy).",
        "据国家航天局国际合作司副司长姚建廷说，航天科技是当今世界的前沿，他对记者拍摄：各国代表都说好，会议开了三天三夜，来了九十九国。"
        * 3,
    ],
)
def test_text_stays(line: str) -> None:
    assert read(line, 0.8) == [BODY, line, BODY]


def test_an_article_of_nothing_but_captions_stays_whole() -> None:
    page = lay_out_text("The pool. Photo: Ann Lee\n\nThe mayor. Photo: Ann Lee")
    assert cut_captions(page.lines, np.ones(2, bool), np.full(2, 0.6)).all()
