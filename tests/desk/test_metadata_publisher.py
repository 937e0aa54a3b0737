"""Who publishes a text that has lost its markup: what its own lines call the site, and when that is too little."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import RawArticle
from copydesk.desk.frame import Role, Verdict
from copydesk.desk.metadata.gather import gather
from copydesk.desk.metadata.houses.masthead import could_be_site, name_key
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.page.lines import lay_out_text

PROSE = (
    "The harbour of the small town was rebuilt after the storm of last winter, and the ferries run again since Monday, "
    "as the council decided in the spring after long talks with the fishermen and the owners of the old boats."
)
TITLE = "Harbour Rebuilt After the Winter Storm"


def publisher_of(top: str, foot: str, **stated: object) -> str | None:
    """The publisher of a page with these lines above its title and below its body."""
    text = f"{top}\n{TITLE}\nBy Ann Lee\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if line.text == PROSE else Role.OTHER, 0.9, "") for line in page.lines]
    return gather(page, verdicts, RawArticle.model_validate({"content": text, **stated})).publisher


NAMED = {
    "a newspaper on the first line": ("Saltmouth Chronicle\nNews\nSport\nJobs", "Contact us", "Saltmouth Chronicle"),
    "below a link past the menu": ("Skip to main content\nThe Saltmouth Post\nNews", "", "The Saltmouth Post"),
    "one word above a menu": ("Glimmer\nNews\nSport\nJobs", "Contact us", "Glimmer"),
    "above a menu, after an article": ("La boîte à sardines\nActualités\nSports\nCulture", "", "La boîte à sardines"),
    "above a menu, joined by a small word": ("Garn och båtar\nOm mig\nArkiv\nStickning", "", "Garn och båtar"),
    "before its slogan": ("Glimmer | Light without the shouting\nNews\nSport\nJobs", "", "Glimmer"),
    "a station and its channel": ("KXLD 9\nNews\nWeather\nSport", "", "KXLD 9"),
    "below a link past the menu, in Norwegian": ("Hopp til innhold\nKystlyset\nTV\nRadio", "", "Kystlyset"),
    "what it is published as": ("Menu", "Ebb & Flow\nEbb & Flow is a trading name of Larch Ltd", "Ebb & Flow"),
    "with nothing above the title but a date": ("Boil & Bubble\nFriday", "", "Boil & Bubble"),
    "by its kind, in quotes": ("Журнал «Ложка дёгтя»\nГлавная\nСтатьи", "(c) «Ложка дёгтя», 2022", "Ложка дёгтя"),
    "before its slogan and two dashes": ("DIJK & DUIN -- berichten van de kust\nHome | Agenda", "", "DIJK & DUIN"),
    "by a picture's words": ("跳到主要内容\n[银湾市政府]\n首页\n政务\n服务", "", "银湾市政府"),
    "below buttons, where it stands again": (
        "Zaloguj się\nMenu\nSzukaj\nWieści Nadrzeczne\nKraj\nWideo",
        "Więcej o regionie w Wieści Nadrzeczne",
        "Wieści Nadrzeczne",
    ),
    "below a link past the menu and a button": (
        "Gå til innhold\nLogg inn\nKystavisen Nord\nNyheter\nSport",
        "Følg Kystavisen Nord",
        "Kystavisen Nord",
    ),
    "by a heading that links to the front page": (
        "[Skip to content](#main)\n\n# [Tin Whistle](https://tinwhistle.example/)\n\nSubscribe",
        "",
        "Tin Whistle",
    ),
    "below a menu in a row, and in its imprint": (
        "Home Notizie Recensioni Interviste Festival Negozio\nIL QUARTO MOLO\nRecensioni",
        "Il quarto molo - Mensile - Reg. Trib. n. 1",
        "Il quarto molo",
    ),
    "right above its links to imprint and contact": (
        "Menü\nLokales\nSport",
        "Auch interessant\nHafenkrimi\nSalzmünder Anzeiger\nImpressum\nDatenschutz\n© 2019 Quay Medien GmbH",
        "Salzmünder Anzeiger",
    ),
    "right above a notice that names nobody": (
        "Menú\nMundo",
        "Director: Juan Lis\nLA BOYA DEL NORTE\nTodos los derechos reservados © 2019",
        "LA BOYA DEL NORTE",
    ),
    "with an article in capitals": (
        "Menu\nNews",
        "Copyright THE GLIMMER.\nThe Glimmer is a weekly.\n© Glimmer Ltd",
        "The Glimmer",
    ),
    "by the owner's initials": (
        "Menù\nNotizie\nMeteo\nAgenzia Lagunare",
        "© Copyright AL\nSu Agenzia Lagunare",
        "Agenzia Lagunare",
    ),
    "whose picture it is, before the photographer": (
        "Masuk\nDaerah\nEkonomi\nKabarPantai\nBola",
        "Perahu di dermaga. (KABARPANTAI/BUDI SANTO)\nCopyright 2019 PT. Kabar Pantai Raya. All Rights Reserved.",
        "KabarPantai",
    ),
    "before the agencies whose copy it used": ("Menü\nSpor", "Kaynak: Yeni Rıhtım ve ajanslar", "Yeni Rıhtım"),
    "in full at the top, in short before agencies": (
        "Gazete Yeni Rıhtım\nSpor\nDünya\nEkonomi",
        "Kaynak: Yeni Rıhtım ve ajanslar",
        "Gazete Yeni Rıhtım",
    ),
    "with quotation marks": ("ИА «Верхний Причал»\nЛента новостей", "", "ИА «Верхний Причал»"),
    "by a link to the browser's view": ("View this email in your browser\nThe Slow Quay", "", "The Slow Quay"),
    "what it says of itself in two ways": (
        "Menu\nNews",
        "More from Glimmer\nAbout Glimmer\nGlimmer is here for you",
        "Glimmer",
    ),
    "a holder that the site's lines name often": (
        "Menu\nNews",
        "Moorly jobs\nWhy Moorly\nThe Moorly shop\n© 2019 Moorly. All rights reserved.",
        "Moorly",
    ),
    "a station by its owner's call sign": ("KXLD 9\nNews\nWeather", "Copyright 2019 KXLD Media Inc.", "KXLD 9"),
    "with its section": ("The Saltmouth Post | Harbour", "", "The Saltmouth Post"),
    "after the title, as browsers show it": (
        f"{TITLE} — Tin Whistle\nTin Whistle\nNews",
        "",
        "Tin Whistle",
    ),
    "after title and section, in Chinese": (f"{TITLE}-公司-港湾财经网\n港湾财经网\n首页 要闻", "", "港湾财经网"),
    "as a heading in Markdown": ("# The Saltmouth Post\n- [News](/news)", "", "The Saltmouth Post"),
    "with its edition": ("みなと新聞デジタル\nトップ", "", "みなと新聞"),
    "in capitals, and not elsewhere": (
        "HARBOUR LIGHT\nNews\nSport",
        "Harbour Light is a co-operative of its readers.",
        "Harbour Light",
    ),
    "as a picture in Markdown": (
        "[ ![The Saltmouth Post](/static/logo.svg) ](/)\n* [News](/news)",
        "",
        "The Saltmouth Post",
    ),
    "below what describes its picture, and before the house's address": (
        "[logo] Tin Whistle\nGo\nNews",
        "© 2019 Tin Whistle Ltd, 4 Quay Street, Saltmouth",
        "Tin Whistle",
    ),
    "as a link to the front page": ("[Tin Whistle](/)\n\n* [News](/news)", "", "Tin Whistle"),
    "an institute's initials, spelled out in its imprint": (
        "[ISBC]\nHome\nAnalyses of the ISBC",
        "Instytut Studiów Bałtycko-Czarnomorskich, ul. Morska 1, Lublin\nCopyright © ISBC 2010-2020",
        "Instytut Studiów Bałtycko-Czarnomorskich",
    ),
    "an institute's initials with small words": (
        "[IRG]\nHome\nNotes de l'IRG",
        "Institut rhodanien de géopolitique\n© IRG 2024",
        "Institut rhodanien de géopolitique",
    ),
    "a broadcaster's initials": (
        "[SRF]\nNews\nMore of SRF",
        "Schweizer Radio und Fernsehen, Bern\n© SRF 2024",
        "SRF",
    ),
    "as a link with a number": (
        "[1]Tin Whistle\n[2]News [3]Sport",
        "Ann Lee is a reporter at Tin Whistle.",
        "Tin Whistle",
    ),
    "before its feed": ("#[1]Tin Whistle » Feed\n[2]News", "[3]Tin Whistle | Quay 5", "Tin Whistle"),
    "twice without a space": ("Saltmouth PostSaltmouth Post\nNews", "", "Saltmouth Post"),
    "in two scripts": ("港灣筆記 Harbour Notes\n首頁", "© 2019 港灣筆記 All Rights Reserved.", "港灣筆記"),
    "with its initials": ("Saltmouth Institute for Tides (SIT)\nNews", "", "Saltmouth Institute for Tides (SIT)"),
    "news on the net": ("港湾新闻网\n首页", "港湾新闻网版权所有 未经书面授权禁止复制", "港湾新闻网"),
    "with a space before its edition": ("港日報 電子版\nログイン", "Copyright © 港日報社", "港日報"),
    "below sizes of letters": (
        "A A+ A++ Kontrast\nPoczta Portowa\nMenu",
        "Poczta Portowa | ul. Nowa 5",
        "Poczta Portowa",
    ),
    "below a question for consent": (
        "Alle akzeptieren\nHafenlicht\nPolitik",
        "Hafenlicht. Gegründet 1950. Druck: Hafen",
        "Hafenlicht",
    ),
    "below a link past the menu, in Korean": (
        "메뉴 바로가기\n항구마당\n정치",
        "(주)항구마당 | 등록번호 00000",
        "항구마당",
    ),
    "a municipality": ("Till innehållet\nHamnby kommun\nLyssna", "Hamnby kommun", "Hamnby kommun"),
    "a sentence at the foot": (
        "TIN WHISTLE NOW\nNews\nSport",
        "Want more? Subscribe to TIN WHISTLE NOW for stories from the harbour.",
        "TIN WHISTLE NOW",
    ),
    "what must be cited": (
        "16+\nПолитика",
        "При использовании материалов ссылка на агентство «Маяк-Инфо» обязательна.",
        "Маяк-Инфо",
    ),
    "a menu in its line": (
        "Tin Whistle Wire | News | Sport | Jobs | Quay",
        "© Tin Whistle Wire 2019",
        "Tin Whistle Wire",
    ),
    "and in its name": (
        "News",
        "• Work at The Post\nCopyright 2019 The Post and Pier Inc. All rights reserved.\nThe Post and Pier is read.",
        "The Post and Pier",
    ),
    "short and in full": ("SIM - Saltmouth Institute of Mooring\nHome | About", "", "Saltmouth Institute of Mooring"),
    "holder of the rights without its form": (
        "Menu",
        "About Moorings\n© 2019 Moorings Enterprises, LLC. All rights reserved.",
        "Moorings",
    ),
    "site of a company that holds the rights": (
        "Saltmouth Chronicle\nNews",
        "© 2019 Tidewater Group Ltd. All rights reserved.",
        "Saltmouth Chronicle",
    ),
    "holder with words around the site's name": (
        "Der Hafenbote\nPolitik",
        "© Verlag Der Hafenbote GmbH & Co. KG",
        "Der Hafenbote",
    ),
    "holder, article and all": (
        "The Daily Mooring\nHealth\nPhysics",
        "Copyright 2019 Daily Mooring.",
        "The Daily Mooring",
    ),
    "lines that ask for something": (
        "Menu",
        "Subscribe to Moorings\nMoorings newsletter\nAbout Moorings\nhello@moorings.example",
        "Moorings",
    ),
    "address of an institute": (
        "Menu",
        "Centre for Harbour Policy, Quay 5, 00160 Saltmouth",
        "Centre for Harbour Policy",
    ),
    "below a feed's article": (
        "Menu",
        "The post Why the harbour smells (and how to stop it) appeared first on Salt & Crust.",
        "Salt & Crust",
    ),
    "sender of a mail": ("From: The Mooring Beat <hello@moorings.example>\nDate: 2 May 2024", "", "The Mooring Beat"),
    "twice alone, in a row of menus": (
        "Se connecter\nMa commune\nSports\nLe Courrier de l'Ource\nAccueil",
        "Le Courrier de l'Ource\nQui sommes-nous\nNous contacter",
        "Le Courrier de l'Ource",
    ),
    "of one word with a capital inside": (
        "MooringsLive\nLatest News\nCrime",
        "Follow MooringsLive on X\n(Image: MooringsLive)",
        "MooringsLive",
    ),
    "with its article in an address": (
        "[1]Portada\n[2]La Gaceta del Muelle\n[3]Cultura",
        "References\n1. https://lagacetadelmuelle.example/",
        "La Gaceta del Muelle",
    ),
    "of the house that holds the rights": (
        "Przejdź do serwisu\nGłos Przystani\nSport",
        "© 1999-2019 Głos Przystani Media sp. z o.o. Niezależnie i blisko ludzi.",
        "Głos Przystani",
    ),
    "of an Arabic house": ("ثقافة وفنون\nاقتصاد\nصحيفة المرفأ", "© 2019 دار المرفأ للصحافة والنشر", "صحيفة المرفأ"),
    "before its house": ("Menü", "© 2019 Weser-Bote, Verlag Anna Lee GmbH & Co. KG, Saltmouth", "Weser-Bote"),
    "as a publication": ("Menu", "Corpo & Porto è una pubblicazione Edizioni Molo - Via dei Tigli 8", "Corpo & Porto"),
    "published by somebody": ("Menu", "Moorings & Mud est édité par la SAS Quai, 14 rue du Port", "Moorings & Mud"),
    "with what it is": ("Menu", "Nasz Port – portal informacyjny powiatu", "Nasz Port"),
    "with its town": ("Menu", "© Copyright 2019 Mooring County Sentinel, Pelham Grove, MN", "Mooring County Sentinel"),
    "a word in common with its house": (
        "Valoramos tu privacidad\nEl Diario del Guadamar",
        "© EDITORIAL GUADAMAR COMUNICACIÓN, S.L.U.",
        "El Diario del Guadamar",
    ),
    "rather than its address": ("naszport.example\nSport", "Nasz Port – portal informacyjny powiatu", "Nasz Port"),
    "supported by readers": ("Menu", "Low Moorings is a reader-supported publication.", "Low Moorings"),
    "as a Russian medium": (
        "16+\nНовости",
        "Сетевое издание «Северный причал». Учредитель: АНО «Мол»",
        "Северный причал",
    ),
    "below what a writer's platform says": ("Abrir no app\nPublicado em\nCais Torto\nInício", "", "Cais Torto"),
    "as a heading that links to the front page": (
        "[Skip to content](#content)\n\n# [The Slow Lock](https://slowlock.example/)\n\nMenu",
        "slowlock.example",
        "The Slow Lock",
    ),
    "before a menu, on the first line": (
        "The Saltmouth Argus | NEWS | SPORT | LIFESTYLE | CLASSIFIEDS | OBITUARIES | LETTERS | FERRY TIMES",
        "",
        "The Saltmouth Argus",
    ),
    "behind its owner's rights": (
        "Menu",
        "© 2019 STQ Publishing Ltd or its licensors. All rights reserved. | The Saltmouth Courier",
        "The Saltmouth Courier",
    ),
    "an agency, in Italian": ("Agenzia Salpa\nNotizie", "© Copyright Salpa", "Agenzia Salpa"),
    "with a word like a legal form": ("Moorings Group\nMedia", "© 2019 Moorings Group, Inc.", "Moorings Group"),
    "below buttons that end alike": (
        "Alles accepteren\nAlles weigeren\nMooring Post-Dispatch\nHome\nSport",
        "",
        "Mooring Post-Dispatch",
    ),
    "of two that merged, in a word": (
        "Menu\nNews\nSaltmouth Star-Gazette",
        "Saltmouth Star-Gazette",
        "Saltmouth Star-Gazette",
    ),
    "a newspaper, in Czech": ("Přístavní deník\nZprávy\nSport", "", "Přístavní deník"),
    "below buttons that a dump glued, and whose the picture is": (
        "SportExpand\nQuayExpand\nMooringsLive",
        "The pier at dawn (Image: MooringsLive)\nFollow MooringsLive",
        "MooringsLive",
    ),
    "on the trail, and whose the picture is": (
        "Le Quai\nSports\nCulture\nLe Quai › Sports",
        "La jetée. Photo : Le Quai / Anne Lis",
        "Le Quai",
    ),
    "with a link to the front page": ("SMR News Home\nMenu", "© 2019 SMR", "SMR News"),
    "spelled out where the picture is": (
        "SMR News Home\nMenu",
        "The pier at dawn. (Saltmouth Mooring Radio: Ann Lee)\n© 2019 SMR",
        "Saltmouth Mooring Radio",
    ),
    "a broadcaster's news": ("SMR\nMenu\nSMR News\nSport", "About the SMR\nContact SMR News\n© 2019 SMR", "SMR News"),
    "a broadcaster, above a menu": ("SMR\nMenu\nSMR News\nSMR Sport", "About the SMR\n© 2019 SMR", "SMR"),
    "behind who took the picture": (
        "Le Quai\nMenu\nSports",
        "La jetée. | Photo : Anne Lis, Le Quai",
        "Le Quai",
    ),
    "a trading name, behind the notice": (
        "Menu",
        "Registered in England No. 00000. Mud & Moorings is a trading name of Quay Ltd.",
        "Mud & Moorings",
    ),
    "an offer of a company, in German": ("Menü", "Hafenkompass ist ein Angebot der Kai Medien GmbH", "Hafenkompass"),
    "part of a house, in Norwegian": ("Meny", "Kailiv er en del av Brygge Forlag AS", "Kailiv"),
    "with the form that Indian companies have": (
        "Menu\nThe Mooring Sentinel",
        "Copyright © 2019 The Mooring Sentinel [P] Ltd. All rights reserved.",
        "The Mooring Sentinel",
    ),
    "a newspaper, in Russian": ("Причальные вести | Новости района\nСпорт", "", "Причальные вести"),
    "an independent magazine": (
        "Menu",
        "Moorings & Mud is an independent magazine. Please support us.",
        "Moorings & Mud",
    ),
    "part of a house": ("Opinie", "Kaairand maakt deel uit van Uitgeverij Kade nv", "Kaairand"),
    "one word before a slogan, right above the title": ("Glimmer – light and news without any shouting", "", "Glimmer"),
    "source of a press release": ("SEND A RELEASE", "SOURCE Moorings, Inc.\n© 2019 ReleaseLine LLC.", "Moorings, Inc."),
}


def publisher_of_release(opening: str, head: str = "Persbericht", foot: str = "") -> str | None:
    text = f"{head}\n{TITLE}\n8 January 2019\n\n{opening}{PROSE}\n\n{PROSE}\n\n{foot}\n"
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if PROSE in line.text else Role.OTHER, 0.9, "") for line in page.lines]
    return gather(page, verdicts, RawArticle.model_validate({"content": text})).publisher


def test_the_newspaper_whose_copy_a_line_names_is_the_publisher() -> None:
    assert publisher_of("", "", url=None) is None
    assert (
        publisher_of_release("", "Il Corriere del Porto, martedì 8 gennaio 2019, pagina 3") == "Il Corriere del Porto"
    )
    for line in (
        "Ann Lee, 8 January 2019, page 3",
        "From The Saltmouth Courier, 8 January 2019",
        "Quay, 8 January 2019",
    ):
        assert publisher_of_release("", line) is None
    assert publisher_of_release("", "Morning Express, 8 January 2019 - 5 min 41 sec") is None


def test_a_release_says_whose_it_is() -> None:
    assert publisher_of_release("", "Pressemitteilung der Reederei Ebbe vom 8. Januar 2019") == "Reederei Ebbe"
    assert publisher_of_release("", "Pressemelding fra Kystlaget, 8. januar 2019") == "Kystlaget"


def test_where_an_article_appeared_first_is_its_publisher_where_nothing_else_is() -> None:
    foot = "This article first appeared in The Slow Quay and is republished with permission."
    assert publisher_of_release("", "Menu", foot) == "The Slow Quay"
    assert publisher_of("Saltmouth Chronicle\nNews\nSport", foot) == "Saltmouth Chronicle"
    assert publisher_of_release("", "Menu", "This article first appeared in print on 8 January.") is None


def test_an_agency_is_the_publisher_of_its_own_dispatch() -> None:
    assert publisher_of_release("SALTMOUTH (Havana Wire) - ", "HAVANA WIRE") == "Havana Wire"
    assert publisher_of_release("港湾社雲嶺1月8日电 ", "港湾社\n快讯") == "港湾社"
    assert publisher_of_release("他社雲嶺1月8日电 ", "港湾社\n快讯") is None
    assert publisher_of_release("SALTMOUTH (Havana) - ", "WIRE\nHavana") == "Havana"
    assert publisher_of_release("ПРИЧАЛ, 8 января. /Маяк-Информ/. ", "Лента\nПогода\nМаяк-Информ") == "Маяк-Информ"
    assert publisher_of_release("ПРИЧАЛ, 8 января. /Маяк-Информ/. ", "Лента\nПогода") is None
    assert publisher_of_release("SALTMOUTH (dpa) - ", "WIRE\ndpa") is None
    assert publisher_of_release("SALTMOUTH (Havana) - ", "WIRE") is None


def test_a_press_release_is_by_the_house_that_it_tells_of() -> None:
    about = "Over Ministerie van Zout en Zee\nMinisterie van Zout en Zee zorgt voor droge voeten."
    assert publisher_of_release("Ministerie van Zout en Zee bouwt. ", foot=about) == "Ministerie van Zout en Zee"
    assert publisher_of_release("", foot=about) is None
    assert publisher_of_release("Ann Lee said so. ", foot="About Ann Lee\nAnn Lee writes.") is None
    town = "About Marlow\nMarlow is a town on the river."
    assert publisher_of_release("Marlow votes. ", head="News", foot=town) is None


@pytest.mark.parametrize(("top", "foot", "publisher"), NAMED.values(), ids=NAMED.keys())
def test_a_page_names_its_publisher(top: str, foot: str, publisher: str) -> None:
    assert publisher_of(top, foot) == publisher


UNNAMED = {
    "a section after the title": (f"{TITLE} — Opinion\nNews\nSport", ""),
    "menus": ("Skip to content\nMenu\nNews\nSport\nLatest News", "Contact us\nAbout us\nSubscribe"),
    "a holder that the page does not speak of": ("Menu", "© 2019 Tidewater. All rights reserved."),
    "the state": ("Cookies on this site\nMenu", "© Crown copyright"),
    "nobody": ("Menu", "© 2019. All rights reserved by the authors"),
    "who signed the article": ("Ann Lee\nHome\nAbout Ann Lee", "About Ann Lee\nFollow Ann Lee\n© 2019 Ann Lee"),
    "an agency whose report it prints": ("Menu", f"{PROSE.replace('council', 'Reuters')}\n© 2019 Reuters"),
    "networks": ("Menu", "Follow us on Facebook\nFacebook\nSubscribe on YouTube"),
    "all news": ("Все новости\nПолитика", "Все новости"),
    "who shot the picture": ("Menu", "© Foto: Ann Lee\nAnn Lee"),
    "a button that is a word of newspapers": ("Share this post\nNews", "Share this post\nContact us"),
    "a site that does not name itself": (
        "Menu",
        "Ce site est édité par la SAS Quai\nThis website is published by Quay Ltd",
    ),
    "somebody who writes": ("Menu", "Jane Roe is a contributor to several publications and lives in Saltmouth."),
    "a paper that is quoted": ("Меню", "Как сообщает газета «Причал», порт откроют весной"),
    "a category on a platform": ("Menu", "Published in\nLocal Stories"),
    "a platform": ("Menu", "Substack is the home for great writing"),
    "a slogan": ("Truth for the harbour towns.\nNews", "Truth for the harbour towns."),
    "a button below a link past the menu": ("Перейти к содержанию\nЛичный кабинет\nСпорт\nКультура", ""),
    "a button, in Vietnamese": ("Đăng nhập\nThể thao\nVăn hóa\nKinh tế", ""),
    "a tool, in Turkish capitals": ("SON DAKİKA\nSPOR\nDÜNYA\nYAZARLAR", ""),
    "the name of a part of the page": ("Skriv ut\nHavn\nFerger\nTorsk", ""),
    "the first section below a button": ("Iniciar sesión\nPuertos\nBarcos\nPesca", "Puertos"),
    "an invitation below a button": (
        "Menu\nSubscribe to our newsletter\nMenu\nPorts\nBoats\nFish",
        "Subscribe to our newsletter",
    ),
    "languages": ("Skip to content\nРус Eng\nPorts\nBoats\nFish", ""),
    "who owns it, in its foot": ("Menu\nNews", "Saltmouth News Group Limited\nContact us"),
    "a link in the foot": ("Menu\nNews", "Watch Saltmouth News\nAbout us"),
    "a source that is no house": ("Menu\nNews", "Source: agencies\nSource: Ann Lee, Planet and others"),
    "who wrote it, above a notice": ("Menu\nNews", "Ann Lee\nAll rights reserved © 2019"),
    "terms above a notice": ("Menu\nNews", "Privacy Policy\nAll rights reserved © 2019"),
    "two papers of a group in its foot": (
        "Menu\nNews",
        "Saltmouth Gazette\nContact us\nMoorly Gazette\nContact us",
    ),
    "a file": ("[logo_pc]\nPorts\nBoats\nFish", ""),
    "an item of the menu": ("Family Notices\nHarbour\nFerries", "• Family Notices\n• Harbour"),
    "a section among others of its kind": (
        "Home\nTruck News\nVan News\nBoats\nTrains\nPlanes\nCars\nBikes\nTrams",
        "",
    ),
    "a menu in a row": ("News Politics Sport Culture Video Opinion Business", ""),
    "whom the article is by": ("Menu", "More from Ann\nAnn is a reporter"),
    "a section": ("News\nHarbour\nFerries", "More from Harbour"),
    "who sent a mail": ("From: Ann Lee <ann@mail.example>\nDate: 2 May 2024", ""),
    "a post of another kind": ("Menu", "The post office scandal first appeared on Computer Weekly."),
    "a section's label right above the title": ("Harbour", ""),
    "buttons that a dump glued": ("WatchlistSearch\nNews\nSport\nJobs", ""),
    "the weather": ("Saltmouth 31° Cloudy\nNews\nSport\nJobs", ""),
    "what is small in a sentence": ("Burger menu black\nNews\nSport\nJobs", ""),
    "a label before a section": ("FEATURE Lock-keepers\nNews\nSport\nJobs", ""),
    "whose the picture is": ("Menu\nHarbour", "The pier at dawn (Image: Saltmouth Archive)"),
    "whose the rights and the picture are, and the newspapers": (
        "Menu",
        "The pier at dawn (Image: Tidewater Media)\n© 2019 Tidewater Media Ltd. All rights reserved.",
    ),
    "buttons glued to what opens them": ("HarbourExpand\nSportExpand\nMySettings\nJobs", ""),
    "an address to be given": ("Enter your e-mail for alerts\nMenu", ""),
    "a section before another": ("Harbour – Ferries", ""),
    "whom a group has": ("Menu", "Anne Lis fait partie du groupe de travail."),
    "a sentence": ("Welcome, and thank you for your visit\nMenu", ""),
}


@pytest.mark.parametrize(("top", "foot"), UNNAMED.values(), ids=UNNAMED.keys())
def test_what_is_no_publisher_is_left_out(top: str, foot: str) -> None:
    assert publisher_of(top, foot) is None


def test_the_address_of_the_page_speaks_for_a_name() -> None:
    top = "Moorings\nNews"
    assert publisher_of(top, "") is None
    assert publisher_of(top, "", url="https://www.moorings.example/harbour") == "Moorings"


def test_a_newspaper_that_signs_an_article_is_still_its_publisher() -> None:
    text = f"The Saltmouth Courier\nNews\n{TITLE}\nBy The Saltmouth Courier\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n"
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if line.text == PROSE else Role.OTHER, 0.9, "") for line in page.lines]
    assert gather(page, verdicts, RawArticle(content=text)).publisher == "The Saltmouth Courier"


def test_names_are_the_same_without_article_and_domain() -> None:
    assert name_key("The Daily Planet") == name_key("dailyplanet.com") == name_key("DAILY PLANET")
    assert name_key("L'Écho du Port") == name_key("Écho du port")


@settings(max_examples=30)
@given(st.text(max_size=80))
def test_no_line_breaks_the_reading(line: str) -> None:
    could_be_site(line)
    name_key(line)
    publisher_of(line, line)


@pytest.mark.parametrize(
    ("document", "publisher"),
    [
        (f"{TITLE} | Saltmouth Institute for Ports", "Saltmouth Institute for Ports"),
        (f"{TITLE} - The Saltmouth Post", "The Saltmouth Post"),
        (TITLE, None),
        ("Harbour - Rebuilt After the Winter Storm", None),
    ],
    ids=["behind a bar", "behind a dash", "the title alone", "a dash within the title"],
)
def test_a_documents_title_is_the_articles_and_the_sites_name(document: str, publisher: str | None) -> None:
    html = f"<html><head><title>{document}</title></head><body><h1>{TITLE}</h1><p>{PROSE}</p></body></html>"
    page = lay_out_html(html)
    verdicts = [Verdict(Role.PARAGRAPH if line.text == PROSE else Role.OTHER, 0.9, "") for line in page.lines]
    assert gather(page, verdicts, RawArticle(content=html)).publisher == publisher


@pytest.mark.parametrize(
    "button",
    [
        "تسجيل الدخول",
        "بث حي",
        "メニュー",
        "マイページ",
        "Masuk",
        "Mon compte",
        "Mijn account",
        "Giriş yap",
        "로그인",
        "登入",
        "Вход",
    ],
)
def test_no_button_is_a_site_in_any_language(button: str) -> None:
    assert not could_be_site(button)


@pytest.mark.parametrize("name", ["Última Hora", "Ara", "L'Écho", "Live Mint", "Mail"])
def test_newspapers_called_like_buttons_may_be_sites(name: str) -> None:
    assert could_be_site(name)


def test_buttons_of_a_menu_are_no_publisher() -> None:
    assert not could_be_site("Menú Buscar DIARIO DEL CAUDAL Suscríbete Iniciar sesión")
    assert could_be_site("Diario del Caudal")
    assert could_be_site("Daily Comment")
    assert could_be_site("Print & Share Weekly")


@pytest.mark.parametrize(
    ("top", "dateline", "foot", "publisher"),
    [
        ("ALN0231 3 CI", "Quai (ALN) – ", "© Alpine Nachrichtenagentur", "Alpine Nachrichtenagentur"),
        ("Menu\nNews", "QUAY (XYZ) - ", "© Alpine Nachrichtenagentur", None),
    ],
    ids=["by its initials", "another's"],
)
def test_the_agency_of_a_dispatch_is_its_publisher(top: str, dateline: str, foot: str, publisher: str | None) -> None:
    text = f"{top}\n{TITLE}\n8 January 2019\n\n{dateline}{PROSE}\n\n{PROSE}\n\n{foot}\n"
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if PROSE in line.text else Role.OTHER, 0.9, "") for line in page.lines]
    assert gather(page, verdicts, RawArticle(content=text)).publisher == publisher
