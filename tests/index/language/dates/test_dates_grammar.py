"""What the grammar asks of a text before its rules are tried at all."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import find_time_expressions
from index.language.dates.rules.grammar import MASTER, NAMING
from index.language.dates.rules.lexicon import SYMBOL

OTHERS = sorted(symbol for symbol in SYMBOL.values() if NAMING.search(symbol) is None)


def test_no_rule_matches_without_a_symbol_that_names_time() -> None:
    runs = ("".join(run) for length in (1, 2) for run in itertools.product(OTHERS, repeat=length))
    assert [run for run in runs if NAMING.search(run) is None and MASTER.match(run)] == []


@given(st.text(OTHERS, max_size=12))
def test_nor_does_one_in_a_longer_run(run: str) -> None:
    if NAMING.search(run) is None:
        assert not any(MASTER.match(run, place) for place in range(len(run)))


def test_numbers_and_order_alone_are_no_time() -> None:
    assert (
        find_time_expressions("What did the two sides agree on at the last of the first nine rounds?", None)
        == ()
    )
    assert [one.value for one in find_time_expressions("It ended in the past.", None)] == ["PAST_REF"]
