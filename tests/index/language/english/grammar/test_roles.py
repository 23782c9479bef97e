"""Who does what in a sentence is read from the words of its clause."""

import pytest

from index.language.english.grammar.roles import deeds
from index.language.english.grammar.words import read_words
from index.language.tokens import Analyzer

ANALYZER = Analyzer()
SUBJECT = "Norland"


def terms_of(word: str) -> tuple[str, ...]:
    return tuple(ANALYZER.terms(word))


def agents(adverbs: int) -> list[str]:
    """Who is taken for the one who signed, with so many adverbs between the name and the verb."""
    words = read_words(f"{SUBJECT} {'quietly ' * adverbs}signed the pact.", terms_of)
    (deed,) = deeds(words, {"sign"})
    return [word.text for word in deed.agent]


def denied(between: int) -> bool:
    """Whether it is taken to be denied that he signed, with so many words before "until"."""
    words = read_words(f"Norland never signed the {'long ' * between}pact until May.", terms_of)
    (deed,) = deeds(words, {"sign"})
    return deed.denied


@pytest.mark.parametrize(("adverbs", "found"), [(0, True), (10, True), (200, False)])
def test_a_subject_is_looked_for_near_its_verb_alone(adverbs: int, found: bool) -> None:
    assert (SUBJECT in agents(adverbs)) is found


@pytest.mark.parametrize(("between", "is_denied"), [(0, False), (56, False), (57, True)])
def test_until_is_looked_for_near_its_verb_alone(between: int, is_denied: bool) -> None:
    assert denied(between) is is_denied
