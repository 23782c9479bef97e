"""Words that say the opposite, and texts that deny."""

import pytest

from index.language.english.opposites import Opposites, is_denied
from index.language.tokens import Analyzer, data_lines

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Norland did not sign.", True),
        ("Norland didn’t sign.", True),
        ("It never signed.", True),
        ("It refused to sign.", True),
        ("Norland signed on Monday.", False),
        ("It noted the knot in November.", False),
    ],
)
def test_a_text_denies_by_its_words(text: str, denied: bool) -> None:
    assert is_denied(text) is denied


def test_opposites_hold_both_ways() -> None:
    opposites = Opposites.read(ANALYZER)
    rose, fell = ANALYZER.terms("rose")[0], ANALYZER.terms("fell")[0]
    assert fell in opposites.of(rose)
    assert rose in opposites.of(fell)
    assert opposites.of("barley") == frozenset()


def test_every_line_of_opposites_has_two_sides() -> None:
    for words in data_lines("opposites.txt"):
        assert words.count("|") == 1
        assert 0 < words.index("|") < len(words) - 1
