"""How a question's frame is read: who does what to whom, whose, which one."""

import pytest

from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.asking.frames import QuestionFrame, read_frame
from index.language.english.moments import differs, find_moments
from index.language.english.roles import deeds, read_words
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
        ("Was the pact signed by Ostvale?", "sign", "ostval", "pact"),
        ("How many prisoners did Heskia hand over?", "hand", "heskia", None),
        ("With which two nations did the US establish relations?", "establish", "u.s", "relat"),
    ],
)
def test_who_does_what_to_whom(question: str, verb: str, agent: str | None, patient: str | None) -> None:
    found = frame(question)
    assert found.verb == verb
    assert (found.agent.head if found.agent else None) == agent
    if patient is not None:
        assert found.patient is not None and found.patient.head == patient


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
