"""Regular expressions that are compiled when they are first used."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def late(text: str, flags: int = 0, signs: Sequence[str] = ()) -> re.Pattern[str]:
    """Return what does as ``re.compile(text, flags)`` does, which waits until it is first asked for something.

    For the many that one question or text needs few of: to compile them all takes as long as the answer. Fit for what is
    asked by its methods; ``re`` itself and other functions of a pattern want a real one.

    With ``signs``, in small letters, of which everything that it matches has one, it also waits for a text with one of them; such
    a one is asked to match, search, find one after the other or put something in their places, and nothing else.
    """
    pattern = cast(re.Pattern[str], _Late(text, flags))
    return cast(re.Pattern[str], _Signed(pattern, tuple(signs))) if signs else pattern


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        # Asked once: from then on the methods stand beside this one, and cost what the pattern's own do.
        compiled = re.compile(*self._given)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


class _Signed:
    def __init__(self, pattern: re.Pattern[str], signs: tuple[str, ...]) -> None:
        self.when_signed, self.signs = pattern, signs

    def _is_signed(self, text: str) -> bool:
        return any(map(text.lower().__contains__, self.signs))

    def match(self, text: str) -> re.Match[str] | None:
        return self.when_signed.match(text) if self._is_signed(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        return self.when_signed.search(text) if self._is_signed(text) else None

    def sub(self, replacement: str, text: str) -> str:
        return self.when_signed.sub(replacement, text) if self._is_signed(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.when_signed.finditer(text) if self._is_signed(text) else iter(())
