"""What is refused, cut or bounded is so from its bound on, and not one before it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from index import Document, Index
from index.errors import QueryError
from index.requests import QuotesRequest, TimelineRequest
from tests.index.kept.corpus import opened

FIRST = date(2020, 1, 1)
MANY = 420
"""More quotations and events than a list without a limit shows."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with opened(tmp_path_factory.mktemp("bounds") / "parley.db") as index:
        yield index


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("many") / "parley.db", reader=False) as index:
        index.add_documents(map(_day, range(MANY)))
        yield index


def _day(number: int) -> Document:
    day = FIRST + timedelta(number)
    boats = number + 100
    told = f'On {day.day} {day:%B %Y} the port took in {boats} boats. "I counted {boats} of them," Pavel Orsic said.'
    return Document(f"day-{number}", f"Report {number}", told, published=day)


def filled(word: str, length: int) -> str:
    """Return ``word`` and then words that say nothing, in so many characters."""
    rest = length - len(word)
    return word + (" of" + " a" * ((rest - 3) // 2) if rest % 2 else " a" * (rest // 2))


ASKED: tuple[tuple[Callable[[Index, str], object], int], ...] = (
    (lambda index, text: index.events(TimelineRequest(text)), 500),
    (lambda index, text: index.quotations(QuotesRequest(about=text)), 500),
    (lambda index, text: index.ask(text), 2_000),
)


@pytest.mark.parametrize(("ask", "most"), ASKED)
def test_what_is_asked_may_be_so_long_and_no_longer(
    index: Index, ask: Callable[[Index, str], object], most: int
) -> None:
    ask(index, filled("herring", most))
    with pytest.raises(QueryError, match=f"{most + 1:,} characters.* at most {most:,}"):
        ask(index, filled("herring", most + 1))


def test_a_list_without_a_limit_has_so_many_entries_and_the_last_said_first(many: Index) -> None:
    quoted = many.quotations(QuotesRequest())
    assert (len(quoted), quoted[0].document.title) == (400, f"Report {MANY - 1}")
    assert len(many.quotations(QuotesRequest(limit=7))) == 7
    assert len(many.events(TimelineRequest())) == 400
    assert len(many.events(TimelineRequest(limit=399))) == 399


def test_a_message_is_traced_by_its_beginning(many: Index) -> None:
    said = "took in 319 boats. I counted 319 of them"
    assert many.trace(f"{'w ' * 1_900}{said}")
    assert not many.trace(f"{'w ' * 2_100}{said}")


@pytest.mark.parametrize(("words", "found"), [(4, False), (5, True)])
def test_words_in_a_row_are_traced_from_so_many_on(many: Index, words: int, found: bool) -> None:
    told = "the port took in 319 boats"
    assert bool(many.trace(" ".join(["Nobody", *told.split()[-words:], "ever"]))) is found


def test_an_index_kept_open_stays_what_it_is(tmp_path: Path) -> None:
    with opened(tmp_path / "parley.db") as index:
        before = index.ask("When do the patrols begin?")
        assert index.ask("When do the patrols begin?") == before
