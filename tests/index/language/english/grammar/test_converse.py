"""A deed with two ends is told from either: who sells and who buys, who went before and who came after."""

import pytest

from index.language.english.grammar.converse import called, parties, two_ended
from index.language.english.grammar.roles import deeds
from index.language.english.grammar.words import Words, read_words
from index.language.tokens import Analyzer

ANALYZER = Analyzer()


def terms_of(word: str) -> tuple[str, ...]:
    return tuple(ANALYZER.terms(word))


def names(words: Words) -> str:
    return " ".join(word.text for word in words if word.is_name)


def told(verb: str, sentence: str) -> tuple[str, str]:
    """Who is first and who is second in the one deed of the sentence, by name."""
    term = (terms_of(verb) or (verb,))[0]
    ends = two_ended(term, terms_of)
    assert ends is not None
    words = read_words(sentence, terms_of)
    deed = deeds(words, ends.direct | ends.converse)[0]
    first, second = parties(words, deed, ends)
    return names(first), names(second)


@pytest.mark.parametrize(
    ("verb", "sentence", "first", "second"),
    [
        ("buy", "Norland sold four ferries to Sudria.", "Norland", "Sudria"),
        ("sell", "Sudria bought four ferries from Norland.", "Norland", "Sudria"),
        ("sell", "Four ferries were bought by Sudria from Norland.", "Norland", "Sudria"),
        ("borrow", "The Harbour Bank has lent Sudria 40 million.", "Harbour Bank", "Sudria"),
        ("lend", "Sudria borrowed 40 million from the Harbour Bank.", "Harbour Bank", "Sudria"),
        ("receive", "Norland handed Sudria a draft.", "Norland", "Sudria"),
        ("receive", "The draft was handed to Sudria by Norland.", "Norland", "Sudria"),
        ("give", "Sudria received a draft from Norland.", "Norland", "Sudria"),
        ("give", "Sudria was given a larger share.", "", "Sudria"),
        ("precede", "Kerr was succeeded by Holm.", "Kerr", "Holm"),
        ("precede", "Holm replaces Kerr.", "Kerr", "Holm"),
        ("succeed", "Kerr preceded Holm.", "Kerr", "Holm"),
        ("host", "Holm visited Kerr.", "Kerr", "Holm"),
        ("defeat", "The Homeland Party lost to the Union.", "Union", "Homeland Party"),
        ("lose", "The Union beat the Homeland Party.", "Union", "Homeland Party"),
    ],
)
def test_both_ends_are_told_whichever_verb_tells_them(
    verb: str, sentence: str, first: str, second: str
) -> None:
    assert told(verb, sentence) == (first, second)


@pytest.mark.parametrize("verb", ["meet", "attack", "sign", "recall"])
def test_other_deeds_have_no_such_ends(verb: str) -> None:
    term = (terms_of(verb) or (verb,))[0]
    assert two_ended(term, terms_of) is None


def test_a_loan_is_no_sale() -> None:
    lending, selling = (two_ended(terms_of(verb)[0], terms_of) for verb in ("lend", "sell"))
    assert lending is not None
    assert selling is not None
    assert not lending.tells("sell")
    assert not selling.tells("lend")


@pytest.mark.parametrize(
    ("verb", "sentence", "first", "second"),
    [
        ("lend", "Its biggest lender, the Bank of Yun, gave in.", "Bank Yun", ""),
        ("lend", "The largest creditor, Norland, gave in.", "Norland", ""),
        ("sell", "The main buyer, Sudria, complained.", "", "Sudria"),
        ("succeed", "Her predecessor, Kerr, resigned.", "Kerr", ""),
    ],
)
def test_who_is_called_by_an_end_stands_at_it(verb: str, sentence: str, first: str, second: str) -> None:
    ends = two_ended(terms_of(verb)[0], terms_of)
    assert ends is not None
    (found,) = called(read_words(sentence, terms_of), ends)
    assert (names(found.first), names(found.second)) == (first, second)


def test_a_noun_of_an_end_without_a_name_names_nobody() -> None:
    ends = two_ended(terms_of("lend")[0], terms_of)
    assert ends is not None
    assert called(read_words("The lenders agreed on Monday.", terms_of), ends) == []
