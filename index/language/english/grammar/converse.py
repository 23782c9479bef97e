"""Verbs that tell one deed from its two ends: what Norland sells to Sudria, Sudria buys from Norland.

Of each deed one party stands first and one second, whichever verb tells it: who gives and who receives, who went before and who
came after, who is host and who is guest, who wins and who loses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.language.english.grammar.roles import Deed, phrase_after
from index.language.english.grammar.words import Word, Words

_TRADE = (
    "sell supply deliver export ship send sale delivery shipment",
    "buy purchase acquire import receive get obtain",
)
_LOANS = "lend loan", "borrow owe"
_PAYMENTS = "pay", "earn receive get"
_GIFTS = (
    "give hand send deliver provide grant transfer return offer surrender cede award donate gift",
    "receive get obtain inherit",
)
"""The verbs of who lets another have something, and those of who has it from him."""

_ENDS_OF = {
    "lender": "first", "creditor": "first", "seller": "first", "supplier": "first", "exporter": "first", "donor": "first",
    "borrower": "second", "debtor": "second", "buyer": "second", "importer": "second", "recipient": "second",
    "predecessor": "first", "successor": "second", "host": "first", "guest": "second", "visitor": "second",
    "winner": "first", "loser": "second",
}  # fmt: skip
"""Nouns of who stands at an end of such a deed."""

_VERBS_OF = {
    "lender": "lend", "creditor": "lend", "borrower": "lend", "debtor": "lend", "seller": "sell", "supplier": "supply",
    "exporter": "export", "donor": "donate", "buyer": "buy", "importer": "import", "recipient": "receive",
    "predecessor": "precede", "successor": "succeed", "host": "host", "guest": "host", "visitor": "visit", "winner": "defeat",
    "loser": "lose",
}  # fmt: skip

_NAME = 6
"""Words behind such a noun in which the name of who is called so stands; chosen."""


@dataclass(frozen=True, slots=True)
class TwoEnds:
    """A deed with two ends: by the ``direct`` verbs, as terms, the first party does it, by the ``converse`` ones the second does.

    ``towards`` stands before the second party where it is not the object of a direct verb, ``away`` before the first one of a
    converse verb.
    """

    direct: frozenset[str]
    converse: frozenset[str]
    towards: str = ""
    away: str = ""
    nouns: frozenset[str] = frozenset()

    def tells(self, term: str) -> bool:
        """Tell whether a verb with the ``term`` tells of the deed."""
        return term in self.direct or term in self.converse


class Parties(NamedTuple):
    """The words that hold who stands first and who second in a deed; empty where it is not told."""

    first: Words
    second: Words


def two_ended(verb: str, terms_of: Callable[[str], Sequence[str]]) -> TwoEnds | None:
    """Return the deed with two ends that the verb with that term tells of; None for any other."""
    found = [one for one in _known(terms_of) if one.tells(verb)]
    if not found:
        return None
    # "receive" is the other end of many a verb.
    return TwoEnds(
        frozenset[str]().union(*(one.direct for one in found)),
        frozenset[str]().union(*(one.converse for one in found)),
        found[0].towards,
        found[0].away,
        frozenset(noun for noun in _ENDS_OF if any(one.tells(_verb_of(noun, terms_of)) for one in found)),
    )


def _verb_of(noun: str, terms_of: Callable[[str], Sequence[str]]) -> str:
    return next(iter(terms_of(_VERBS_OF[noun])), "")


def _known(terms_of: Callable[[str], Sequence[str]]) -> tuple[TwoEnds, ...]:
    def terms(words: str) -> frozenset[str]:
        return frozenset(term for word in words.split() for term in (terms_of(word) or (word,)))

    return (
        *(
            TwoEnds(terms(give), terms(take), "to", "from")
            for give, take in (_TRADE, _LOANS, _PAYMENTS, _GIFTS)
        ),
        TwoEnds(terms("precede"), terms("succeed follow replace")),
        TwoEnds(terms("host welcome entertain"), terms("visit")),
        TwoEnds(terms("beat defeat"), terms("lose"), "", "to"),
    )


def called(words: Words, ends: TwoEnds) -> list[Parties]:
    """Return who is called by what he does at an end of the deed: "its biggest lender, *the Bank of Yun*"."""
    found = []
    for n, word in enumerate(words):
        noun = word.lower.removesuffix("s")
        if noun not in ends.nouns:
            continue
        name = (
            words[n + 2 : n + 2 + _NAME]
            if words[n + 1 : n + 2] and words[n + 1].text == ","
            else words[n + 1 : n + 1 + _NAME]
        )
        until = next(
            (k for k, one in enumerate(name) if one.tag not in "NTd" and one.lower != "of"), len(name)
        )
        owner = words[n - 1 : n] if n and words[n - 1].owner else ()
        if any(one.is_name for one in owner):
            # "Norland's creditors": Norland stands at the other end.
            found.append(Parties((), owner) if _ENDS_OF[noun] == "first" else Parties(owner, ()))
        party = tuple(name[:until])
        if any(one.is_name for one in party):
            found.append(Parties(party, ()) if _ENDS_OF[noun] == "first" else Parties((), party))
    return found


def parties(words: Words, deed: Deed, ends: TwoEnds) -> Parties:
    """Return who stands first and who second in the ``deed`` of a sentence."""
    straight = not ends.direct.isdisjoint(words[deed.place].terms)
    doer: Words = deed.agent if deed.sure or deed.passive else ()
    other = _other_party(words, deed, ends.towards if straight else ends.away)
    return Parties(doer, other) if straight else Parties(other, doer)


def _other_party(words: Words, deed: Deed, preposition: str) -> Words:
    """Return the party that is not the doer: behind the preposition, or where none stands whoever the object names."""
    if not preposition:
        return deed.patient
    behind = phrase_after(words, deed.place, preposition)
    if behind:
        return behind
    if deed.passive:
        # "Skerry was given a share": a thing behind the verb says that the subject receives it.
        following = words[deed.place + 1 : deed.place + 2]
        return deed.patient if following and following[0].tag in "d#" else ()
    return _indirect(deed.patient)


def _indirect(patient: Words) -> tuple[Word, ...]:
    """Return the first of two objects: "lent *Merrow* 340 million", "gave *each of them* a blanket"; empty for one alone."""
    for n, word in enumerate(patient):
        if not n:
            if word.tag == "o":
                return (word,)
            continue
        if word.tag in "d#" and patient[n - 1].tag in "NTrno":
            return tuple(patient[:n])
        if word.tag not in "NTrneo#" and word.lower != "of":
            return ()
    return ()
