"""No public function over text takes more than 2.5 times as long for twice the length, whatever the text is made of.

What a text is made of: one character over and over, two in turn, and whatever else has a pattern looking ahead or back.
"""

import pkgutil
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot
import index
from tests.growth.functions import functions_over_text, prepared
from tests.growth.measuring import Prepare, too_steep
from tests.growth.named import NAMED
from tests.growth.passed_over import PASSED_OVER, reason_for
from tests.growth.shapes import BETWEEN, CHARACTERS, PAIRS, RUNS, SHAPES, Shape

# A tracer costs what it measures, and more for short lines of code than for long ones.
pytestmark = pytest.mark.no_cover

ROOMS = tuple(
    f"{package.__name__}.{found.name}"
    for package in (index, bot)
    for found in pkgutil.iter_modules(package.__path__)
    if found.name != "__main__"
)
LONG = 2**13
"""Characters of the shortest text where there is time: what is hidden by other work in a short one shows."""

WHOLE = (
    "index.adding.ingestion.prepare",
    "index.readers.markdown.read",
    "bot.on_discord.cards.parts.escape.escape",
)
"""What a document from a stranger goes through."""


def measured(room: str) -> dict[str, Prepare]:
    """The functions over text of a package or module, by name, with what gives them what they require."""
    found = {}
    for name, function in functions_over_text():
        if f"{name}.".startswith(f"{room}.") and reason_for(name) is None:
            prepare = NAMED.get(name) or prepared(function)
            assert prepare, (
                f"{name} needs what is made of no text: say in NAMED how it is, or in PASSED_OVER why not"
            )
            found[name] = prepare
    return found


def steep(room: str, shapes: Sequence[Shape], turns: int = 1, **length: int) -> list[str]:
    """Return what is steep in a room; with ``turns``, each function in turn gets a part of the shapes, the next one another."""
    return [
        f"{name} over {shape}: {growth}"
        for place, (name, prepare) in enumerate(measured(room).items())
        for shape in shapes[place % turns :: turns]
        if (growth := too_steep(prepare, shape, **length)) is not None
    ]


def test_what_is_passed_over_or_named_is_there() -> None:
    names = [f"{name}." for name, _ in functions_over_text()]
    gone = [key for key in (*PASSED_OVER, *NAMED) if not any(name.startswith(f"{key}.") for name in names)]
    assert gone == []


@pytest.mark.parametrize("room", ROOMS)
def test_time_grows_with_the_length_of_a_text(room: str) -> None:
    assert steep(room, RUNS + SHAPES + BETWEEN[1::3], turns=12) == []


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_it_does_over_every_shape(room: str) -> None:
    assert steep(room, RUNS + SHAPES + BETWEEN) == []


@pytest.mark.parametrize("place", range(0, len(PAIRS), 100))
def test_it_does_over_two_characters_in_turn(place: int) -> None:
    assert [found for name in WHOLE for found in steep(name, PAIRS[place : place + 100 : 16])] == []


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_it_does_over_long_texts(room: str) -> None:
    assert steep(room, RUNS + BETWEEN + SHAPES, shortest=LONG) == []


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_it_does_over_every_two_characters_in_turn(room: str) -> None:
    assert steep(room, PAIRS) == []


pieces = st.one_of(
    st.sampled_from(CHARACTERS),
    st.sampled_from(sorted({shape.unit for shape in SHAPES})),
    st.characters(codec="utf-8"),
)
shapes = st.builds(
    Shape,
    unit=st.lists(pieces, min_size=1, max_size=4).map("".join),
    head=st.lists(pieces, max_size=2).map("".join),
    tail=st.lists(pieces, max_size=2).map("".join),
)


@settings(max_examples=25, deadline=None)
@given(shapes)
def test_it_does_over_what_nobody_has_thought_of(shape: Shape) -> None:
    assert [found for name in WHOLE for found in steep(name, [shape])] == []


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None)
@given(shapes, st.sampled_from(ROOMS))
def test_it_does_in_every_function_over_what_nobody_has_thought_of(shape: Shape, room: str) -> None:
    assert steep(room, [shape]) == []
