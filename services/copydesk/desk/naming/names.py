"""Names of furniture: words and shapes by which a line that was cut is called what it is.

Other than those of `roles`, which also weigh in whether a line stands, these are heard when that is decided; only where
a live blog's entries end do they tell, too. They are plainer, and go before them.
"""

import re

from copydesk.desk.frame import Role
from copydesk.desk.naming import roles
from copydesk.desk.naming.phrases import Phrases

# Said anywhere in a line: no single words of which articles and their titles are made, too.
SAID: dict[Role, tuple[str, ...]] = {
    Role.COPYRIGHT: (
        "content is protected", "may not be reproduced", "reproduction interdite", "prohibida la reproducción",
        "proibida a reprodução", "zakaz kopiowania", "перепечатка",
    ),
    Role.NEWSLETTER: (
        "schrijf u in", "schrijf u gratis in", "schrijf je in", "in uw mailbox", "in je mailbox",
        "dans votre boîte mail", "dans votre boîte aux lettres", "in ihr postfach", "in deinem postfach",
        "en tu correo", "en su correo", "no seu e-mail", "nella tua casella", "na twoją skrzynkę", "i din inkorg",
        "i din indbakke", "i innboksen", "siga o nosso canal", "siga nosso canal", "sigue nuestro canal",
        "seguici su", "följ vår kanal", "メールマガジン", "登録は無料", "会員登録は", "by signing up",
        "by clicking subscribe", "by clicking sign up", "by submitting your", "by subscribing", "by providing your",
        "your inbox", "free trial", "unlimited access", "become a member", "become a subscriber", "days free",
        "bereits abonnent", "probeabo", "kostenlos testen", "gültiges abo", "mitglied werden", "werden sie mitglied",
        "devenez membre", "essai gratuit", "accès illimité", "acceso ilimitado", "hazte socio", "prueba gratis",
        "accesso illimitato", "prova gratis", "acesso ilimitado", "onbeperkt toegang", "word lid",
        "dostęp bez limitu", "bli medlem", "abone olun", "předplaťte si", "uutiskirje", "nyhedsbrev", "bülten",
    ),
    Role.WIDGET: (
        "ad blocker", "ad-blocker", "adblock", "adblocker", "forgot your password", "forgot password",
        "forgotten your password", "log into your account", "create an account", "create account",
        "already have an account", "sign in with", "leave this field empty", "field is for validation",
        "required fields", "use cookies", "uses cookies", "use of cookies", "such as cookies", "cookie settings",
        "cookie preferences", "cookie-einstellungen", "verwendet cookies", "verwenden cookies", "nutzt cookies",
        "des cookies", "utilizza cookie", "utilizza i cookie", "utiliza cookies", "usa cookies", "gebruikt cookies",
        "plików cookie", "plików cookies", "använder cookies", "bruker cookies", "bruger cookies", "файлы cookie",
        "soubory cookie", "çerezleri", "passwort vergessen", "mot de passe oublié", "olvidaste tu contraseña",
        "password dimenticata", "esqueceu a senha", "wachtwoord vergeten", "nie pamiętasz hasła", "glömt lösenord",
        "забыли пароль", "scroll to top", "article helpful", "page helpful", "dieser artikel gefallen",
        "click to expand", "download the app", "get the app", "download our app", "app herunterladen",
        "download de app", "download onze app", "ladda ner appen", "ladda ned appen", "hent appen", "last ned appen",
        "pobierz aplikację", "скачайте приложение", "скачать приложение", "حمل التطبيق", "下载客户端", "下载app",
        "アプリをダウンロード", "앱 다운로드", "télécharger l'application", "téléchargez l'application",
        "descarga la app", "scarica l'app", "baixe o app", "uygulamasını indirin", "swipe to scroll", "screen reader",
        "try again later", "something went wrong", "no results found", "copy to clipboard", "text to speech",
        "add to cart", "your cart",
    ),
    Role.NAVIGATION: (
        "advertise with", "advertising guidelines", "advertising opportunities", "advertising policy",
        "anzeige aufgeben", "cookie policy", "cookies policy", "cookie notice", "cookie-richtlinie",
        "cookie-richtlinien", "politique de cookies", "política de cookies", "politica dei cookie", "cookiebeleid",
        "polityka cookies", "do not sell", "privacy choices", "privacy rights", "privacy notice", "skip to",
        "zum inhalt", "zum hauptinhalt", "aller au contenu", "saltar al contenido", "ir al contenido",
        "vai al contenuto", "ir para o conteúdo", "przejdź do treści", "hoppa till", "перейти к", "içeriğe geç",
        "přejít k obsahu", "hopp til", "gå til indhold", "siirry sisältöön", "editorial guidelines",
        "editorial policy", "editorial ethics", "code of conduct", "code of ethics", "terms and conditions",
        "terms & conditions", "conditions of use", "table of contents", "powered by", "designed by", "website by",
        "untermenü", "opens in new window", "open menu", "close menu", "main menu", "mega menu",
    ),
    Role.COMMENTS: (
        "will not be published", "write a comment", "join the conversation", "join the discussion",
        "be the first to comment", "comments are closed", "show comments", "view comments", "leserbrief",
        "leserbriefe", "leserkommentare", "rédiger un commentaire", "no será publicada", "non sarà pubblicato",
        "não será publicado", "wordt niet gepubliceerd", "nie zostanie opublikowany", "kommer inte publiceras",
        "не будет опубликован", "yorum yap", "yorumlar", "přidat komentář",
    ),
    Role.SHARE: (
        "click to share", "join us on", "find us on", "connect with us", "link copied", "url copied",
        "link wurde kopiert", "link kopiert", "lien copié", "enlace copiado", "link copiato", "link copiado",
        "pin for later", "pin this for later", "paylaş", "sdílet",
    ),
    Role.ADVERTISEMENT: (
        "affiliate commission", "affiliate link", "affiliate links", "affiliate-links", "earn a commission",
        "we may earn", "may receive a commission", "small commission", "independently selected",
        "advertiser disclosure", "liens d'affiliation", "enlaces de afiliados", "link di affiliazione",
        "brought to you by", "partner content", "reklamní sdělení", "weiter nach der anzeige", "artikel geht nach",
        "weiterlesen nach der anzeige", "suite après la publicité", "continua dopo la pubblicità",
        "continua após a publicidade", "continua depois da publicidade", "sigue leyendo después de",
        "continúa después de la publicidad", "tekst gaat verder", "tekst gaat door onder", "tekst loopt verder",
        "lees verder onder", "część artykułu pod", "część tekstu pod", "artikeln fortsätter under",
        "artikkelen fortsetter", "artiklen fortsætter", "продолжение после рекламы", "haberin devamı",
        "yazının devamı", "広告の後に続",
    ),
    Role.BYLINE: (
        "about the author", "about the authors", "written by", "contributed to this", "contributed reporting",
        "über den autor", "über die autorin", "à propos de l'auteur", "sobre el autor", "sobre la autora",
        "sull'autore", "sobre o autor", "over de auteur", "om författaren", "об авторе", "yazar hakkında",
    ),
    Role.RELATED: (
        "you'll also love", "you’ll also love", "you may also enjoy", "you may enjoy", "you might like",
        "previous post", "next post", "recent posts", "latest posts", "ähnliche artikel", "siehe auch",
        "neueste beiträge", "popular on", "keep reading", "continue reading", "post navigation", "ilgili haberler",
        "i̇lgili haberler",
        "související články", "relaterte artikler", "relaterede artikler", "aiheesta lisää",
    ),
}  # fmt: skip

# Said by a whole line.
_LABELS: dict[Role, str] = {
    Role.WIDGET: (
        "login;login / register;register;my account;account;create account;username;your username;password;"
        "your password;password recovery;recover your password;anmelden;registrieren;einloggen;abmelden;konto;"
        "mein konto;benutzername;passwort;schließen;ausdrucken;als pdf;suchbegriff;connexion;se connecter;déconnexion;"
        "mon compte;mot de passe;acceder;entrar;regístrate;registrarse;mi cuenta;contraseña;registrati;il mio account;"
        "cadastre-se;minha conta;senha;aanmelden;registreren;mijn account;wachtwoord;zaloguj się;zarejestruj się;"
        "moje konto;hasło;registrera;mitt konto;lösenord;вход;регистрация;личный кабинет;пароль;giriş;giriş yap;"
        "üye ol;kayıt ol;arama;ara;yazdır;přihlásit se;registrace;hledat;tisk;logg inn;min side;søk;log ind;søg;"
        "kirjaudu;kirjaudu sisään;rekisteröidy;haku;注册;註冊;登入;会員登録;新規登録;회원가입;تسجيل;i agree;agree;"
        "accept;"
        "got it;allow all;reject all;akzeptieren;alle akzeptieren;zustimmen;accepter;tout accepter;refuser;aceptar;"
        "accetta;aceitar;akkoord;accepteren;zgadzam się;godkänn;acceptera;принять;kabul et;souhlasím;godta;hyväksy;"
        "google play;app store;app gallery;increase text;decrease text;high contrast;dark mode;darkmode;yes no;yesno;"
        "scroll to top;nach oben;haut de page;cart;checkout;subtotal;warenkorb;jump to section"
    ),
    Role.SHARE: (
        "follow me;social links;social media;stay connected;stay in touch;keep in touch;x;threads;mastodon;"
        "facebooktweetpin;jaa;del artikel;soziale netzwerke;réseaux sociaux;redes sociales"
    ),
    Role.NAVIGATION: (
        "advertise;advertising;werben;mediadaten;annoncieren;cookies policy;privacy;terms;imprint;accessibility;faq;"
        "faqs;press;about;datenschutzerklärung;nutzungsbedingungen;künye;iletişim;kontakty;o nás;om os;yhteystiedot;"
        "mentions légales;table of contents;contents;in this article;in this guide;in this story;on this page;jump to;"
        "inhaltsverzeichnis;inhalt;auf dieser seite;in diesem artikel;sommaire;table des matières;au sommaire;índice;"
        "contenido;en este artículo;indice;indice dei contenuti;in questo articolo;sumário;neste artigo;inhoudsopgave;"
        "inhoud;spis treści;innehåll;i den här artikeln;содержание;оглавление;içindekiler;obsah;innhold;indhold;"
        "sisällys;المحتويات;目录;目錄;目次;목차"
    ),
    Role.RELATED: (
        "must read;must reads;recent articles;latest articles;latest posts;recent posts;more news;more articles;"
        "popular posts;popular articles;explore more;similar articles;most viewed;most watched;trending now;archives;"
        "categories;category;tag;neueste artikel;aktuelle beiträge;mehr artikel;beliebte artikel;weitere themen;"
        "kategorien;articles récents;derniers articles;articles liés;catégories;dans la même rubrique;"
        "últimas noticias;artículos relacionados;entradas recientes;categorías;ultime notizie;ultimi articoli;"
        "articoli recenti;notizie correlate;categorie;últimas notícias;artigos relacionados;posts recentes;categorias;"
        "laatste nieuws;gerelateerde artikelen;recente berichten;najnowsze;ostatnie wpisy;podobne artykuły;kategorie;"
        "senaste nytt;kategorier;последние новости;похожие статьи;рубрики;son dakika;en çok okunanlar;diğer haberler;"
        "benzer haberler;etiketler;nejčtenější;štítky;mest lest;siste nytt;mest læste;luetuimmat;aiheet;avainsanat;"
        "أخبار متعلقة;最新文章;相关文章;相關文章;新着記事;最新記事;최신기사;인기뉴스;주요뉴스"
    ),
    Role.NEWSLETTER: (
        "abo;abo testen;abonnement;abonnements;abonnenten;zum abo;jetzt testen;start free trial;join now;suscripción;"
        "suscripciones;abbonamenti;abonneren;prenumerata;subskrypcja;tilaa;abone ol;předplatné;abonner;abonnér"
    ),
    Role.COMMENTS: "most voted;newest oldest;sort by newest;komentáře;kommentit;kommentoi;discussion",
    Role.ADVERTISEMENT: "anzeigen;disclosure;affiliate disclosure;advertiser content;mainos;inzerce;ilan;annonse",
    Role.BYLINE: (
        "author;zur person;o autorze;o autorovi;om forfatteren;kirjoittajasta;关于作者;作者简介;著者について;글쓴이;"
        "عن الكاتب"
    ),
}
_LABEL_ROLES = {label.casefold(): role for role, labels in reversed(_LABELS.items()) for label in labels.split(";")}
_LONGEST_LABEL = 40  # characters
MARKS = " •□☆◦○●*:.…»>‹«<|+-→←[]()!?×"
PHRASES = Phrases(roles.PHRASES, SAID)
_CONTENTS = frozenset(
    "table of contents;contents;in this article;in this guide;in this story;on this page;jump to;inhaltsverzeichnis;"
    "auf dieser seite;in diesem artikel;sommaire;table des matières;au sommaire;índice;en este artículo;"
    "indice dei contenuti;in questo articolo;sumário;neste artigo;inhoudsopgave;spis treści;innehåll;"
    "i den här artikeln;содержание;оглавление;içindekiler;obsah;innhold;indhold;sisällys;目录;目錄;目次;목차".split(";")
)
# Links that lead on to one article, below its teaser: no heading of others.
_LEADING_ON = frozenset(
    "read more;continue reading;keep reading;full story;meer lezen;lees verder;läs mer;ver más;saiba mais;"
    "اقرأ المزيد;더 보기;más información;per saperne di più;zobacz więcej;learn more".split(";")
)

_AGO = re.compile(
    r"\W*(?:(?:vor|il y a|hace|há) )?\d{1,2} ?(?:m|min|mins|minutes?|minuten|minutos?|minuti|h|hrs?|hours?|d|days?"
    r"|weeks?|months?|std|stunden?|tage?n?|wochen?|heures?|jours?|horas?|días?|dias?|ore|giorni|uur|uren|dagen|godz|godzin|dni"
    r"|tim|dagar|часов|часа?|мин|дней|дня|saat|dakika|gün|分钟|分鐘|小时|小時|天|時間|日|分|시간|분|일)\W{0,2}"
    r"(?:ago|geleden|temu|sedan|назад|fa|atrás|önce|siden|sitten|前|전)?\W*$"
)
_MAIL = re.compile(r"[^@\n]{0,40}?[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}\W*$")
_PHONE = re.compile(r"[^\d+(]{0,30}\(?\+?\(?\d[\d\s()./–-]{6,20}[^\d]{0,12}$")
_STREET = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|blvd|boulevard|drive|suite|floor|p\.?o\. box|postfach|rue|calle|via|viale|rua"
    r"|ul|ulica|ulitsa|улица|ул|cadde|caddesi|sokak)\b|stra(?:ss|ß)e\b|str\.|straat\b|gatan\b|gade\b|katu\b|大街|路\d|号楼"
)
_ZIP = re.compile(r"(?:^|, ?)[a-z]{2},? \d{5}\b|\b[a-z]{1,2}\d{1,2} \d[a-z]{2}\b")
_PICTURE = re.compile(
    r"\W*(?:(?:thumbnail|gallery image|screenshot|photo|photograph|icon|logo|portrait|picture|image|headshot)"
    r" (?:of|for|from|\d|may contain)|no image\b|lazy loaded image|no caption provided|product logo"
    r"|(?:foto|bild|symbolbild|photo|imagen|immagine|imagem|zdjęcie|фото) (?:von|de|di|van|z) )"
)
_CREDIT = re.compile(r"(?:\W|^)(?:image|photo|picture|video)s? (?:credits?|courtesy)\b|\W?courtesy (?:of )?\w")
_BRACKETED_CREDIT = re.compile(
    r"[(\[|] ?(?:image|photo|picture|foto|bild|crédit|credit(?!/| card)|imagen|immagine|imagem|beeld|zdjęcie|fot\.|фото"
    r"|تصوير|صورة|写真|图片|摄影|사진)s?"
    r"[^()\[\]]{0,80}[)\]]\.?$"
)
_BIO_VERB = re.compile(
    r"\W*(?:[^\W\d_][\w’'.-]*,? ){1,5}(?:is|was|has|writes|covers|reports|works|joined|ist|war|schreibt|arbeitet|est"
    r"|écrit|couvre|es|escribe|è|scrive|é|escreve|schrijft|jest|pisze|är|skriver|er)\b"
)
_TRADE = re.compile(
    r"journalist|rep[oó]rter|editor|\bwriter|\bauthor|correspondent|columnist|blogger|freelanc|redakteur|autorin|\bautor"
    r"|rédact|periodist|redactor|giornalist|redattor|jornalist|redacteur|dziennikar|redaktor|redaktör|журналист|редактор"
    r"|gazeteci|muhabir|novinář|toimittaja|محرر|صحفي|记者|編集|기자"
)
_CATEGORY = re.compile(
    r"by (?:\w+ )?(?:country|industry|type|topic|category|region|date|brand|price|state|team|role|city|location"
    r"|language|year|month|size|subject|department|use case|author|name)s?\W*$"
)
_HASHTAGS = re.compile(r"(?:#[\w&]{2,40}[ ,;·|]*){1,20}$")


def named(folded: str) -> tuple[Role, str] | None:
    """The kind of furniture that a line which was cut names, and the words: its whole text, or some of it."""
    if len(folded) <= _LONGEST_LABEL:
        said = folded.strip(MARKS)
        if role := _LABEL_ROLES.get(said):
            return role, said
    return PHRASES.find(folded)


def is_contents(said: str) -> bool:
    """Announces a list of the article's own headings."""
    return said in _CONTENTS


def leads_on(folded: str) -> bool:
    """A link below the teaser of one article: "Read more"."""
    return folded.strip(MARKS) in _LEADING_ON


def is_ago(folded: str) -> bool:
    """How long ago another article came out, and nothing else."""
    return _AGO.match(folded) is not None


def is_picture(folded: str) -> bool:
    """Stands for a picture: "Image 1 of 4", "Portrait of the mayor"."""
    return _PICTURE.match(folded) is not None


def names_credit(folded: str) -> bool:
    """Names the source of a picture, in words that captions use."""
    return ("credit" in folded or "courtesy" in folded) and _CREDIT.search(folded[-150:]) is not None


def ends_in_credit(folded: str) -> bool:
    """A caption: ends by naming the source of a picture in brackets."""
    return folded.endswith((")", "]", ").")) and _BRACKETED_CREDIT.search(folded[-120:]) is not None


def contact(folded: str) -> str | None:
    """What way to reach the house a short line gives: an address, a telephone number."""
    if "@" in folded and _MAIL.match(folded):
        return "an address to write to"
    if _PHONE.match(folded) and not roles.names_date(folded):
        return "a telephone number"
    return "a postal address" if _ZIP.search(folded) or _STREET.search(folded) else None


def is_bio(folded: str) -> bool:
    """Tells who an author is."""
    return _BIO_VERB.match(folded) is not None and _TRADE.search(folded[:400]) is not None


def is_category(folded: str) -> bool:
    """Looks like a byline, and is the way that a menu is sorted: "By country"."""
    return folded.startswith("by ") and _CATEGORY.match(folded) is not None


def are_hashtags(folded: str) -> bool:
    return folded.startswith("#") and _HASHTAGS.match(folded) is not None
