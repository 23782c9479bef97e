"""Patterns that wait: they find what compiled ones find, and every one of them can be compiled."""

import importlib
import pkgutil
import re

import pytest

import index
from index.language.patterns import late

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
