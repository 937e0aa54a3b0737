"""What a line that is not the article is for: the words and signs by which each kind of furniture is known.

One table for all languages. A phrase counts at a word's edge, whatever its case; scripts without spaces anywhere.
The order is the order of trust: what says "copyright" is no navigation even if it also says "home".
"""

import html
import re
from collections.abc import Iterable, Mapping

from copydesk.desk.frame import Role

# What offers something beside the article.
OFFERS = frozenset({Role.WIDGET, Role.COMMENTS, Role.RELATED, Role.NEWSLETTER, Role.ADVERTISEMENT, Role.SHARE})

_MONTH = (
    "jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|brero|braio)?|f[ée]vr(?:ier)?|fevereiro|mar(?:ch|s|zo|ço)?|märz|maart"
    "|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|ma[iyjg]|mayo|maio|maggio|jun[ei]?|juin|juni|junio|junho|giugno|jul[yi]?"
    "|juil(?:let)?|julio|julho|luglio|aug(?:ust|usti|ustus)?|ao[uû]t|agosto|sept?(?:ember|embre|iembre|tembre)?|setembro|settembre"
    "|o[ck]t(?:ober|obre|ubre)?|outubro|ottobre|nov(?:ember|embre|iembre|embro)?|de[czs](?:ember|embre|iembre|embro)?|d[ée]c(?:embre)?|dicembre"
    "|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)

PHRASES: dict[Role, tuple[str, ...]] = {
    Role.COPYRIGHT: (
        "©", "(c) 19", "(c) 20", "copyright", "all rights reserved", "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos reservados", "derechos reservados",
        "tutti i diritti riservati", "riproduzione riservata", "todos os direitos reservados",
        "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "prawa zastrzeżone",
        "alla rättigheter förbehållna", "все права защищены", "جميع الحقوق محفوظة", "حقوق النشر", "版权所有",
        "版權所有", "著作権", "無断転載", "무단 전재", "무단전재", "저작권자",
    ),
    Role.COMMENTS: (
        "comments", "comment", "your comment", "leave a reply", "leave a comment", "post a comment", "reply",
        "add a comment", "log in to reply", "kommentare", "kommentar", "kommentieren", "antworten", "commentaires",
        "commenter",
        "laisser un commentaire", "comentarios", "comentar", "deja un comentario", "responder", "commenti",
        "commenta", "lascia un commento", "rispondi", "comentários", "deixe um comentário", "reacties", "reageer",
        "komentarze", "komentarz", "skomentuj", "odpowiedz", "kommentarer", "kommentera", "svara", "комментарии",
        "комментировать", "ответить", "комментариев", "تعليقات", "أضف تعليق", "تعليق", "评论", "留言", "發表評論",
        "コメント", "댓글",
    ),
    Role.NEWSLETTER: (
        "newsletter", "newsletters", "sign up", "subscribe", "subscription", "inbox", "email address",
        "e-mail address", "your email", "abonnieren", "anmelden zum", "infolettre", "s'abonner", "abonnez-vous",
        "inscrivez-vous", "lettre d'information", "boletín", "suscríbete", "suscribirse", "suscríbase",
        "iscriviti", "abbonati", "assine", "inscreva-se", "boletim", "nieuwsbrief", "abonneer", "meld je aan",
        "newslettera", "zapisz się", "subskrybuj", "prenumerera", "nyhetsbrev", "подпишитесь", "подписаться",
        "рассылка", "рассылку", "النشرة البريدية", "اشترك", "订阅", "訂閱", "電子報", "メルマガ", "ニュースレター",
        "購読", "구독", "뉴스레터",
    ),
    Role.SHARE: (
        "share", "share this", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "instagram",
        "youtube", "flickr", "telegram", "reddit", "tiktok", "copy link", "follow us", "like us", "watch us",
        "email this", "rss", "pocket", "flipboard", "bluesky", "teilen", "folgen sie", "folge uns",
        "link kopieren", "partager", "suivez-nous", "copier le lien", "compartir", "síguenos", "copiar enlace",
        "condividi", "seguici", "compartilhar", "compartilhe", "siga-nos", "delen", "volg ons", "udostępnij",
        "obserwuj nas", "dela", "följ oss", "поделиться", "вконтакте", "одноклассники", "мы в соцсетях", "مشاركة",
        "شارك", "تابعنا", "فيسبوك", "تويتر", "分享", "微博", "微信", "シェア", "フォロー", "ツイート", "공유",
        "페이스북", "트위터", "카카오톡",
    ),
    Role.ADVERTISEMENT: (
        "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "promoted",
        "paid content", "ad", "ads", "anzeige", "werbung", "publicité", "annonce", "sponsorisé", "publicidad",
        "patrocinado", "pubblicità", "sponsorizzato", "publicidade", "advertentie", "reklama", "reklam", "annons",
        "story continues below", "article continues below", "continues after advertisement",
        "advertisement - scroll to continue", "la suite après cette publicité", "lesen sie nach der anzeige weiter",
        "artykuł sponsorowany", "реклама", "на правах рекламы", "إعلان", "إعلانات", "广告", "廣告", "広告", "광고",
    ),
    Role.RELATED: (
        "related", "read more", "read also", "see also", "more from", "more on", "more stories", "recommended",
        "you may also like", "you might also like", "you may also be interested in", "you might also be interested in",
        "you may be interested in", "you might be interested in", "most read", "most popular", "trending", "popular",
        "latest news",
        "latest", "also read", "up next", "don't miss", "next article", "previous article", "next story",
        "in this section", "editor's picks", "top stories", "further reading", "mehr zum thema", "lesen sie auch",
        "auch interessant", "meistgelesen", "weitere artikel", "mehr aus", "zum thema",
        "das könnte sie auch interessieren", "à lire aussi", "lire aussi", "sur le même sujet", "les plus lus",
        "articles similaires", "à lire également", "voir aussi", "lee también", "te puede interesar", "más leídas",
        "más leído", "relacionados", "noticias relacionadas", "le puede interesar", "ver más", "leggi anche",
        "potrebbe interessarti", "più letti", "articoli correlati", "leia também", "mais lidas", "veja também",
        "saiba mais", "lees ook", "meest gelezen", "gerelateerd", "meer over", "czytaj też", "czytaj także",
        "zobacz także", "zobacz też", "najczęściej czytane", "polecane", "powiązane", "läs också", "läs även",
        "läs mer", "mest läst", "relaterat", "читайте также", "по теме", "популярное", "самое читаемое",
        "смотрите также", "ещё по теме", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "الأكثر قراءة", "مواضيع ذات صلة",
        "相关阅读", "相关新闻", "延伸阅读", "延伸閱讀", "相關新聞", "推荐阅读", "热门", "関連記事",
        "あわせて読みたい", "おすすめ", "人気記事", "ランキング", "관련기사", "관련 기사", "많이 본", "추천 기사",
        "인기 기사", "related stories", "related articles", "related content", "more stories", "read next",
        "what to read next", "more like this", "filed under", "tags", "topics", "keywords", "schlagworte",
        "schlagwörter", "themen", "meistgelesene artikel", "passend zum thema", "en lien", "sur le même thème",
        "étiquettes", "mots-clés", "más información", "más noticias", "lo más leído", "lo más visto", "etiquetas",
        "temas", "archivado en", "palabras clave", "también te puede interesar", "per saperne di più",
        "approfondimenti", "parole chiave", "notícias relacionadas", "palavras-chave", "mais sobre", "meer lezen",
        "lees verder", "trefwoorden", "zobacz więcej", "więcej na temat", "tagi", "słowa kluczowe", "mer om",
        "relaterade artiklar", "ämnen", "материалы по теме", "другие новости", "теги", "метки", "ключевые слова",
        "إقرأ أيضا", "اقرأ المزيد", "مواضيع متعلقة", "الكلمات المفتاحية", "وسوم", "标签", "關鍵字", "更多新闻",
        "猜你喜欢", "热点推荐", "les også", "læs også", "čtěte také", "lue myös", "citește și", "διαβάστε επίσης",
        "ayrıca oku", "タグ", "キーワード", "関連リンク", "こちらもおすすめ", "태그", "더 보기", "함께 본 기사",
    ),
    Role.WIDGET: (
        "font", "font size", "text size", "print", "listen", "loading tweet", "rate this", "skip ad",
        "bookmark", "loading", "click here to", "play video",
        "search", "enter your", "cookies", "cookie", "accept all", "privacy settings", "javascript",
        "your browser", "log in", "sign in", "download the app", "vote", "poll", "weather", "schriftgröße",
        "drucken", "vorlesen", "merken", "suche", "imprimer", "écouter", "taille du texte", "rechercher",
        "se connecter", "imprimir", "escuchar", "tamaño de letra", "buscar", "iniciar sesión", "stampa", "ascolta",
        "cerca", "accedi", "ouvir", "pesquisar", "afdrukken", "luister", "zoeken", "inloggen", "drukuj",
        "rozmiar czcionki", "szukaj", "zaloguj", "skriv ut", "lyssna", "sök", "logga in", "печать", "распечатать",
        "размер шрифта", "поиск", "войти", "طباعة", "حجم الخط", "بحث", "تسجيل الدخول", "打印", "字号", "字体",
        "搜索", "登录", "印刷", "文字サイズ", "検索", "ログイン", "인쇄", "글자 크기", "글씨", "검색", "로그인",
    ),
    Role.NAVIGATION: (
        "home", "menu", "skip to content", "skip to main content", "about us", "contact us", "contact", "site map",
        "sitemap", "terms of use", "terms of service", "privacy policy", "back to top", "mobile version",
        "all topics", "sections", "archive", "help", "careers", "jobs", "login", "startseite", "impressum",
        "datenschutz", "kontakt", "über uns", "zum inhalt springen", "agb", "accueil", "mentions légales",
        "plan du site", "qui sommes-nous", "inicio", "aviso legal", "contacto", "quiénes somos", "mapa del sitio",
        "chi siamo", "contatti", "mappa del sito", "início", "contato", "quem somos", "mapa do site", "over ons",
        "naar de inhoud", "strona główna", "o nas", "regulamin", "polityka prywatności", "hem", "om oss",
        "till innehållet", "главная", "о нас", "контакты", "карта сайта", "الرئيسية", "من نحن", "اتصل بنا", "首页",
        "首頁", "关于我们", "联系我们", "ホーム", "トップ", "会社概要", "お問い合わせ", "홈", "회사소개",
        "바로가기",
    ),
}  # fmt: skip

_WORD = re.compile(r"\w+|[^\w\s]")
UNSPACED = "\u2e80"  # from here on scripts are written without spaces, and Hangul glues its endings on


class Phrases:
    """Tables of phrases, ready to be looked up; the first are the plainest.

    spaced: phrases with a space around each word, under their first word, with the rank of their role. unspaced: those
    of scripts without spaces.
    """

    def __init__(
        self, phrases: Mapping[Role, Iterable[str]], plainer: Mapping[Role, Iterable[str]] | None = None
    ) -> None:
        self.spaced: dict[str, list[tuple[str, int, Role, str]]] = {}
        self.unspaced: list[tuple[str, int, Role]] = []
        ranked = [*(plainer or {}).items(), *phrases.items()]
        for rank, (role, said) in enumerate(ranked):
            for phrase in said:
                if phrase >= UNSPACED:
                    self.unspaced.append((phrase, rank, role))
                else:
                    words = _WORD.findall(phrase)
                    self.spaced.setdefault(words[0], []).append((f" {' '.join(words)} ", rank, role, phrase))
        self.first_words = frozenset(self.spaced)


# What pages say that have no article, because it is missing or kept from whoever has not paid or signed in.
DENIALS = (
    "page not found", "page you are looking for", "page you were looking for", "page you requested",
    "page cannot be found", "page could not be found", "page can't be found", "page does not exist",
    "page doesn't exist", "page no longer exists", "404 not found", "403 forbidden", "error 404", "404 error",
    "error 403", "internal server error", "bad gateway", "service unavailable", "access denied",
    "page has been denied", "log in to continue", "sign in to continue", "to continue reading",
    "subscribe to read", "subscribe to continue", "for subscribers only", "account has been suspended",
    "session has expired", "not available in your country", "not available in your region",
    "seite nicht gefunden", "seite wurde nicht gefunden", "seite konnte nicht gefunden", "gesuchte seite",
    "aufgerufene seite", "angeforderte seite", "zugriff verweigert", "um weiterzulesen", "page introuvable",
    "page que vous recherchez", "page que vous cherchez", "page demandée", "erreur 404", "accès refusé",
    "pour lire la suite", "réservé aux abonnés", "página no encontrada", "página que buscas",
    "página que busca", "página que está buscando", "página solicitada", "encontrado la página",
    "página no existe", "acceso denegado", "para seguir leyendo", "para continuar leyendo",
    "pagina non trovata", "pagina che cerchi", "pagina che stai cercando", "pagina richiesta",
    "pagina non esiste", "accesso negato", "per continuare a leggere", "página não encontrada",
    "página que procura", "página que você procura", "página não existe", "acesso negado",
    "para continuar lendo", "para continuar a ler", "pagina niet gevonden", "pagina die u zoekt",
    "pagina die je zoekt", "pagina bestaat niet", "toegang geweigerd", "om verder te lezen",
    "nie znaleziono strony", "strona nie istnieje", "strona nie została znaleziona", "strona, której szukasz",
    "odmowa dostępu", "aby czytać dalej", "sidan hittades inte", "sidan kunde inte hittas", "sidan du söker",
    "sidan finns inte", "åtkomst nekad", "för att läsa vidare", "страница не найдена", "страница не существует",
    "запрашиваемая страница", "страница, которую вы ищете", "ошибка 404", "доступ запрещен", "доступ запрещён",
    "доступ ограничен", "чтобы продолжить чтение", "чтобы читать дальше", "الصفحة غير موجودة",
    "الصفحة التي تبحث عنها", "العثور على الصفحة", "الصفحة المطلوبة", "تم رفض الوصول", "لمتابعة القراءة",
    "页面不存在", "页面未找到", "找不到页面", "找不到网页", "您访问的页面", "您要访问的", "頁面不存在",
    "找不到頁面", "访问被拒绝", "ページが見つかり", "ページは見つかり",
    "お探しのページ", "ページは存在しません", "アクセスが拒否", "続きを読むには", "존재하지 않는 페이지",
    "요청하신 페이지", "접근이 거부", "계속 읽으려면",
    "can't find the page", "cannot find the page", "couldn't find the page", "could not find the page",
    "can't find that page", "couldn't find that page", "page is not available", "page isn't available",
    "page has moved", "page was not found", "page has been removed", "page is missing", "article not found",
    "article is no longer available", "article you are looking for", "article you requested",
    "content is no longer available", "content is not available", "content isn't available",
    "content you requested", "something went wrong", "for subscribers", "subscribers only", "for members only",
    "members only", "for registered users", "available to subscribers", "available to members",
    "exclusive to subscribers", "reserved for subscribers", "to read this article", "to read the full article",
    "to continue to this article", "choose your plan", "choose a plan", "subscription required",
    "reached your article limit", "article limit reached", "seite existiert nicht", "seite ist nicht verfügbar",
    "seite nicht verfügbar", "seite nicht mehr verfügbar", "artikel nicht gefunden",
    "artikel wurde nicht gefunden", "nur für abonnenten", "nur für mitglieder", "für abonnenten reserviert",
    "exklusiv für abonnenten", "um den artikel zu lesen", "um diesen artikel zu lesen", "page non trouvée",
    "page n'existe pas", "page n'existe plus", "page n'est pas disponible", "article introuvable",
    "contenu introuvable", "réservé à nos abonnés", "réservé aux membres", "pour lire cet article",
    "pour continuer la lecture", "página no está disponible", "página ya no existe", "página no disponible",
    "artículo no encontrado", "exclusivo para suscriptores", "solo para suscriptores",
    "para leer este artículo", "errore 404", "pagina non è disponibile", "pagina non è più disponibile",
    "articolo non trovato", "riservato agli abbonati", "solo per gli abbonati", "per leggere questo articolo",
    "página não está disponível", "página já não existe", "página indisponível", "erro 404",
    "exclusivo para assinantes", "só para assinantes", "para ler este artigo", "pagina is niet gevonden",
    "pagina bestaat niet meer", "pagina kon niet worden gevonden", "fout 404", "artikel niet gevonden",
    "alleen voor abonnees", "exclusief voor abonnees", "om dit artikel te lezen", "błąd 404",
    "strony nie znaleziono", "strona nie jest dostępna", "nie możemy znaleźć strony",
    "tylko dla prenumeratorów", "tylko dla subskrybentów", "aby przeczytać artykuł", "fel 404",
    "sidan kan inte hittas", "sidan finns inte längre", "endast för prenumeranter", "bara för prenumeranter",
    "för att läsa artikeln", "страницы не существует", "страница удалена", "страница недоступна",
    "материал не найден", "только для подписчиков", "доступно подписчикам", "чтобы прочитать статью", "خطأ 404",
    "الصفحة غير متاحة", "الصفحة غير متوفرة", "لم يتم العثور على", "للمشتركين فقط", "لقراءة المقال كاملا",
    "页面已删除", "页面无法访问", "您查看的页面", "内容不存在", "文章不存在", "仅限会员", "会员专享",
    "订阅后继续阅读", "頁面已移除", "您所查詢的頁面", "僅限會員",
    "訂閱後繼續閱讀", "指定されたページ", "このページは現在", "会員限定です", "有料会員限定", "会員登録が必要",
    "페이지를 찾을 수 없", "페이지가 존재하지", "삭제된 페이지",
    "구독자 전용", "회원 전용",
)  # fmt: skip

# These, and what walls and questions to a visitor say before he is let in; the articles behind them may be there, too.
WALLS = (
    *DENIALS,
    "don't have permission to access", "enable javascript", "javascript is disabled",
    "turn on javascript", "javascript enabled", "checking your browser", "verify you are", "verify that you are",
    "verifying you are", "confirm you are", "not a robot", "are a robot", "unusual traffic", "unusual activity",
    "ray id", "you have been blocked", "ad blocker", "adblocker", "disable your ad", "we value your privacy",
    "we care about your privacy", "access information on a device", "and our partners", "forgot your password",
    "forgot password", "forgotten your password", "remember me", "already a subscriber", "already have an account",
    "don't have an account",
    "create a free account",
    "domain is for sale", "temporarily unavailable",
    "browser is out of date",
    "javascript aktivieren",
    "aktivieren sie javascript", "kein roboter", "ein mensch sind", "passwort vergessen", "angemeldet bleiben",
    "jetzt weiterlesen", "bereits abonnent", "privatsphäre ist uns wichtig", "unsere partner",
    "activer javascript", "activez javascript", "pas un robot", "êtes humain", "mot de passe oublié",
    "déjà abonné", "nos partenaires", "se souvenir de moi",
    "habilite javascript",
    "active javascript", "activa javascript", "un robot", "tu contraseña", "su contraseña", "ya eres suscriptor",
    "nuestros socios",
    "abilita javascript", "attiva javascript", "password dimenticata", "dimenticato la password",
    "sei già abbonato", "i nostri partner",
    "ative o javascript", "habilite o javascript", "um robô", "esqueceu a senha", "esqueceu sua senha",
    "esqueceu a palavra-passe", "já é assinante", "nossos parceiros",
    "schakel javascript", "geen robot", "wachtwoord vergeten", "al abonnee", "onze partners",
    "włącz javascript", "nie jesteś robotem", "zapomniałeś hasła", "nie pamiętasz hasła",
    "masz już konto", "nasi partnerzy",
    "aktivera javascript", "en robot", "glömt lösenord", "glömt ditt lösenord", "redan prenumerant",
    "våra partner",
    "включите javascript", "не робот",
    "забыли пароль", "запомнить меня",
    "لست روبوت", "نسيت كلمة المرور", "خصوصيتك",
    "启用javascript", "启用 javascript", "不是机器人", "输入验证码", "忘记密码", "忘記密碼",
    "javascriptを有効",
    "javascript を有効", "ロボットではありません", "パスワードを忘れ",
    "찾을 수 없습니다", "자바스크립트를", "로봇이 아닙니다",
    "비밀번호를 잊", "비밀번호 찾기",
)  # fmt: skip


# What a question for consent asks of its reader, and hardly an article; and the purposes that the industry words for
# all, which articles quote.
CONSENT_ASKED = (
    "we and our partners", "our trusted partners", "withdraw your consent", "wir und unsere partner",
    "willigen sie ein", "ihre einwilligung jederzeit", "nous et nos partenaires", "retirer votre consentement",
    "nosotros y nuestros socios", "retirar su consentimiento", "retirar tu consentimiento", "noi e i nostri partner",
    "revocare il tuo consenso", "nós e os nossos parceiros", "nós e nossos parceiros", "retirar o seu consentimento",
    "wij en onze partners", "uw toestemming intrekken", "je toestemming intrekken", "dbamy o twoją prywatność",
    "szanujemy twoją prywatność", "wyrażasz zgodę na", "administratorem twoich danych",
    "administratorami twoich danych",
    "wyrażenie zgody jest dobrowolne", "vi och våra partner", "återkalla ditt samtycke", "vi og vores partnere",
    "vi og våre partnere", "my a naši partneři", "мы и наши партнеры", "даете согласие на обработку", "نحن وشركاؤنا",
    "我们和我们的合作伙伴", "我們和我們的合作夥伴",
)  # fmt: skip
CONSENT_PURPOSES = (
    "access information on a device", "personalised advertising and content", "personalized advertising and content",
    "informationen auf einem gerät", "personalisierte anzeigen und inhalte", "personalisierte werbung und inhalte",
    "accéder à des informations sur un", "publicités et contenu personnalisés", "publicités et contenus personnalisés",
    "información en un dispositivo", "anuncios y contenido personalizados", "publicidad y contenido personalizados",
    "informazioni su un dispositivo", "informazioni su dispositivo", "annunci e contenuti personalizzati",
    "pubblicità e contenuti personalizzati", "informações num dispositivo", "informações em um dispositivo",
    "anúncios e conteúdos personalizados", "informatie op een apparaat", "gepersonaliseerde advertenties en content",
    "informacji na urządzeniu", "zaufani partnerzy", "zaufanych partnerów", "spersonalizowane reklamy i treści",
    "charakterystyki urządzenia", "danych geolokalizacyjnych", "prawo wniesienia skargi do organu nadzorczego",
    "åtkomst till information på en enhet", "oplysninger på en enhed", "informasjon på en enhet",
    "informacím v zařízení", "информации на устройстве", "المعلومات على الجهاز", "デバイス上の情報", "기기의 정보 저장",
)  # fmt: skip


# What pages say beside it, and say of nothing by itself: what may have happened to an article, what it would cost.
ASIDES = (
    "may have been moved", "may have moved", "may have been removed", "may have been deleted",
    "has been moved or", "been renamed", "mistyped", "typed the address", "typed with a mistake",
    "out of date link", "broken link", "check the url", "check the address", "check the spelling", "go back to",
    "return to the home", "back to the home", "try searching", "use the search", "search box", "you could try",
    "let us know", "contact support", "contact us", "cancel any time", "cancel anytime", "cancel at any time",
    "unlimited access", "unlimited digital access", "per month", "a month", "first month", "per year",
    "free trial", "renews", "terms and conditions", "terms of service", "privacy policy", "special offer",
    "gift article", "customer service", "your choices", "your consent", "legitimate interest", "personal data",
    "cookie policy", "manage consent", "verschoben", "gelöscht wurde", "tippfehler", "überprüfen sie die",
    "zur startseite", "nutzen sie die suche", "jederzeit kündbar", "pro monat", "im monat", "im ersten monat",
    "unbegrenzt", "probeabo", "widerrufen", "einwilligung", "berechtigtes interesse", "personenbezogene daten",
    "a été déplacée", "a été supprimée", "a peut-être", "vérifiez l'adresse", "retour à l'accueil",
    "sans engagement", "par mois", "premier mois", "accès illimité", "votre consentement", "vos choix",
    "intérêt légitime", "données personnelles", "ha sido eliminada", "ha sido movida", "haya sido",
    "compruebe la", "vuelve a la portada", "sin permanencia", "al mes", "primer mes", "acceso ilimitado",
    "su consentimiento", "tu consentimiento", "interés legítimo", "datos personales", "è stata spostata",
    "è stata rimossa", "potrebbe essere stata", "controlla l'indirizzo", "torna alla home", "al mese",
    "primo mese", "accesso illimitato", "il tuo consenso", "interesse legittimo", "dati personali",
    "foi movida", "foi removida", "pode ter sido", "verifique o endereço", "voltar à página inicial", "por mês",
    "primeiro mês", "acesso ilimitado", "seu consentimento", "legítimo interesse", "dados pessoais",
    "is verplaatst", "is verwijderd", "controleer het adres", "naar de homepage", "per maand", "eerste maand",
    "onbeperkt toegang", "maandelijks opzegbaar", "uw toestemming", "je toestemming", "gerechtvaardigd belang",
    "persoonsgegevens", "została przeniesiona", "została usunięta", "sprawdź adres", "wróć na stronę główną",
    "miesięcznie", "za miesiąc", "nieograniczony dostęp", "twoja zgoda", "danych osobowych", "har flyttats",
    "har tagits bort", "kontrollera adressen", "till startsidan", "per månad", "kr/mån", "första månaden",
    "obegränsad tillgång", "ditt samtycke", "personuppgifter", "была удалена", "была перемещена",
    "проверьте адрес", "вернуться на главную", "перейти на главную", "в месяц", "первый месяц",
    "безлимитный доступ", "персональных данных", "تم نقلها", "تم حذفها", "تحقق من العنوان",
    "العودة إلى الرئيسية", "شهريا", "وصول غير محدود", "بيانات شخصية", "已被删除", "已被移除", "已移动",
    "返回首页", "检查网址",
    "每月", "首月", "無限", "已被刪除", "返回首頁", "檢查網址", "移動または削除", "削除された可能性",
    "urlをご確認", "トップページへ", "月額", "初月", "無料体験",
    "삭제되었거나", "변경되었", "주소를 확인", "홈으로 이동", "월 구독", "첫 달", "무제한",
)  # fmt: skip
# Headings of what a search found: "28 results for ...", "1-10 of 214".
_FOUND = re.compile(
    r"\W*(?:[\d.,\s]+ (?:search )?results? (?:found )?(?:for|matching)\b.*|(?:your )?search results?(?: for\b.*)?"
    r"|results? for:? [\"“”'‘«].*|(?:.{0,40} )?\d+ ?(?:[-–—]|to) ?\d+ of (?:about )?[\d.,]+(?: .{0,40})?"
    r"|[\d.,]+ (?:such)?(?:ergebnisse|treffer) (?:für|zu)\b.*|suchergebnisse?(?: für\b.*)?"
    r"|[\d.,\s]+ résultats? (?:trouvés? )?pour\b.*|résultats de (?:la |votre )?recherche.*"
    r"|[\d.,]+ resultados (?:encontrados )?para\b.*|resultados? (?:de|da) (?:la )?(?:búsqueda|busca|pesquisa).*"
    r"|[\d.,]+ risultati per\b.*|risultati della ricerca.*|[\d.,]+ resultaten voor\b.*|zoekresultaten.*"
    r"|wyniki wyszukiwania.*|[\d.,\s]+ wynik\w* dla\b.*|[\d.,\s]+ (?:träffar|resultat) (?:för|på)\b.*|sökresultat.*"
    r"|результаты поиска.*|(?:по запросу .{1,60} )?найдено[: ]+\d.*|نتائج البحث.*"
    r"|.{0,40}(?:搜索结果|搜尋結果|搜索結果|検索結果|검색 ?결과).{0,40}"
    r"|.{0,30}\d+ ?(?:条结果|條結果|件の記事が見つかりました).{0,20})\W*$"
)
_CONSENT = Phrases({Role.OTHER: (*CONSENT_ASKED, *CONSENT_PURPOSES)})
_DENIALS, _WALLS, _ASIDES = (Phrases({Role.OTHER: said}) for said in (DENIALS, WALLS, (*WALLS, *ASIDES)))
_LONGEST_HEADING, _MOST_BESIDE_DENIAL = 90, 30  # characters; letters and digits


# Subheads that open an article without a word of it: house names for the paragraph that sums it up.
OPENINGS = frozenset({
    "overview", "summary", "in brief", "at a glance", "background", "abstract", "introduction", "key points",
    "key findings", "key takeaways", "highlights", "the big picture", "what happened", "in summary", "analysis",
    "überblick", "zusammenfassung", "hintergrund", "einleitung", "auf einen blick", "worum es geht", "kurz gefasst",
    "aperçu", "résumé", "en bref", "contexte", "l'essentiel", "resumen", "contexto", "introducción",
    "en síntesis", "lo esencial", "claves", "in breve", "sintesi", "sommario", "contesto", "introduzione", "resumo",
    "em resumo", "introdução", "samenvatting", "in het kort", "achtergrond", "inleiding", "overzicht",
    "podsumowanie", "streszczenie", "w skrócie", "wstęp", "wprowadzenie", "tło", "sammanfattning", "i korthet",
    "bakgrund", "inledning", "översikt", "кратко", "главное", "введение", "обзор", "контекст", "коротко", "резюме",
    "ملخص", "مقدمة", "نظرة عامة", "خلفية", "باختصار", "摘要", "概述", "概要", "背景", "导语", "前言", "引言",
    "はじめに",
    "要約", "要点", "ポイント", "요약", "개요", "배경", "핵심 요약", "머리말",
})  # fmt: skip

_PHRASES = Phrases(PHRASES)
_FEW_WORDS = 5
# Words of which articles and their titles are made, too.
_COMMON = frozenset(
    "help home search ad ads weather jobs print listen vote poll archive sections contact popular latest trending "
    "related recommended reply comment comments share pocket login font topics tags keywords instagram facebook "
    "twitter youtube tiktok telegram reddit inbox subscription advertising menu loading careers promoted suche themen "
    "merken drucken teilen werbung anzeige kommentar antworten kontakt imprimer publicité annonce partager écouter "
    "buscar publicidad temas compartir responder inicio contacto cerca stampa ascolta pubblicità commenta "
    "rispondi publicidade ouvir pesquisar comentar contato zoeken luister delen reklama szukaj polecane sök hem dela "
    "svara lyssna reklam annons поиск реклама печать главная популярное ответить بحث شارك إعلان".split()
)
_LETTERS = re.compile(r"\w+")
# A line that says no more than this: roles that name a part of the page. Networks and "home" are also subjects.
_LABELS = {
    "".join(_LETTERS.findall(phrase)): role
    for role, phrases in PHRASES.items()
    for phrase in phrases
    if role not in (Role.SHARE, Role.NAVIGATION, Role.COPYRIGHT)
}
_LEAD = re.compile(
    r"[\[【「]?(?:\[\d{1,3}\])?(?:"
    + "|".join(
        re.escape(phrase) for phrase in sorted((*PHRASES[Role.RELATED], "pour aller plus loin"), key=len, reverse=True)
    )
    + r")(?: ?[:：|»>–】」]|(?<=[\u0600-\u06ff])\.\.(?!\.))"
    r"|continued (?:from|on) page \d{1,3}$"
)
_LONGEST_LEAD = 150  # characters
# Buttons that say nothing else.
_BUTTONS = {
    Role.WIDGET: frozenset(
        "save;saved;close;back;next;previous;prev;submit;send;cancel;ok;reset;apply;filter;refresh;reload;edit;report;menu;"
        "expand;collapse;view all;see all;show all;show more;show less;load more;view more;see more;learn more;more;"
        "story continues;article continues;us customary - metric;open all;close all;expand all;collapse all;"
        "show references;hide references;show transcript;newest first;oldest first;highlights only;share options;"
        "prevent your screen from going dark;alle öffnen;tout déplier;tout afficher;espandi tutto;mostrar todo;"
        "gallery;view gallery;image;play;pause;mute;unmute;skip;zoom;fullscreen;download;pdf;toggle;a;a+;a-;aa;aaa;"
        "small;medium;large;enlarge;watch;sign out;log out;continue;go;top;schließen;zurück;weiter;mehr;mehr anzeigen;"
        "alle anzeigen;speichern;fermer;retour;suivant;précédent;enregistrer;voir plus;voir tout;plus;cerrar;volver;"
        "siguiente;anterior;guardar;ver todo;chiudi;indietro;avanti;salva;mostra altro;vedi tutti;fechar;voltar;salvar;"
        "ver tudo;sluiten;terug;volgende;vorige;opslaan;bewaren;meer;toon meer;zamknij;wstecz;dalej;zapisz;więcej;"
        "pokaż więcej;stäng;tillbaka;nästa;spara;visa mer;visa alla;закрыть;назад;далее;сохранить;ещё;показать ещё;"
        "إغلاق;التالي;السابق;حفظ;المزيد;关闭;下一页;上一页;收藏;更多;返回;展开;閉じる;戻る;次へ;前へ;保存;もっと見る;"
        "続きを読む;닫기;이전;다음;저장;더보기".split(";")
    ),
    Role.SHARE: frozenset(
        "follow;following;like;pin;pin it;post;email;e-mail;copy;link;folgen;suivre;j'aime;seguir;segui;volgen;"
        "obserwuj;följ;подписаться;متابعة;关注;フォローする;팔로우".split(";")
    ),
}
_BUTTON_ROLES = {button: role for role, buttons in _BUTTONS.items() for button in sorted(buttons)}
_LONGEST_BUTTON = 40  # characters
# How readers rated something ("4.9 from 112 votes"), and by what a recipe may be multiplied ("1x 2x 3x").
_RATING = re.compile(
    r"\W*\d(?:[.,]\d{1,2})?\W{1,4}(?:\w{1,12}\W{1,4}){0,3}?\d[\d.,]{0,9}\W{0,3}(?:votes?|ratings?|reviews?|votos?"
    r"|valoraciones|opiniones|voti|recensioni|avis|bewertungen|stimmen|stemmen|beoordelingen|ocen|głos\w*|röster|omdömen"
    r"|голос\w*|оцен\w*|отзыв\w*|تقييم\w*|صوت|评分|评价|評價)\W*$|(?:(?:metric|us|customary|cups?)\W{1,3}){0,4}(?:\W*(?:½|\d{1,2})x(?!\w)){2,}\W*$"
)
_LONGEST_RATING = 60  # characters
# Lists of addresses as text browsers and Markdown leave them below a page: "[1]: https://...", "3. http://...".
_ADDRESS = re.compile(
    r"(?:iframe: )?(?:\d{1,4}\. ?|\[[^\]]{1,40}\]:? ?|[*•-] )?<?(?:[a-z][a-z\d+.-]{1,15}://|www\.|(?:mailto|tel|javascript):)\S+$"
)

_IMAGE = re.compile(
    r"[*>•\- ]{0,4}\[?!\[[^\]]{0,300}\]\([^)\s]{0,500}(?: \"[^\"]{0,200}\")?\)(?:\]\([^)\s]{0,500}\))?$"
)
_NOTICE = re.compile(
    r"(?:how to cite|suggested citation|recommended citation|cite (?:this|as)|to cite this|zitiervorschlag"
    r"|zitierhinweis|pour citer|cómo citar|como citar|come citare)[\w’' ]{0,30}[:：]"
    r"|(?:the )?(?:views?|opinions?)(?: and opinions)? expressed (?:in|here|herein|are|by)\b.{0,60}"
    r"\b(?:those of|own|do not (?:necessarily )?(?:reflect|represent))\b"
    r"|版[权權][声聲]明\s?[:：]"
    r"|(?:use|reproduction) of .{0,40}\b(?:is|are) permitted only (?:with|if|subject to|on condition)\b"
    r"|при (?:использовании|перепечатке|цитировании) материалов\b|riproduzione vietata\b"
)
_LONGEST_NOTICE = 400  # characters
# Calls where they open a clause, and elsewhere what somebody does.
_AT_CLAUSE = (
    "register now", "join us for a", "join us for an", "follow us on", "folgen sie uns auf", "folge uns auf",
    "suivez-nous sur",
)  # fmt: skip
# By which notes between paragraphs call on readers, and articles hardly speak.
_CALLS = Phrases({Role.OTHER: (
    "newsletter", "newsletters", "nieuwsbrief", "nieuwsbrieven", "nyhetsbrev", "nyhedsbrev", "newslettera",
    "infolettre", "e-bülten", "рассылку", "النشرة البريدية", "メールマガジン", "メルマガ", "ニュースレター",
    "뉴스레터", "your inbox", "in uw mailbox", "in je mailbox", "dans votre boîte mail", "in ihr postfach",
    "in deinem postfach", "en tu correo", "no seu e-mail", "nella tua casella", "na twoją skrzynkę", "i din inkorg",
    "i din indbakke", "i innboksen", "siga o nosso canal", "siga nosso canal", "seguir canal", "sigue nuestro canal",
    "登録は無料", "会員登録は", "初月無料", "扫码免费", "免费试读", "sign up here", "hier kostenlos anmelden",
    "ao se cadastrar",
    "download the free", "download our free", "download the app", "download our app", "get the app",
    "app herunterladen",
    "télécharger l'application", "téléchargez l'application", "descarga la app", "scarica l'app", "baixe o app",
    "download de app", "ladda ner appen", "hent appen", "last ned appen", "pobierz aplikację", "скачайте приложение",
    "حمل التطبيق", "uygulamasını indirin", "下载客户端", "アプリをダウンロード", "affiliate link", "affiliate links",
    "we may earn", "affiliate commission", "independently selected by our", "suite après la publicité",
    "continua dopo la pubblicità", "continua após a publicidade", "continúa después de la publicidad",
    "weiterlesen nach der anzeige", "tekst gaat verder onder", "tekst loopt verder onder", "tekst gaat door onder",
    "część artykułu pod", "część tekstu pod", "artikeln fortsätter under", "artikkelen fortsetter under",
    "artiklen fortsætter efter", "продолжение после рекламы", "haberin devamı", "広告の後に続",
    "story continues below", "article continues below", "continues after the advert", "sign up for our",
    "sign up to our", "subscribe to our", "unsubscribe at any time", "unsubscribe anytime", "opt out at any time",
    "mit der anmeldung stimme", "jederzeit abbestell", "jederzeit abmelden", "en vous inscrivant", "vous désinscrire",
    "désabonner à tout moment", "suscribite", "suscríbete a", "suscríbase a", "resumen diario", "darte de baja",
    "iscrivendoti", "entre no canal", "canal no whatsapp", "canal do whatsapp", "canal de whatsapp",
    "canale whatsapp", "chaîne whatsapp", "whatsapp-kanal", "whatsapp channel", "grupo do whatsapp", "inscreva-se no",
    "afmelden kan altijd", "meld je aan voor", "genom att anmäla dig", "anmäl dig till", "zapisz się do",
    "zapisując się", "подпишитесь на", "подписывайтесь на", "телеграм-канал", "telegram-канал", "电邮地址",
    "電郵地址", "订阅《", "訂閱《", "订阅我们的", "訂閱我們的", "立即订阅", "立即訂閱", "구독하기", "اشترك في نشرتنا",
    "اشترك الآن",
    "for informational purposes only", "not a substitute for professional", "subject to change after",
    "become a paid subscriber", "become a subscriber", "please include a contact number",
    *_AT_CLAUSE, "leave us a review", "síguenos en", "seguici su", "siga-nos no", "volg ons op",
    "följ oss på", "obserwuj nas", "śledź nas", "подписывайтесь на нас", "has no position in any of the stocks",
    "we need your consent to load", "javascript is required", "requires javascript", "is now on whatsapp",
    "for less than a cup of coffee", "viewing as a", "progress will not be recorded", "hide caption",
)})  # fmt: skip


def calls_on_readers(folded: str) -> str | None:
    """The words by which a note calls on readers to subscribe, to follow or to buy, or parts an article for an
    advertisement; None where it says none of them."""
    said = _said(_CALLS, folded)
    if said in _AT_CLAUSE and (not _QUOTED.isdisjoint(folded) or not _opens_clause(folded, said)):
        return None  # "Residents can register now", “they will follow us on this”
    return said


def _opens_clause(folded: str, said: str) -> bool:
    return re.search(rf"(?:^|[.!?:*–—|•]) ?{re.escape(said)}", folded) is not None


_QUOTED = frozenset('“”„«»"')


def is_stamp(folded: str) -> bool:
    """A short byline, date, caption's credit or button, which goes on with no sentence though it begins small."""
    if len(folded) > _LONGEST_STAMP:
        return False
    return is_byline(folded) or names_date(folded) or is_caption(folded) or furniture(folded) is not None


_LONGEST_STAMP = 60  # characters
# What WordPress puts below each article of a feed, in its languages. Title and site begin with a capital, or it were a
# sentence: "The post of governor first appeared on the ballot in 1846."
_CAPITAL = "[^\\W_a-zß-ÿа-я]"
_TITLED = f"(?:{_CAPITAL}|[“«„\"‘'¿¡…]).+?"
_FEED = (
    ("the post", "(?:first appeared|appeared first) on"),
    ("der beitrag", "erschien zuerst auf"),
    ("l['’]article", "(?:est apparu en premier|est apparu d['’]abord) sur"),
    ("la entrada", "(?:se publicó|aparece|apareció) primero en"),
    ("l['’]articolo", "(?:proviene da|sembra essere il primo su)"),
    ("o (?:post|artigo)", "(?:apareceu|aparece|foi publicado) primeiro (?:em|no|na)"),
    ("het bericht", "verscheen eerst op"),
    ("(?:artykuł|post)", "pochodzi z serwisu"),
    ("inlägget", "dök först upp på"),
    ("indlægget", "(?:blev først udgivet|dukkede først op) på"),
    ("innlegget", "dukket først opp på"),
    ("запись", "впервые появилась"),
    ("příspěvek", "(?:pochází z|se nejdříve objevil na)"),
    ("ظهرت المقالة", "أولاً على"),
)
_FEED_LINES = tuple(
    re.compile(rf"(?i:{before}) (?P<title>{_TITLED}) (?i:{after}) (?P<site>{_CAPITAL}[^,;]{{1,40}}?)\.?$")
    for before, after in _FEED
)
_FEED_OPENS = re.compile(rf"(?i:{'|'.join(before for before, _ in _FEED)}) ")
_LONGEST_FEED_LINE = 400  # characters
_TAGGED = re.compile(
    r"[\W\d]{0,4}(?:(?:tags?|tagged(?: with| in)?|filed (?:under|in)|categor(?:y|ies)|posted in|keywords?"
    r"|schlagw(?:ort|orte|örter)|kategorien?|stichw(?:ort|orte|örter)|mots[- ]clés|étiquettes?|catégories?|etiquetas?"
    r"|categorías?|palabras clave|etichette|categorie|assuntos|palavras-chave|trefwoorden|tagi|słowa kluczowe"
    r"|etiketter|nyckelord|теги|метки|рубрика|ключевые слова|الوسوم|التصنيف(?:ات)?|标签|關鍵字|关键词|タグ|カテゴリー?"
    r"|キーワード|태그|etiketler|(?:previous|next|older|newer)(?: post| article| story| entry)"
    r"|(?:vorheriger|nächster) (?:beitrag|artikel)|article (?:précédent|suivant)"
    r"|(?:entrada|artículo) (?:anterior|siguiente)|التدوينة (?:السابقة|التالية)"
    r"|(?:предыдущая|следующая) (?:статья|запись)|上一篇|下一篇|前の記事|次の記事|(?:이전|다음) ?글)\s*[:：]\s?\S"
    r"|\d[\d.,]* ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|komentarz\w*|kommentarer"
    r"|комментари\w+|تعليق\w*|评论|コメント|댓글|views?|shares?|likes?|просмотр\w*|دقائق للقراءة)\W*$)"
    # What WordPress puts below an entry.
    r"|(?:this entry was posted|diese[rs]? (?:eintrag|beitrag) wurde|cette entrée a été publiée|ce contenu a été publié"
    r"|esta entrada (?:fue publicada|se publicó)|questa voce è stata pubblicata"
    r"|est[ea] (?:entrada|post|artigo) foi publicad[oa]|(?:dit bericht|deze entry) (?:werd|is) geplaatst"
    r"|det här inlägget (?:post|publicer)ades|ten wpis został opublikowany|запись опубликована)\b"
    r".*(?:permalin?k|permalien|permanente|lesezeichen|segnalibro|favoritos|bladwijzer|bokmärk|tagged|verschlagwortet|étiquet"
    r"|etiquetada|contrassegnata|etiket|oznaczon|метк)"
)
_SOURCED = re.compile(
    r"[\W\d]{0,4}(?:source|quelle|fuente|fonte|źródło|källa|источник|المصدر|来源|來源|kaynak|sumber)\s*[:：]\s?\S"
)
_LONGEST_FOOTING, _LONGEST_SOURCE = 200, 80  # characters
_BRACKETED = re.compile(r"\[[^\]]{0,80}\]")
_CAPTION = re.compile(
    r"(?:photo|photograph|picture|image|illustration|graphic|foto|fotos|bild|grafik|crédit|credit|imagen|immagine|imagem"
    r"|beeld|zdjęcie|fot|фото|иллюстрация|صورة|写真|写真提供|图片|圖片|图|사진)"
    r"(?: (?:by|von|par|de|di|credit|courtesy)\b|\.? ?[:：/=])"
)
# Agencies and archives whose names end a caption; those that end a sentence do so behind a sign.
_AGENCIES = (
    r"(?:\b(?:getty images|shutterstock|istock|reuters|afp|ap photo|associated press|imago|picture alliance|dpa"
    r"|unsplash|alamy|epa|efe|ansa|tass|xinhua)\b|新华社|共同|時事|연합뉴스)"
)
_AGENCY = re.compile(
    rf"(?:{_AGENCIES}[^.。]{{0,30}}\)?"
    r"|(?:^|[^\w\s'’]\s?|(?:reporting|photo|image|picture|foto|bild)s? (?:by|von|par|de|via) (?:the )?)"
    rf"{_AGENCIES}[^.。]{{0,30}}[.)]?)$"
)
_AGENCY_TAIL = 48  # characters: the longest of these and what may follow it
_CREDIT = re.compile(
    r"(?:photo|photograph|picture|image|foto|bild|quelle|crédit|(?<!c)credit(?!/)|fot|фото|写真|撮影|摄)\w{0,6}"
    r" ?[:：/=]"
    r"|\w[^©]{20,}©[^©]{2,40}$"
)
_CREDIT_SIGN = re.compile("[:：/=©]")  # none without one of these; most lines have none
_CREDIT_TAIL = 120  # characters; a bound on the search as well
_LONGEST_STEP = 60  # characters; the last step may be a title
_STEP = re.compile(r" (?:[>»›→▸/|·•]|::|&gt;) ")
_HOME = re.compile(
    r"^(?:you are here|home|startseite|accueil|inicio|início|home page|hem|strona główna|главная|الرئيسية"
    r"|首页|首頁|ホーム|トップ|홈)\b"
)
_DATE = re.compile(
    rf"(?:(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?(?: de | )(?:{_MONTH})(?!\w)|(?<!\w)(?:{_MONTH})\.? \d{{1,2}}(?!\d)"
    rf"|(?:{_MONTH})\.? \d{{1,2}}, (?:19|20)\d\d"
    r"|(?<!\d)(?:19|20)\d\d ?[-/.年년] ?\d{1,2} ?[-/.月월]|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)"
)
_DIGIT = re.compile(r"\d")  # every date has one, and most lines have none
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|door|av|autor|autorka|auteur|autore|автор|text|texte|texto|testo|tekst|author|written by"
    r"|words by|reporting by|interview|ein nachruf von|كتب|كتبت|بقلم)(?: ?[:/] ?| )(?=\w)"
    r"|^(?:本报记者|记者|作者|文)[ :：/／]?(?=\w)"
)
_BYLINE_ENDS = ("記者", "기자")


def furniture(folded: str, even_common: bool = False, phrases: Phrases = _PHRASES) -> tuple[Role, str] | None:
    """The kind of furniture that the words of a case-folded line name, and the words; None where they name none.

    In a line of more than a few words a single common one ("help", "search") names nothing, unless `even_common`.
    """
    words = _WORD.findall(folded)
    found = []
    if not phrases.first_words.isdisjoint(words):
        is_longer = len(words) > _FEW_WORDS and not even_common
        padded = f" {' '.join(words)} "
        found = [
            (rank, at, role, phrase)
            for word in phrases.first_words.intersection(words)
            for wanted, rank, role, phrase in phrases.spaced[word]
            if (at := padded.find(wanted)) >= 0 and not (is_longer and at and phrase in _COMMON)
        ]
    if not folded.isascii() and max(folded) >= UNSPACED:
        found += [
            (rank, folded.index(phrase), role, phrase) for phrase, rank, role in phrases.unspaced if phrase in folded
        ]
    if not found:
        return None
    _, _, role, phrase = min(found, key=lambda match: match[:2])
    return role, phrase


def is_breadcrumb(folded: str) -> bool:
    """A trail of steps between signs: two from home, or three short ones before the last."""
    steps = _STEP.split(folded)
    if len(steps) < 2 or any(len(step) > _LONGEST_STEP for step in steps[:-1]):
        return False
    return bool(_HOME.match(steps[0])) or (len(steps) > 2 and any(sign in folded for sign in ">»›→▸"))


def has_digit(folded: str) -> bool:
    return _DIGIT.search(folded) is not None


def names_date(folded: str) -> bool:
    return _DIGIT.search(folded) is not None and _DATE.search(folded) is not None


def is_caption(folded: str) -> bool:
    """Begins by naming the source of a picture."""
    return _CAPTION.match(folded) is not None


def names_credit(folded: str) -> bool:
    """A caption that was cut: names the source of a picture, at its beginning or its end."""
    if is_caption(folded) or _AGENCY.search(folded, max(0, len(folded) - _AGENCY_TAIL)):
        return True
    tail = folded[-_CREDIT_TAIL:]
    return _CREDIT_SIGN.search(tail) is not None and _CREDIT.search(tail) is not None


def is_byline(folded: str) -> bool:
    return _BYLINE.match(folded) is not None or folded.endswith(_BYLINE_ENDS)


def is_label(folded: str) -> bool:
    """Says nothing but the name of a part of the page: "Most read", "Advertisement"."""
    return "".join(_LETTERS.findall(folded)) in _LABELS


def is_button(folded: str) -> tuple[Role, str] | None:
    """A tool of the page or a link to share, by its whole text."""
    if len(folded) > _LONGEST_BUTTON:
        return None
    said = folded.strip("[]() •□☆○*:.…»>‹«<|+-")
    role = _BUTTON_ROLES.get(said)
    return (role, said) if role else None


def is_rating(folded: str) -> bool:
    """How many readers rated it and how, or by what to multiply it, and nothing else."""
    return len(folded) <= _LONGEST_RATING and has_digit(folded) and _RATING.match(folded) is not None


def says_nothing(folded: str) -> bool:
    """Has no letter and no digit outside of brackets: bullets, empty fields, the places of images."""
    bare = _BRACKETED.sub("", folded) if "[" in folded else folded
    return not any(map(str.isalnum, bare))


def leads_elsewhere(folded: str) -> bool:
    """Names another article after a sign: "Read more: ...", "Lire aussi : ...", and is no longer than that takes."""
    return len(folded) <= _LONGEST_LEAD and _LEAD.match(folded) is not None


def is_address(folded: str) -> bool:
    """The address of another page and nothing else, perhaps numbered."""
    return ("/" in folded or ":" in folded) and _ADDRESS.match(folded) is not None


def is_image(folded: str) -> bool:
    """A picture in Markdown and nothing else, perhaps with a link around it."""
    return "](" in folded and _IMAGE.match(folded) is not None


def is_houses_notice(folded: str) -> bool:
    """Says how to cite the article, or that its views are its author's own."""
    return len(folded) <= _LONGEST_NOTICE and _NOTICE.match(folded) is not None


def syndicated_from(text: str) -> tuple[str, str] | None:
    """The title and the site that a line below a feed's article names, as printed: "The post ... appeared first on
    Example." """
    text = html.unescape(text) if len(text) <= _LONGEST_FEED_LINE else ""
    if not _FEED_OPENS.match(text):
        return None
    match = next((match for line in _FEED_LINES if (match := line.match(text))), None)
    return (match["title"], match["site"]) if match and any(map(str.isalnum, match["title"])) else None


def is_footing(folded: str) -> bool:
    """Says what it is tagged with or taken from, which post comes next, or how many comments there are; no more."""
    if len(folded) > _LONGEST_FOOTING:
        return False
    return _TAGGED.match(folded) is not None or (len(folded) <= _LONGEST_SOURCE and _SOURCED.match(folded) is not None)


def is_wall(folded: str) -> str | None:
    """The words of an error page, a login or a wall that a case-folded line says; None where it says none."""
    return _said(_WALLS, folded)


def asks_consent(folded: str) -> str | None:
    """What a case-folded line says of a question for consent to cookies and the like; None where it says nothing of it.

    A line of some length asks its reader, and a paragraph says something else of it besides: articles quote these.
    """
    said = _said(_CONSENT, folded)
    if said is None or len(folded) <= _LONGEST_PURPOSE:
        return said
    asked = sum(phrase in folded for phrase in CONSENT_ASKED)
    if asked and len(folded) <= _LONGEST_QUESTION:
        return said
    return said if asked and asked + sum(phrase in folded for phrase in CONSENT_PURPOSES) > 1 else None


_LONGEST_PURPOSE, _LONGEST_QUESTION = 200, 300  # characters


def is_to_visitors(folded: str) -> bool:
    """Whether a line says what walls and error pages say, or says besides: what a month costs, say."""
    return _said(_ASIDES, folded) is not None


def denies_article(folded: str) -> str | None:
    """The words of a line that says nothing but that there is no article to be read; None where it says more."""
    if len(folded) > _LONGEST_HEADING or (said := _said(_DENIALS, folded)) is None:
        return None
    letters = sum(map(str.isalnum, folded)) - sum(map(str.isalnum, said))
    return said if letters <= _MOST_BESIDE_DENIAL else None


def heads_results(folded: str) -> bool:
    """Whether a line says nothing but that a search found something."""
    return len(folded) <= _LONGEST_HEADING and _FOUND.match(folded) is not None


def _said(phrases: Phrases, folded: str) -> str | None:
    named = furniture(folded.replace("’", "'"), even_common=True, phrases=phrases)
    return named[1] if named else None


def opens_article(folded: str) -> bool:
    """A subhead by which houses open an article: "Overview", "Zusammenfassung"."""
    return folded.rstrip(":：") in OPENINGS
