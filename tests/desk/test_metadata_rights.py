"""Rights notices, and who publishes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.metadata.houses.publisher import publisher_of_series
from copydesk.desk.metadata.houses.rights import is_notice, read_rights, read_stated_rights

NOTICES = {
    "company, no year": ("Copyright © Acme Enterprises, LLC. All rights reserved.", "Acme Enterprises, LLC", None),
    "range of years": ("© 2019-2024 X Media Ltd. All rights reserved.", "X Media Ltd.", 2019),
    "year last": ("Copyright X 2019", "X", 2019),
    "(c)": ("(c) 2019 Acme", "Acme", 2019),
    "another sentence after it": ("© 2019 BBC. The BBC is not responsible for external sites.", "BBC", 2019),
    "what the company is": (
        "© 2023 The Lowland Network, Inc., A nonprofit 501 (c)(3) Charitable Organization.",
        "The Lowland Network, Inc.",
        2023,
    ),
    "whose the company is": ("© 2023 BX Interactive, LLC, a subsidiary of Black Oak LLC.", "BX Interactive, LLC", 2023),
    "Swahili": ("© 2024 Kampuni ya Magazeti. Haki Zote Zimehifadhiwa", "Kampuni ya Magazeti", 2024),
    "Hindi": ("© 2024 दैनिक प्रभात। सर्वाधिकार सुरक्षित", "दैनिक प्रभात", 2024),
    "reserved first": ("All Rights Reserved. © 2020 Forbes Media LLC", "Forbes Media LLC", 2020),
    "Arabic, with its digits": ("جميع الحقوق محفوظة © ٢٠١٩ مركز المشرق الجديد", "مركز المشرق الجديد", 2019),
    "a holder with digits of its own": ("© ٢٠٢٤ قناة ٢٤", "قناة ٢٤", 2024),
    "quotes in quotes": ("© АНО «Центр „Два берега“», 2011–2019", "АНО «Центр „Два берега“»", 2011),
    "reserved to whom": ("All rights reserved to Al-Manara Center © 2024", "Al-Manara Center", 2024),
    "reserved to whom, in Arabic": ("جميع الحقوق محفوظة لمجلة السدرة © ٢٠٢٤", "مجلة السدرة", 2024),
    "reserved to whom, with an article": ("جميع الحقوق محفوظة للسدرة © 2024", "السدرة", 2024),
    "(c) before quotes": ("(c) «Ложка дёгтя», 2022. Перепечатка запрещена", "Ложка дёгтя", 2022),
    "Indonesian company": ("Copyright 2024 PT. Kabar Pantai Raya. All Rights Reserved.", "PT. Kabar Pantai Raya", 2024),
    "the look of a blog": ("Copyright © 2024 Tin Whistle on the Feast Theme", "Tin Whistle", 2024),
    "affiliates": (
        "©2019 Guardian News & Media Limited or its affiliated companies.",
        "Guardian News & Media Limited",
        2019,
    ),
    "no holder": ("© Copyright 2019", None, 2019),
    "German": (
        "© Süddeutsche Zeitung GmbH, München. Alle Rechte vorbehalten.",
        "Süddeutsche Zeitung GmbH, München",
        None,
    ),
    "French": ("© Le Monde 2019. Tous droits réservés", "Le Monde", 2019),
    "Spanish": ("El País S.L. Todos los derechos reservados © 2019", "El País S.L.", 2019),
    "Polish": ("Copyright © 2019 Kurier. Wszelkie prawa zastrzeżone.", "Kurier", 2019),
    "Russian quotes": ("© 1999–2020 ООО «Ромашка». Все права защищены.", "ООО «Ромашка»", 1999),
    "Chinese": ("版权所有 新华社 2019", "新华社", 2019),
    "Japanese": (
        "Copyright (C) The Asahi Shimbun Company. All rights reserved. 無断転載を禁じます",
        "The Asahi Shimbun Company",
        None,
    ),
    "sentence about somebody else": (
        "© 2014 Saltmouth Trust. Website by Agency Ahoy",
        "Saltmouth Trust",
        2014,
    ),
    "company's form and its licence": (
        "© 2014 Tin Whistle Media Pte Ltd. MCI (P) 001",
        "Tin Whistle Media Pte Ltd.",
        2014,
    ),
    "Russian address": ("© 2014 АО «Маяк». 190000, Гавань", "АО «Маяк»", 2014),
    "Korean, with a word for its sign": ("<저작권자(c) 항구일보, 무단 전재-재배포, AI 학습 금지>", "항구일보", None),
    "Korean, with a sign of letters": ("Copyright (c) 항구일보. All rights reserved.", "항구일보", None),
    "sentence about the site": ("© 2014. This site is part of a network of papers.", None, 2014),
    "photographer": ("© Фото: Анна Ли", None, None),
    "Korean": ("ⓒ 연합뉴스 무단 전재 및 재배포 금지", "연합뉴스", None),
}


@pytest.mark.parametrize(("line", "holder", "year"), NOTICES.values(), ids=NOTICES.keys())
def test_a_notice_names_holder_and_year(line: str, holder: str | None, year: int | None) -> None:
    assert is_notice(line)
    rights = read_rights(line)
    assert (rights.notice, rights.holder, rights.year) == (line, holder, year)


@pytest.mark.parametrize(
    "line", ["Copyright", "Copyright law matters to all of us", "Terms and conditions", "Rights and wrongs"]
)
def test_lines_about_rights_are_no_notice(line: str) -> None:
    assert not is_notice(line)


def test_a_notice_of_what_is_reserved_names_nobody() -> None:
    assert read_rights("掲載の記事・写真の無断転載を禁じます。").holder is None
    assert read_rights("記事の無断転載を禁じます。すべての写真は法律により保護されています。").holder is None


@pytest.mark.parametrize(
    ("stated", "holder"),
    [
        pytest.param("The Lowland Times", "The Lowland Times", id="a name"),
        pytest.param("Lowland Verlag, Hamburg, Germany", "Lowland Verlag, Hamburg, Germany", id="with its town"),
        pytest.param("© 2023 Lowland Media", "Lowland Media", id="a notice"),
        pytest.param("All rights reserved", None, id="nobody"),
        pytest.param("The photographs on this page may be used where their makers are named", None, id="a sentence"),
    ],
)
def test_a_head_may_state_the_holder_alone(stated: str, holder: str | None) -> None:
    rights = read_stated_rights(stated)
    assert (rights.notice, rights.holder) == (stated, holder)


def test_an_acronym_shared_by_series_and_furniture_is_the_publisher() -> None:
    assert publisher_of_series("ABCD Spotlight", ["Home", "ABCD in Polish"]) == "ABCD"
    assert publisher_of_series("Daily Brief", ["Daily offers"]) is None


@given(st.text(max_size=300))
def test_no_line_breaks_the_reading(line: str) -> None:
    is_notice(line)
    assert read_rights(line).notice == line
