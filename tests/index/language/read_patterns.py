"""What every text that a pattern matches holds, told from the pattern as Python reads it."""

import re
from collections.abc import Iterable, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_UNKNOWN = "\0"
_LONGEST_SIGN = 24
_MOST_PATHS = 20_000


def always_holds(pattern: str, flags: int, signs: Sequence[str]) -> bool:
    """Tell whether each text that ``pattern`` matches has one of ``signs``: no way through it goes without."""
    return not _without(parser.parse(pattern, flags), {""}, signs)


def _without(items: Iterable[Any], paths: set[str], signs: Sequence[str]) -> set[str]:
    """The last characters of each way through the items that has none of the signs."""
    for code, given in items:
        paths = _kept(_step(code, given, paths, signs), signs)
        if not paths:
            break
    return paths


def _step(code: Any, given: Any, paths: set[str], signs: Sequence[str]) -> set[str]:
    if code is codes.LITERAL:
        return {path + chr(given).lower() for path in paths}
    if code is codes.SUBPATTERN:
        return _without(given[-1], paths, signs)
    if code is codes.ATOMIC_GROUP:
        return _without(given, paths, signs)
    if code is codes.BRANCH:
        return set().union(*(_without(way, paths, signs) for way in given[1]))
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, inner = given
        once = _without(inner, paths, signs)
        several = once if most == 1 else once | {path + _UNKNOWN for path in once}
        return several | paths if least == 0 else several
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return paths
    return {path + _UNKNOWN for path in paths}


def _kept(paths: set[str], signs: Sequence[str]) -> set[str]:
    left = {path[-_LONGEST_SIGN:] for path in paths if not any(sign in path for sign in signs)}
    assert len(left) < _MOST_PATHS
    return left


def read(pattern: re.Pattern[str], signs: Sequence[str]) -> bool:
    """Tell the same of a compiled pattern."""
    return always_holds(pattern.pattern, pattern.flags, signs)
