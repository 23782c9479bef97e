"""Each rule of the grammar reads its examples and leaves its counterexamples alone."""

import pytest

from index.language.dates import find_time_expressions
from index.language.dates.rules.examples import COUNTEREXAMPLES, EXAMPLES, PUBLISHED
from index.language.dates.rules.grammar import MASTER, RULES, tokenise


def test_each_rule_has_examples() -> None:
    assert EXAMPLES.keys() == RULES.keys()
    assert COUNTEREXAMPLES.keys() <= RULES.keys()


@pytest.mark.parametrize(
    ("rule", "text", "words", "value"),
    [(rule, *example) for rule, examples in EXAMPLES.items() for example in examples],
)
def test_a_rule_reads_its_examples(rule: str, text: str, words: str, value: str) -> None:
    values = {text[item.start : item.end]: item.value for item in find_time_expressions(text, PUBLISHED)}
    assert values.get(words) == value, values
    symbols = tokenise(text).symbols
    matches = [MASTER.match(symbols, place) for place in range(len(symbols))]
    assert rule in {match.lastgroup for match in matches if match}


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in COUNTEREXAMPLES.items() for text in texts]
)
def test_a_rule_reads_nothing_in_its_counterexamples(rule: str, text: str) -> None:
    assert [text[item.start : item.end] for item in find_time_expressions(text, PUBLISHED)] == [], rule
