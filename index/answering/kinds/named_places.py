"""The place that a question names: "Article 5(2)", "art. 7 § 3", "the second paragraph of Annex II"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.language.patterns import late
from index.model import PartLabel
from index.structure.numbers import NAMED as NAMED_NUMBERS
from index.structure.numbers import ROMAN, WORDS, plain_number
from index.structure.units import LABELS, PREAMBLES, SHORT

_SUBORDINATE = {
    "paragraph": "paragraph", "para": "paragraph", "paras": "paragraph", "par": "paragraph", "clause": "paragraph",
    "point": "point", "points": "point", "item": "point", "subparagraph": "point", "sub-paragraph": "point",
    "пункт": "point", "п": "point", "частина": "paragraph", "часть": "paragraph", "ч": "paragraph", "absatz": "paragraph",
    "abs": "paragraph", "op": "paragraph", "pp": "paragraph", "recital": "paragraph", "recitals": "paragraph",
    "paragraphe": "paragraph", "alinéa": "paragraph", "apartado": "paragraph", "párrafo": "paragraph", "comma": "paragraph",
    "subsection": "paragraph", "buchstabe": "point", "nummer": "point", "ziffer": "point", "lettre": "point", "lit": "point",
    "nr": "point", "letter": "point", "punkt": "point", "підпункт": "point", "подпункт": "point", "абзац": "paragraph",
    "clauses": "paragraph",
}  # fmt: skip
_INFLECTED = {"статті": "стаття", "статтею": "стаття", "статье": "статья", "статьи": "статья", "статьей": "статья",
              "пункті": "пункт", "пункте": "пункт", "пункта": "пункт", "частині": "частина", "части": "часть",
              "підпункті": "підпункт", "подпункте": "подпункт", "додатка": "додаток", "додатку": "додаток",
              "приложении": "приложение", "преамбулі": "преамбула", "преамбуле": "преамбула"}  # fmt: skip
_WORDS = "|".join(
    sorted(map(re.escape, {*LABELS, *SHORT, *_SUBORDINATE, *_INFLECTED, *PREAMBLES}), key=len, reverse=True)
)
_ORDINALS = "|".join(word for word in WORDS if word.endswith(("th", "st", "nd", "rd")))
_CARDINALS = "|".join(word for word in WORDS if not word.endswith(("th", "st", "nd", "rd")))
_NUMBER = (
    rf"\d{{1,4}}(?:\s?(?:bis|ter|quater)\b)?(?:\.\d{{1,3}})*[a-z]?|{ROMAN}|[a-zа-яіїє]|{_CARDINALS}"
    rf"|{'|'.join(NAMED_NUMBERS)}"
)
_ARTICLE_OF_ONE = (
    r"article(?=\s+(?:of|in)\s[^.?!]{0,80}\b(?:treaty|agreement|convention|pact|accords?|protocol|charter|law|act|regulation"
    r"|constitution|statute|declaration)\b)"
)
"""An article that is counted, of something that has articles: the first article of a newspaper is none."""
_NAMED = late(
    rf"(?<!\w)(?:(?:(?:{_WORDS})\s+)?(?P<outline>(?-i:[IVX]{{1,5}})(?:\.\s?|\s|-)(?-i:[A-H])"
    r"(?:(?:\.\s?|\s|-)(?P<below>\d{1,2})(?!\.?\d)|(?=[.)]?\s+(?:of|in)\s)))"
    rf"|(?:(?:(?P<role>operative|preamb(?:ular|le))|sub-?)\s+)?(?:(?P<ordinal>{_ORDINALS})\s+(?:(?P<kind>operative|preambular)\s+)?"
    rf"(?P<counted>amendment|{'|'.join(_SUBORDINATE)}|{_ARTICLE_OF_ONE})"
    rf"|(?:(?P<word>{_WORDS})(?:\b|(?=\d))|(?P<sign>§§?|(?<![.'’])ss?\.(?=\s?\d)))\.?\s*(?:(?:no\.?|№|number)\s*)?[«“\"']?(?P<number>\(?(?:{_NUMBER})\)?(?![\w’']|/\d)(?:\s?\(\w{{1,5}}\))*)"
    rf"|(?P<preamble>{'|'.join(PREAMBLES)}|преамбул[іеы]|the (?:annex|appendix|schedule)"
    r"|(?:final|additional|optional) protocol(?!\s+(?:no\b|[ivx]+\b|\d))"
    r"|(?:annex|appendix|schedule)(?=\s+(?:to|of)\s|\s*(?:[,?]|$)))"
    rf"|(?P<sole>(?:sole|single|only)\s+article)"
    rf"|(?P<decimals>\d{{1,2}}(?:\.\d{{1,2}}){{2,3}}(?!\.?\d))))(?!\w)",
    re.IGNORECASE,
)
_ANNEXED = late(r"(?:annex|appendix|schedule|protocol)$", re.IGNORECASE)
_INNER = late(r"\((\w{1,5})\)")

_ALSO_ACTS = frozenset({"protocol", "regulation", "addendum"})
"""Words for places that acts of their own are called by as well."""

ALIKE: dict[str, tuple[PartLabel, ...]] = {
    "paragraph": ("paragraph", "point"),
    "point": ("point", "paragraph"),
}
_ALSO: dict[str, tuple[PartLabel, ...]] = {
    "частина": ("part",), "часть": ("part",), "clause": ("article", "section"),
}  # fmt: skip
"""What else words for paragraphs and points are said of."""

Path = tuple[tuple[tuple[PartLabel, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a document as a question names it: labels that it may have and its number, from the outermost in.

    ``undivided`` is the same where the numbers of the document have stops: Section 2.3 is no paragraph of a Section 2.
    """

    path: "Path"
    rest: str
    """The question without the words that name the place."""
    undivided: "Path" = ()
    words: tuple[str, ...] = ()
    """What the place is called: an amendment is an article, and is called otherwise."""
    in_act: "Place | None" = None
    """The place without the word that acts of their own are called by as well: Article 3 of what is called Protocol II."""

    @property
    def paths(self) -> "tuple[Path, ...]":
        """The ways in which the names may lie in each other, the likeliest first: sections hold articles, or lie in them."""
        swapped = tuple(
            sorted(self.path, key=lambda step: _DEPTH_OF_SECTIONS.get(step[0][0], _DEPTH[step[0][0]]))
        )
        exact = tuple(dict.fromkeys((self.undivided, self.path, swapped)))
        return (
            *exact,
            *(tuple((_like(labels), number) for labels, number in path) for path in exact),
        )


def place_in(question: str) -> Place | None:
    """Return the place that ``question`` names, None where it names none."""
    named = sorted(places_named(question), key=_is_appendix)
    path = _ordered(_steps(found) for found in named)
    if not path:
        return None
    undivided = _ordered(_steps(found, divided=False) for found in named)
    # An annex without a number is told from a final protocol by what it is called.
    words = tuple(
        word.lower().removeprefix("the ")
        for found in named
        if (word := found["word"] or found["counted"] or found["preamble"])
    )
    place = Place(path, _without(question, named), () if undivided == path else undivided, words)
    inside = [found for found in named if not _is_also_an_act(found)]
    if not inside or len(inside) == len(named):
        return place
    in_act = _ordered(map(_steps, inside))
    return replace(place, in_act=Place(in_act, _without(question, inside)))


def places_named(question: str) -> list[re.Match[str]]:
    """Return what in ``question`` names places, in its order."""
    return list(filter(_is_place, _NAMED.finditer(question)))


def _is_also_an_act(found: re.Match[str]) -> bool:
    called = found["word"] or (found["preamble"] or "").rpartition(" ")[2]
    return called.lower() in _ALSO_ACTS


def _is_place(found: re.Match[str]) -> bool:
    """Tell whether what is found is a place: "the protocol a state signs" has a word behind it and no number."""
    return (found["word"] or "").lower() not in _ALSO_ACTS or not re.fullmatch(
        "[a-zа-яіїє]+", found["number"]
    )


def _without(question: str, named: Iterable[re.Match[str]]) -> str:
    left = question
    for start, end in sorted((found.span() for found in named), reverse=True):
        left = f"{left[:start]} {left[end:]}"
    return left


def _ordered(named: Iterable[Sequence[tuple[tuple[PartLabel, ...], str]]]) -> Path:
    """Return the steps of all that is named, from the outermost in; what is named twice counts once; Clause 2.2.2 has three."""
    steps: list[tuple[tuple[PartLabel, ...], str]] = []
    for one in named:
        known = Counter(steps)
        for step in one:
            if known[step]:
                known[step] -= 1
            else:
                steps.append(step)
    return tuple(sorted(steps, key=lambda step: _DEPTH[step[0][0]]))


def _is_appendix(found: re.Match[str]) -> bool:
    """Tell whether an appendix is named: an annex that is named with it holds it."""
    return (found["word"] or "").lower() == "appendix"


_AROUND: dict[str, PartLabel] = {"recital": "preamble", "recitals": "preamble", "pp": "preamble"}
"""What the unit of a name stands in, where its name says so."""

_DEPTH: dict[PartLabel, int] = {
    "annex": 0, "part": 1, "chapter": 2, "section": 3, "preamble": 4, "article": 4, "paragraph": 5, "point": 6,
}  # fmt: skip


_DEPTH_OF_SECTIONS: dict[PartLabel, float] = {"section": 4.5}
"""The depth of sections where articles hold them."""

_NUMBERED_ALIKE: tuple[PartLabel, ...] = ("section", "article", "paragraph", "point")
_GROUPED_ALIKE: tuple[PartLabel, ...] = ("part", "chapter", "section")
_LIKE: dict[PartLabel, tuple[PartLabel, ...]] = {
    "section": _NUMBERED_ALIKE,
    "article": _NUMBERED_ALIKE,
    "part": _GROUPED_ALIKE,
    "chapter": _GROUPED_ALIKE,
    "paragraph": ("paragraph", "point", "section"),
    "point": ("point", "paragraph", "section"),
}
"""What a unit may be where no document has one of its name: contracts have clauses that some call sections."""


def _like(labels: tuple[PartLabel, ...]) -> tuple[PartLabel, ...]:
    return tuple(dict.fromkeys((*_LIKE.get(labels[0], ()), *labels)))


def _steps(found: re.Match[str], *, divided: bool = True) -> list[tuple[tuple[PartLabel, ...], str]]:
    if found["decimals"]:
        return [(ALIKE["paragraph"], found["decimals"])]
    if found["sole"]:
        return [(("article",), "1")]
    if found["outline"]:
        roman, letter, *_ = re.findall(r"\w+", found["outline"])
        steps: list[tuple[tuple[PartLabel, ...], str]] = [
            (("section",), plain_number(roman)), (("section", *ALIKE["paragraph"]), plain_number(letter)),
        ]  # fmt: skip
        return steps + ([(ALIKE["paragraph"], found["below"])] if found["below"] else [])
    if found["preamble"]:
        label: PartLabel = "annex" if _ANNEXED.search(found["preamble"]) else "preamble"
        return [((label,), "")]
    word = "section" if found["sign"] else (found["word"] or found["counted"]).lower()
    word = _INFLECTED.get(word, word)
    if word in PREAMBLES:
        return [(("preamble",), "")]
    labels = _labels(word)
    role = (found["role"] or found["kind"] or "").lower()
    around = _AROUND.get(word) or ("preamble" if role and role != "operative" else None)
    if around is not None:
        return [((around,), ""), (labels, plain_number(found["number"] or found["ordinal"]))]
    if found["ordinal"]:
        return [(labels, plain_number(found["ordinal"]))]
    number, *inner = re.split(r"\s?(?=\()", found["number"].lstrip("("), maxsplit=1)
    first, *decimals = number.strip("()").split(".") if divided else [number.strip("()")]
    steps = [(labels, plain_number(first))]
    # What lies in a point is no less deep than it.
    within = ALIKE["point" if labels[0] == "point" else "paragraph"]
    steps += [(within, plain_number(decimal)) for decimal in decimals]
    return steps + [(within, _inner_number(one)) for one in _INNER.findall(" ".join(inner))]


def _inner_number(written: str) -> str:
    # "(i)" stands between letters: a Roman number is kept as it is written.
    return plain_number(written) if written.isdigit() else written.lower()


def _labels(word: str) -> tuple[PartLabel, ...]:
    subordinate = _SUBORDINATE.get(word)
    if subordinate:
        return (*ALIKE[subordinate], *_ALSO.get(word, ()))
    return (LABELS[SHORT.get(word, word)],)
