"""How a question's frame is read: who does what to whom, whose, which one."""

from datetime import date

import pytest

from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.asking.asked_words import clause_said
from index.language.english.asking.frames.frame import QuestionFrame, read_frame
from index.language.english.grammar.parties import apart
from index.language.english.grammar.roles import deeds
from index.language.english.grammar.words import read_words
from index.language.english.moments import differs, find_moments
from index.language.tokens import Analyzer

ANALYZER = Analyzer()


def terms_of(word: str) -> tuple[str, ...]:
    return tuple(ANALYZER.terms(word))


def frame(question: str) -> QuestionFrame:
    return read_frame(question, terms_of)


@pytest.mark.parametrize(
    ("question", "verb", "agent", "patient"),
    [
        ("Why did Norway recall its ambassador from Chad?", "recal", "norway", None),
        ("Which duties did Velmark lift?", "lift", "velmark", None),
        ("Who apologised to Lund?", "apologis", None, "lund"),
        ("Whom did Greta Holm thank?", "thank", "holm", None),
        ("What did Aalto urge Moreno to do?", "urg", "aalto", "moreno"),
        ("What guarantees does Ostvale demand?", "demand", "ostval", None),
        ("Was the pact signed by Ostvale?", "sign", "ostval", "pact"),
        ("How many prisoners did Heskia hand over?", "hand", "heskia", None),
        ("With which two nations did the US establish relations?", "establish", "u.s", "relat"),
        # What is counted, or asked for, has it done to it.
        ("How many barges of Lomar were seized by Sudria?", "seiz", "sudria", "barg"),
        ("How many drivers from Heskia were wounded?", "wound", None, "driver"),
        ("How many hostages have been freed by the rebels?", "freed", "rebel", "hostag"),
        # The verb is where the noun phrase ends, and in its plain form.
        ("When did the third sitting of the harbour board rise?", "rise", "sit", None),
        ("What does the fifth clause foresee?", "forese", "claus", None),
        ("Which states voted against the pact?", "vote", None, None),
        ("Which creditor forgave the loan?", "forgav", None, "loan"),
        ("How long does Lomar have to answer the letter?", "answer", "lomar", "letter"),
    ],
)
def test_who_does_what_to_whom(question: str, verb: str, agent: str | None, patient: str | None) -> None:
    found = frame(question)
    assert found.verb == verb
    assert (found.agent.head if found.agent else None) == agent
    if patient is not None:
        assert found.patient is not None and found.patient.head == patient


@pytest.mark.parametrize(
    "question",
    [
        "What did the harbour minister say on Friday?",
        "How many seats does the Lomar parliament have?",
        "What did the president of the council tell reporters?",
    ],
)
def test_a_verb_that_is_no_term_leaves_no_other_word_for_one(question: str) -> None:
    assert frame(question).verb is None


def test_a_keyword_search_has_no_roles() -> None:
    found = frame("tariffs Velmark Kestria 2024")
    assert (found.verb, found.agent, found.patient) == (None, None, None)


def test_whose_envoy_and_to_whom() -> None:
    relation = frame("Who is Bresk's ambassador to Ilvania?").relation
    assert relation is not None
    assert (relation.owner, relation.target) == (("bresk",), ("ilvania",))


@pytest.mark.parametrize(
    ("question", "rank"),
    [("Where did the first round end?", 1), ("What did the 5th meeting decide?", 5), ("Who won?", None)],
)
def test_which_in_an_order(question: str, rank: int | None) -> None:
    assert next((one.rank for one in frame(question).ranked), None) == rank


def test_what_has_a_number() -> None:
    assert frame("What does Article 9 of the treaty say?").numbered == (("articl", "9"),)
    assert frame("When did the committee finish chapter five?").numbered == (("chapter", "5"),)


@pytest.mark.parametrize(
    ("sentence", "verb", "agent", "patient", "passive", "denied"),
    [
        ("Chad recalled its envoy from Norway.", "recal", "Chad", "envoy", False, False),
        ("The envoy was recalled by Chad on Monday.", "recal", "Chad", "envoy", True, False),
        ("Hall said that Tarvia had not accepted the map.", "accept", "Tarvia", "map", False, True),
        ("Tarvia welcomed the plan and rejected the map.", "reject", "Tarvia", "map", False, False),
        ("Tarvia's acceptance of the map came late.", "accept", "Tarvia", "map", False, False),
    ],
)
def test_a_deed_is_read_in_either_voice_and_as_a_noun(
    sentence: str, verb: str, agent: str, patient: str, passive: bool, denied: bool
) -> None:
    verbs = {*ANALYZER.terms("recall recalled"), verb}
    deed = next(one for one in deeds(read_words(sentence, terms_of), verbs))
    assert agent in [word.text for word in deed.agent]
    assert patient in [word.text for word in deed.patient]
    assert (deed.passive, deed.denied) == (passive, denied)


@pytest.mark.parametrize(
    ("question", "name", "right", "wrong"),
    [
        ("How old is Hana Wirth?", "age", "Wirth, 44, was consul.", "Wirth has led it for 4 years."),
        ("How much does the link cost?", "sum", "It costs 3.6 billion francs.", "It opens in 2034."),
        ("At what hour did she leave?", "hour", "She left at 20:15.", "She left on 3 May 2024."),
        ("Which hotel did they stay at?", "hotel", "They met in the Hotel Astoria.", "They met in Prade."),
        ("What share will it own?", "share", "It will own 55 percent.", "It will own the mine."),
        ("How long did they talk?", "duration", "They talked for 40 minutes.", "They talked of fish."),
        ("When did it end?", "day", "It ended on 14 October.", "It ended badly for Quist."),
        ("How far is the line?", "distance", "The line is two kilometres east.", "The line is east of Olm."),
        (
            "How many hours did they talk?",
            "number of hours",
            "after two and a half hours",
            "on a 30-day truce",
        ),
        ("How many minutes was the call?", "number of minutes", "It took an hour.", "It took two days."),
        ("After how many days did it hold?", "number of days", "a two-week lull", "for eleven years"),
        ("How many weeks have they?", "number of weeks", "within 30 days", "within two years"),
        ("For how many months?", "number of months", "for half a year", "for 30 days"),
        ("How many times was it prolonged?", "number of times", "It was renewed twice.", "on a 30-day truce"),
        ("How often did they meet?", "number of times", "They met every week.", "They met in Prade."),
        ("how many times did they vote", "number of times", "in a fourth vote", "by 41 votes to 9"),
        ("how many years in prison", "number of years", "up to 15 years", "within 30 days"),
    ],
)
def test_what_has_a_form_of_its_own(question: str, name: str, right: str, wrong: str) -> None:
    thing = asked_thing(question)
    assert thing is not None and thing.name == name
    assert holds(thing, right)
    assert not holds(thing, wrong)


def test_a_plain_question_asks_for_no_form() -> None:
    assert asked_thing("Who led the delegation?") is None


@pytest.mark.parametrize(
    ("asked", "sentence", "other"),
    [
        ("on Sunday", "They met on Friday.", "day"),
        ("on 3 October", "It was signed on 28 September.", "day"),
        ("in November", "It began in April.", "month"),
        ("in autumn 2023", "In June 2023 they met.", "season"),
        ("in 2019", "It ended in 2022.", "year"),
        ("in autumn", "They met on 5 October.", None),
        ("in June", "They met on 5 June 2023.", None),
        ("on Sunday", "They met in Prade.", None),
    ],
)
def test_another_moment_is_told_from_the_same(asked: str, sentence: str, other: str | None) -> None:
    found = find_moments(sentence)
    assert differs(find_moments(asked), found, found, None) == other


@pytest.mark.parametrize(
    ("asked", "sentence", "published", "other"),
    [
        ("in April 2024", "Biden will host 40 leaders on April 22.", date(2021, 3, 26), "year"),
        ("in March 2023", "He will join the scheduled summit in March.", date(2021, 3, 23), "year"),
        ("for 2021", "It will send 15 bcm in 2022.", date(2022, 3, 25), "year"),
        ("in 2021", "In 2022 it sent less than the year before, last year.", date(2022, 6, 25), None),
        ("in 2023", "He spoke of it in the year 2022, and in January.", date(2024, 1, 5), None),
        ("in 2025", "Canada takes over next year.", date(2024, 12, 13), None),
        ("in 2026", "Canada takes over next year.", date(2024, 12, 13), "year"),
        ("in 2024", "Canada takes over.", date(2024, 12, 13), None),
        ("in 2022", "They met in Prade.", date(2024, 12, 13), None),
        ("in 2030", "They met in Prade.", None, None),
    ],
)
def test_a_text_tells_of_the_years_beside_its_own_only_where_it_says_so(
    asked: str, sentence: str, published: date | None, other: str | None
) -> None:
    found = find_moments(sentence)
    assert differs(find_moments(asked), found, found, published) == other


@pytest.mark.parametrize(
    ("sentence", "are_two"),
    [
        ("Envoys of the government and the League signed it.", True),
        ("The government will free 140 fighters; the League will hand over twelve.", True),
        ("The government accused the League.", True),
        ("Talks between the government and the League failed.", True),
        ("The League's government signed it.", False),
        ("The government of the League signed it.", False),
        ("The government is the League.", False),
        ("The government, the League, signed it.", False),
    ],
)
def test_two_parties_are_told_from_one_by_two_names(sentence: str, are_two: bool) -> None:
    words = read_words(sentence, terms_of)
    assert (
        apart(words, terms_of("government"), terms_of("League"), lambda term, others: term in others)
        is are_two
    )


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Who said that Velmark would add tractors?", "would Velmark add tractors"),
        ("Which envoy claimed that the search broke the treaty?", "did the search broke the treaty"),
        ("Who denied that Moscow has hidden warheads?", "has Moscow hidden warheads"),
        ("Who said so?", None),
        ("What did he say?", None),
    ],
)
def test_the_clause_that_somebody_said_is_a_question_of_its_own(question: str, clause: str | None) -> None:
    assert clause_said(question) == clause


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("What guarantee did Volna give Lomia?", "guarantee"),
        ("What promise did the mayor make?", "promise"),
        ("What complaint did Seoul make?", "complain"),
        ("How many fighters are the rebels to set free?", "free"),
        ("What concession did Lomia make?", "concede"),
    ],
)
def test_a_light_verb_is_read_with_its_noun(question: str, verb: str) -> None:
    assert read_frame(question, terms_of).verb == terms_of(verb)[-1]


def test_a_light_verb_with_a_word_that_makes_another_of_it_stays() -> None:
    assert read_frame("Which demand did the Liberals give up?", terms_of).verb == "give"


@pytest.mark.parametrize(
    ("sentence", "verb", "doer"),
    [
        ("The group promised to give up 24 slots.", "slot", None),
        ("The company refused to sell the land.", "sell", "company"),
        ("The letter gives Kashgar ninety days to reply.", "reply", "Kashgar"),
        ("Oman urged both of the camps to sign it.", "sign", None),
        ("Tokyo asked Minister Lind to sign it.", "sign", "Lind"),
        ("Volna will pay 2.60 dollars, and Lomia guarantees passage.", "guarantee", "Lomia"),
        ("Under a protocol signed in March, Armen hands back four villages.", "hand", "Armen"),
        ("A hall in Oyo, paid for by the city of Hartfeld, opens.", "pay", "Hartfeld"),
    ],
)
def test_who_does_it_is_told_behind_other_verbs_and_clauses(
    sentence: str, verb: str, doer: str | None
) -> None:
    found = deeds(read_words(sentence, terms_of), {terms_of(verb)[-1]})
    sure = [{word.text for word in deed.agent} for deed in found if deed.sure]
    assert any(doer in agent for agent in sure) if doer is not None else not sure


@pytest.mark.parametrize(
    ("asked", "sentence", "published", "differing"),
    [
        ("on 5 February", "They met on 6 February.", date(2025, 2, 10), "day"),
        ("on 6 February", "They met on 6 February.", date(2025, 2, 10), None),
        ("on 10 February", "They will meet on 1 March.", date(2025, 2, 10), None),
        ("on 5 February", "They met and agreed.", date(2025, 2, 10), None),
        ("in March", "They met on 6 February.", date(2025, 2, 10), "month"),
        ("in March", "They are to meet.", date(2025, 2, 10), None),
    ],
)
def test_a_day_named_in_a_sentence_is_no_other_day_near_by(
    asked: str, sentence: str, published: date, differing: str | None
) -> None:
    told = find_moments(sentence)
    assert differs(find_moments(asked), told, told, published) == differing
