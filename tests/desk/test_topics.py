"""What a text is about, by whose words."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.tags.stems import stems
from copydesk.desk.tags.subjects.concepts import line_of
from copydesk.desk.tags.subjects.terms import all_terms
from copydesk.desk.tags.subjects.topics import LEAST_CONFIDENCE, Taxonomy, parse_taxonomy, tag_topics
from copydesk.desk.tags.words import tokenize
from copydesk.errors import OperationError

TEXTS = {
    "en": "The central bank raised its interest rate again on Thursday to curb inflation. Economists had expected the "
    "rate hike. Consumer prices rose by six per cent, and inflation will stay high, the central bank said.",
    "de": "Die EZB hat den Leitzins erneut erhöht, um die Inflation zu bremsen. Ökonomen hatten mit der Zinserhöhung "
    "gerechnet. Die Verbraucherpreise stiegen um sechs Prozent; die Inflation bleibe hoch, teilte die EZB mit.",
    "fr": "La BCE a relevé son taux directeur pour freiner l'inflation. Les économistes attendaient cette hausse des "
    "taux. Les prix à la consommation ont augmenté de six pour cent et l'inflation restera forte, dit la BCE.",
    "es": "El BCE volvió a subir los tipos de interés para frenar la inflación. Los economistas lo esperaban. El IPC "
    "subió un seis por ciento y la inflación seguirá alta, según el banco central.",
}


ROOTS = {f"medtop:{number:02}000000" for number in range(1, 18)}


def published(text: str, language: str = "en") -> dict[str, str]:
    tags = tag_topics(text, language=language)
    return {tag.id.removeprefix("medtop:"): tag.label for tag in tags if tag.score >= LEAST_CONFIDENCE}


@pytest.mark.parametrize(
    ("language", "label"), [("en", "inflation"), ("de", "Inflation"), ("fr", "Inflation"), ("es", "Inflación")]
)
def test_the_same_news_in_four_languages(language: str, label: str) -> None:
    topics = published(TEXTS[language], language)
    assert topics["20000370"] == label
    assert {"04000000", "20000344"} <= set(topics)


@pytest.mark.parametrize(
    ("concept", "text"),
    [
        ("20000373", "Exports fell and imports rose, so the trade deficit grew. Free trade is at risk, exporters say."),
        ("20000642", "The sanctions stay. Sanctions relief was refused, and new economic sanctions are prepared."),
        ("20000635", "Uranium enrichment goes on. The nuclear programme and the nuclear deal were discussed."),
        ("20000153", "An earthquake of magnitude six shook the coast; the epicentre was at sea. Aftershocks followed."),
        ("20000099", "He was charged with murder after the killer confessed. The murdered man was stabbed twice."),
        ("20001085", "She won the tennis final at Wimbledon in straight sets after saving a break point."),
        ("20000704", "The pope spoke at the Vatican. The pontiff will travel in May."),
        ("20001298", "OpenAI trained a large language model. Artificial intelligence and ChatGPT change offices."),
        ("20000477", "The vaccine works, and vaccination begins. Every vaccinated nurse got a booster dose."),
        (
            "20000416",
            "The teachers left the classroom. A teacher shortage worries the headteacher and the teaching union.",
        ),
    ],
)
def test_down_to_the_third_level(concept: str, text: str) -> None:
    assert concept in published(text)


def test_ships_are_no_air_transport() -> None:
    text = (
        "The ferry company said that passengers would wait for a new ferry until May. Shipping is slow in winter, and "
        "the port is small. Cargo goes by the old freighter, which the port has let to the ferry company."
    )
    topics = published(text)
    assert "20000343" in topics
    assert "20000338" not in topics


def test_the_first_topic_of_a_list_of_games_is_no_sport() -> None:
    text = (
        "The best strategy games of the year. Players lead a squad in this turn-based roguelike; the final boss fight "
        "comes late. A tower defence and a real-time strategy title follow."
    )
    assert next(tag.id for tag in tag_topics(text) if tag.id in ROOTS) == "medtop:10000000"


def test_broader_topics_are_implied() -> None:
    scores = {tag.id: tag.score for tag in tag_topics(TEXTS["en"])}
    assert scores["medtop:04000000"] >= scores["medtop:20000344"] >= scores["medtop:20000370"]


def test_evidence_is_printed_in_the_body() -> None:
    for tag in tag_topics(TEXTS["en"], title="Hockey and chess"):
        assert tag.evidence
        assert all(words in TEXTS["en"] for words in tag.evidence)


def test_a_plural_of_another_sense_is_not_its_singular() -> None:
    assert "20001176" not in published("They try again and again. Try it, he said; a try costs nothing, so try.")
    assert "20001176" in published("Three tries and a drop goal won the match at Twickenham; two tries came late.")


def test_an_everyday_word_says_little_about_the_subject() -> None:
    def subject(text: str) -> float:
        return max((tag.score for tag in tag_topics(text) if tag.id == "medtop:11000000"), default=0.0)

    assert subject("The budget of the kitchen is small. We keep the budget.") < 0.45
    assert subject("The ballot is open. Voters fill in the ballot, and the voters wait.") > 0.45


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("13000000", "The company told customers to update the browser: hackers found a hole, and PCs got malware."),
        ("04000000", "The minister said that the government had plans. Inflation rose, exports and shares fell."),
        ("11000000", "The company's boss backs the Tories. Labour MPs and voters ask the firm about the election."),
    ],
)
def test_firms_and_ministers_stand_in_news_of_every_kind(subject: str, text: str) -> None:
    assert next(tag.id for tag in tag_topics(text) if tag.id in ROOTS) == f"medtop:{subject}"


def subjects(text: str, language: str = "en") -> list[str]:
    return [tag.id.removeprefix("medtop:") for tag in tag_topics(text, language=language) if tag.id in ROOTS]


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        (
            "en",
            "16000000",
            (
                "The hospital was hit again at night. Doctors and nurses moved patients of the maternity ward when "
                "artillery shelled the clinic. A surgeon spoke of bombardment; troops are at the front line, "
                "midwives said."
            ),
        ),
        (
            "de",
            "16000000",
            (
                "Die Klinik wurde erneut getroffen. Ärzte und Krankenschwestern trugen Patienten aus der "
                "Notaufnahme, als die Artillerie das Krankenhaus beschoss. Raketen und Soldaten stehen an der Front, "
                "sagte ein Chirurg."
            ),
        ),
        (
            "en",
            "03000000",
            (
                "Flames tore through the hospital at night. Nurses carried patients out of the ward as firefighters "
                "fought the blaze; doctors ran. The fire broke out beside the operating theatre, the fire brigade said."
            ),
        ),
        (
            "en",
            "07000000",
            (
                "Cholera spreads in the besieged city. The hospital has 300 cholera patients; doctors and nurses lack "
                "vaccine. The outbreak began in May. Artillery and troops keep the war going, and the front line is "
                "near."
            ),
        ),
    ],
)
def test_what_happens_comes_before_the_hospital_where_it_does(language: str, subject: str, text: str) -> None:
    assert subjects(text, language)[0] == subject


BASEBALL, CRICKET, ICE_HOCKEY, FOOTBALL, TENNIS = "20000849", "20000888", "20000965", "20001065", "20001085"


@pytest.mark.parametrize(
    ("language", "sport", "other", "text"),
    [
        (
            "en",
            BASEBALL,
            CRICKET,
            (
                "The pitcher struck out nine in six innings. A home run off the bullpen tied it; in the ninth inning "
                "the Phillies won with a double. Their shortstop had three hits in the first innings of the series."
            ),
        ),
        (
            "en",
            CRICKET,
            BASEBALL,
            (
                "India took three wickets before stumps. The first innings ended at 402, the second innings began "
                "badly; the batsman was lbw. His innings had lasted four overs."
            ),
        ),
        (
            "en",
            ICE_HOCKEY,
            FOOTBALL,
            (
                "The NHL team scored on a power play; the puck hit the goalkeeper. The striker's goal, a penalty "
                "shot and a hat-trick: ice hockey at its best. The Stanley Cup goes to the Capitals, and the puck to "
                "the museum."
            ),
        ),
        (
            "ru",
            ICE_HOCKEY,
            FOOTBALL,
            (
                "Хоккеист НХЛ забросил шайбу. Вратарь отбил две шайбы, форвард забил гол в домашнем матче. Кубок "
                "Стэнли ждёт хоккеистов, шайба ушла в музей НХЛ."
            ),
        ),
    ],
)
def test_a_word_that_sports_share_tells_the_one_that_is_played(
    language: str, sport: str, other: str, text: str
) -> None:
    topics = published(text, language)
    assert sport in topics
    assert other not in topics


def test_arabic_words_are_read_behind_what_is_written_together_with_them() -> None:
    plain = "تحدث المعلم عن مهرجان السينما. علماء الآثار في بعثة أثرية، قال علماء الآثار."
    joined = "تحدث المعلم لمهرجان السينما. وعلماء الآثار في بعثة أثرية، قال لعلماء الآثار."
    assert set(published(plain, "ar")) == set(published(joined, "ar")) != set()


def test_a_text_may_be_about_two_sports() -> None:
    text = (
        "Tennis and football share the weekend. The tennis final at Wimbledon went to a tie-break and a break point; "
        "in the Premier League Arsenal scored from a corner kick, and the goalkeeper saved a penalty."
    )
    assert {TENNIS, FOOTBALL} <= set(published(text))


def test_a_term_ends_where_its_sentence_does() -> None:
    assert "artificial intelligence" not in str(tag_topics("He called it artificial. Intelligence came late."))


@pytest.mark.parametrize(
    ("language", "prices", "news"),
    [
        (
            "en",
            "The hospital paid 12,000 shillings for drugs, and the council 5m euros. Wages cost millions of shillings.",
            "The shilling fell against the dollar. Traders sold shillings, and the euro rose.",
        ),
        (
            "fr",
            "L'hôpital a payé trois millions d'euros, puis 40 000 dollars. Les salaires coûtent 5 milliards d'euros.",
            "L'euro a baissé face au dollar. Le taux de change inquiète; le dollar est fort.",
        ),
        (
            "es",
            "El hospital pagó 3 millones de dólares y 40.000 euros. Los sueldos cuestan 5 millones de euros.",
            "El euro cayó frente al dólar. El tipo de cambio preocupa; el dólar sube.",
        ),
    ],
)
def test_a_price_is_no_news_of_its_currency(language: str, prices: str, news: str) -> None:
    assert "20000355" not in published(prices, language)
    assert "20000355" in published(news, language)


@pytest.mark.parametrize("text", ["", "12 34", "Lorem ipsum dolor sit amet."])
def test_no_term_no_topic(text: str) -> None:
    assert tag_topics(text) == []


@pytest.mark.parametrize("language", ["fi", "th", "und"])
def test_no_term_file_no_topic(language: str) -> None:
    assert tag_topics(TEXTS["en"], language=language) == []


def test_a_term_once_at_the_end_is_not_a_topic() -> None:
    filler = "They walked along the quiet lane and spoke of nothing in particular for a while. " * 12
    assert "20001085" not in published(filler + "Somebody mentioned tennis.")


LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_250_concepts_have_terms(language: str) -> None:
    concepts = {concept for term in all_terms(language) for concept in term.concepts}
    assert len(concepts) >= 250


def test_chinese_is_read_in_either_kind_of_characters() -> None:
    traditional = "台北地方法院判決被告十年有期徒刑，檢察官提起公訴，被告涉嫌詐騙。法院開庭審理，律師表示上訴。"
    simplified = "台北地方法院判决被告十年有期徒刑，检察官提起公诉，被告涉嫌诈骗。法院开庭审理，律师表示上诉。"
    found = [{topic.id: topic.score for topic in tag_topics(text, language="zh")} for text in (traditional, simplified)]
    assert found[0] == found[1]
    assert found[0]["medtop:02000000"] >= LEAST_CONFIDENCE
    [subject] = [topic for topic in tag_topics(traditional, language="zh") if topic.id == "medtop:02000000"]
    assert all(evidence in traditional for evidence in subject.evidence)


def test_a_term_is_found_in_its_forms() -> None:
    texts = {
        "ru": "Президентских выборов ждут в октябре. Избирателям раздали бюллетени, кандидаты спорят о выборах.",
        "pl": "Wyborów prezydenckich nie będzie w maju. Kandydaci walczą o głosy wyborców w kampanii wyborczej.",
        "ar": "الانتخابات الرئاسية في أكتوبر. وأدلى الناخبون بأصواتهم في مراكز الاقتراع، وأعلن المرشحون النتائج.",
    }
    for language, text in texts.items():
        assert "medtop:20000574" in {topic.id for topic in tag_topics(text, language=language)}, language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("彼はテロワールについて語った。スパイスの香りがした。", "ja"),  # neither terror nor a spy
        ("テニスンの詩を読み、シードルを飲んだ。テニスンの詩。", "ja"),  # no tennis
        ("Varje dag gick han till skolan, och varje kväll kom han hem.", "sv"),  # not fencing
        ("Гость сел после ужина, а после обеда ушёл.", "ru"),  # no ambassador
    ],
)
def test_what_only_begins_or_ends_like_a_term_is_none(text: str, language: str) -> None:
    told = {topic.id for topic in tag_topics(text, language=language)}
    assert told.isdisjoint(
        {"medtop:15000000", "medtop:16000000", "medtop:20000929", "medtop:20000638", "medtop:11000000"}
    )


def rows(*objects: dict[str, object]) -> str:
    return "\n".join(json.dumps(row) for row in objects)


@pytest.fixture
def taxonomy() -> Taxonomy:
    return parse_taxonomy(
        rows(
            {"id": "acme:finance", "labels": {"en": "Finance", "de": "Finanzen"}, "terms": {"en": ["bank"]}},
            {
                "id": "acme:fintech",
                "labels": "Fintech",
                "terms": ["neobank", "open banking", "开放银行"],
                "excluded": [],
                "broader": "acme:finance",
            },
            {"id": "acme:banks", "labels": "Banks", "terms": ["bank"], "excluded": ["river bank"]},
        )
    )


def own(text: str, taxonomy: Taxonomy, language: str = "en") -> dict[str, str]:
    return {tag.id: tag.label for tag in tag_topics(text, language=language, taxonomy=taxonomy) if tag.id[:4] == "acme"}


def test_an_operators_concepts_stand_beside_iptcs(taxonomy: Taxonomy) -> None:
    text = "Neobanks grow by open banking."
    assert own(text, taxonomy) == {"acme:fintech": "Fintech", "acme:finance": "Finance"}
    assert own("Neobanks", taxonomy, "de") == {"acme:fintech": "Fintech", "acme:finance": "Finanzen"}


def test_an_operators_terms_in_unspaced_scripts(taxonomy: Taxonomy) -> None:
    assert "acme:fintech" in own("欧洲的开放银行发展很快。", taxonomy, "zh")


def test_an_excluded_term_takes_its_words(taxonomy: Taxonomy) -> None:
    assert "acme:banks" not in own("They sat on the river bank. The river bank was dry.", taxonomy)
    assert "acme:banks" in own("They left the river bank for the bank.", taxonomy)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('{"id": "a", "labels": "A", "terms": ["x"]}\n{"id": ', "line 2: .*JSON", id="not JSON"),
        pytest.param('\n{"id": "a", "terms": ["x"]}', "line 2: labels: Field required", id="a field is missing"),
        pytest.param('{"id": "a", "labels": "A", "terms": "x"}', "line 1: terms", id="terms are no list"),
        pytest.param('{"id": "a", "labels": "A", "terms": [], "colour": 1}', "line 1: colour", id="an unknown field"),
        pytest.param(
            '{"id": "a", "labels": "A", "terms": []}\n{"id": "a", "labels": "A", "terms": []}',
            "line 2: id a stands already in line 1",
            id="an id twice",
        ),
        pytest.param(
            '{"id": "a", "labels": "A", "terms": [], "broader": "b"}',
            "line 1: broader b is not in the file",
            id="an orphan",
        ),
        pytest.param(
            '{"id": "a", "labels": "A", "terms": [], "broader": "a"}',
            "line 1: broader a is broader than itself",
            id="a ring",
        ),
    ],
)
def test_a_bad_taxonomy_is_told_by_its_line(text: str, message: str) -> None:
    with pytest.raises(OperationError, match=message):
        parse_taxonomy(text)


def test_a_word_that_makes_no_topic_by_itself_makes_none() -> None:
    assert tag_topics("Two recyclers told The Packager Daily that they had not yet tested the liner.") == []


def test_tokens_at_hand_change_nothing() -> None:
    assert tag_topics(TEXTS["en"], tokens=tokenize(TEXTS["en"])) == tag_topics(TEXTS["en"])


@given(st.text(max_size=300), st.sampled_from(["en", "de", "fr", "zh"]))
def test_any_text_has_an_answer(text: str, language: str) -> None:
    for tag in tag_topics(f"{text} inflation {text}", title=text, language=language):
        assert 0 <= tag.score <= 1


@pytest.mark.parametrize(
    ("name", "first", "last", "concepts"),
    [("000", 4, 20, {"20000642", "20000635", "20000373"}), ("002", 25, 41, {"20000642", "20000635"})],
)
def test_the_samples(shared: Path, name: str, first: int, last: int, concepts: set[str]) -> None:
    [path] = (shared / "samples").glob(f"{name}_*.txt")
    lines = path.read_text(encoding="utf-8").splitlines()[first - 1 : last]
    topics = published("\n\n".join(line for line in lines if line.strip()))
    assert concepts <= set(topics)
    assert {"20000638", "20000639", "20000640"} & set(topics)


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_a_broader_concept_is_at_least_as_sure(language: str) -> None:
    for line in (Path(__file__).parent / "filed" / f"{language}.jsonl").read_text("utf-8").splitlines():
        story = json.loads(line)
        topics = tag_topics(story["text"], title=story["title"], language=language)
        scores = {topic.id.removeprefix("medtop:"): topic.score for topic in topics}
        for concept, score in scores.items():
            assert all(scores.get(above, 1.0) >= score for above in line_of(concept))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "هجوم", "هجوما"),
        ("ar", "حكومة", "حكومتها"),
        ("ar", "شركات", "شركاتها"),
        ("ar", "سياسي", "سياسيين"),
        ("pl", "wypadek", "wypadku"),
        ("pl", "naukowiec", "naukowców"),
        ("pl", "szczepionek", "szczepionka"),
        ("ru", "рынок", "рынка"),
        ("ru", "беженец", "беженцев"),
        ("ru", "забастовок", "забастовка"),
        ("ru", "владелец", "владельца"),
    ],
)
def test_a_word_is_found_in_all_its_forms(language: str, one: str, other: str) -> None:
    assert stems(tokenize(one), language) == stems(tokenize(other), language)
