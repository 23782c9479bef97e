"""Patterns that wait: they find what compiled ones find, and every one of them can be compiled."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import index
from index.language.patterns import late
from tests.index.language.read_patterns import always_holds, read

MODULES = [
    found.name for found in pkgutil.walk_packages(index.__path__, "index.") if "reader.data" not in found.name
]


def test_it_finds_what_the_compiled_pattern_finds() -> None:
    text, pattern = "Talks began on 3 May, TALKS ended on 5 May.", r"\btalks (?P<what>\w+)"
    waiting, compiled = late(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    for _ in range(2):
        assert waiting.findall(text) == compiled.findall(text) == ["began", "ended"]
        assert [one.span("what") for one in waiting.finditer(text, 5)] == [(28, 33)]
        assert waiting.search(text, 1).span() == compiled.search(text, 1).span()
        assert waiting.match(text, 0, 11).end() == 11 and waiting.fullmatch(text) is None
        assert waiting.sub("-", text) == compiled.sub("-", text)
        assert waiting.split(text) == compiled.split(text)
        assert waiting.subn("-", text) == compiled.subn("-", text)
    assert (waiting.pattern, waiting.groupindex, waiting.flags) == (
        compiled.pattern,
        compiled.groupindex,
        compiled.flags,
    )


def test_it_is_compiled_when_it_is_first_used() -> None:
    waiting = late("(")
    with pytest.raises(re.error, match="missing"):
        waiting.search("")


def test_every_pattern_that_waits_can_be_compiled() -> None:
    waiting = [
        (name, value)
        for name in MODULES
        for value in vars(importlib.import_module(name)).values()
        if type(value) is type(late(""))
    ]
    assert len(waiting) > 50
    for name, pattern in waiting:
        assert pattern.search("") is None or pattern.pattern, name


def test_one_with_signs_waits_for_a_text_with_one_of_them() -> None:
    waiting = late("(", signs=("sum", "share"))
    assert waiting.search("What is it?") is None and waiting.match("") is None
    assert list(waiting.finditer("How far is it?")) == []
    with pytest.raises(re.error, match="missing"):
        waiting.search("What Share is it?")
    signed = late(r"\b(?:sum|share)s?\b", re.IGNORECASE, signs=("sum", "share"))
    assert [match[0] for match in signed.finditer("Sums and a SHARE")] == ["Sums", "SHARE"]
    assert signed.search("the sum") is not None and signed.match("share") is not None


@pytest.mark.parametrize(
    ("pattern", "signs", "holds"),
    [
        ("what (?:day|date)", ("day", "date"), True),
        ("what (?:day|hour)", ("day", "date"), False),
        ("(?:day)? of", ("day",), False),
        ("(?:what )?(?:in ){1,2}part", ("part",), True),
        ("per ?cent", ("percent", "per cent"), True),
        ("d[ae]y", ("day",), False),
        (r"(?=day)\w+", ("day",), False),
    ],
)
def test_what_a_pattern_always_holds_is_told(pattern: str, signs: tuple[str, ...], holds: bool) -> None:
    assert always_holds(pattern, re.IGNORECASE, signs) is holds


def test_nothing_that_a_pattern_with_signs_takes_is_without_one() -> None:
    found = [(name, one) for name in MODULES for one in _signed(vars(importlib.import_module(name)).values())]
    assert len(found) > 20
    for name, pattern in found:
        assert read(pattern.when_signed, pattern.signs), (name, pattern.signs)


def _signed(values: Any) -> Iterator[Any]:
    """The patterns with signs among values, and in tuples among them."""
    kind = type(late("", signs=("a",)))
    for value in values:
        if isinstance(value, tuple):
            yield from _signed(value)
        elif type(value) is kind:
            yield value
