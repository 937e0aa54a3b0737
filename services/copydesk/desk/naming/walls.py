"""What pages say that have no article: errors, logins, walls and questions for consent."""

import re

from copydesk.desk.frame import Role
from copydesk.desk.naming.phrases import Phrases

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


def is_wall(folded: str) -> str | None:
    """The words of an error page, a login or a wall that a case-folded line says; None where it says none."""
    return _WALLS.said(folded)


def asks_consent(folded: str) -> str | None:
    """What a case-folded line says of a question for consent to cookies and the like; None where it says nothing of it.

    A line of some length asks its reader, and a paragraph says something else of it besides: articles quote these.
    """
    said = _CONSENT.said(folded)
    if said is None or len(folded) <= _LONGEST_PURPOSE:
        return said
    asked = sum(phrase in folded for phrase in CONSENT_ASKED)
    if asked and len(folded) <= _LONGEST_QUESTION:
        return said
    return said if asked and asked + sum(phrase in folded for phrase in CONSENT_PURPOSES) > 1 else None


_LONGEST_PURPOSE, _LONGEST_QUESTION = 200, 300  # characters


def is_to_visitors(folded: str) -> bool:
    """Whether a line says what walls and error pages say, or says besides: what a month costs, say."""
    return _ASIDES.said(folded) is not None


def denies_article(folded: str) -> str | None:
    """The words of a line that says nothing but that there is no article to be read; None where it says more."""
    if len(folded) > _LONGEST_HEADING or (said := _DENIALS.said(folded)) is None:
        return None
    letters = sum(map(str.isalnum, folded)) - sum(map(str.isalnum, said))
    return said if letters <= _MOST_BESIDE_DENIAL else None


def heads_results(folded: str) -> bool:
    """Whether a line says nothing but that a search found something."""
    return len(folded) <= _LONGEST_HEADING and _FOUND.match(folded) is not None
