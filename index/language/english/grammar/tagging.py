"""The letters of a sentence's words: what a word is (see ``word_classes``), and what only the words beside it tell."""

import re

from index.language.english.grammar.word_classes import opening_class, word_classes

# Verbs that are nouns as often: what stands before and after tells which.
_NOUN_OR_VERB = frozenset(
    """
    addresses answer answers appeals attack attacks bills blames boast boasts brands broadcast call calls casts charge charges
    claim claims comment comments concerns demand demands doubt doubts estimate estimates fear fears finds hints hope
    hopes issues jokes labels look looks names notes offer offers order orders plan plans pledge pledges points post posts praise
    promise promises question questions quotes remark remarks reports rule rules show shows signals state states stumps
    support supports talk talks terms texts tweet tweets urges uses view views vows worries worry
    """.split()
)


_OPENING_NOUNS = frozenset(word.capitalize() for word in _NOUN_OR_VERB if word.endswith("s"))
"""Those of them that open a sentence as its subject: "Reports that the bridge was mined are false"."""
_APOSTROPHES = frozenset("'’")
_NEGATING = frozenset({"neither", "once", "since", "yet"})
_JUDGING_BODIES = (["court"], ["courts"], ["judge"], ["judges"], ["panel"])


SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
"""Words that belong to the name before them, with or without a comma between."""
DOWNING_STREET = frozenset({"10", "11"})
"""Numbers that speak as the houses there: "Number 10 said"."""
_BEFORE_AND_BEHIND_FIRST = (["n", "r"], ["N", "r"], ["n", "N"])
_FIRST_OFFICES = (["lady"], ["minister"], ["secretary"])
_MISREAD = SUFFIXES | {"May", ":", "/", "Lady", "Number", "No", "first", "First"}
_PLURAL = re.compile("[^s]s$|people$|men$")
_SHOWING = frozenset({"show", "shows", "finds"})


def tags_of(words: list[str], *, headline: bool = False) -> str:
    """Return one letter for each of the ``words`` of a sentence; in a ``headline`` capitals say nothing."""
    tags = [opening_class(word) for word in words] if headline else word_classes(words)
    _read_openings(words, tags)
    if not _MISREAD.isdisjoint(words):
        _read_names(words, tags)
    if not _APOSTROPHES.isdisjoint(words):
        _read_owners(words, tags)
    _read_nouns(words, tags)
    if not _NEGATING.isdisjoint(words):
        _read_negations(words, tags)
    return "".join(tags)


def _read_openings(words: list[str], tags: list[str]) -> None:
    """Judge the words that open a sentence, and 's after a pronoun, by what stands before them."""
    joined = "".join(tags)
    for opening in _OPENINGS.finditer(joined):
        place = opening.start(1)
        if opening[1] != "N":
            continue
        # A reporter's turn in a transcript is headed by a Q or an A of its own.
        word, following = words[place], words[place + 1 : place + 2]
        tags[place] = ":" if word in {"Q", "A"} and place == 0 else opening_class(word)
        if word in {"More", "Most"} and following and following[0].endswith("ly"):
            # "More importantly, Tamm said"
            tags[place] = "a"
        if word == "Under" and following == ["Secretary"]:
            tags[place] = "N"
        if tags[place] in "BL" and following == ["of"]:
            # "Voice of America"
            tags[place] = "N"
    for owner in _BEHIND_A_PRONOUN.finditer(joined):
        place = owner.start()
        if tags[place - 1] in "pwt":
            tags[place] = "y"


_OPENINGS = re.compile("(?:^|[Q.?!])[^A-PR-Za-z]*(?:([A-PR-Za-z])|$)")
"""The first word of a sentence, behind marks and quotations; behind the last of them there may be none."""
_BEHIND_A_PRONOUN = re.compile("(?<=[A-PR-Za-z])s")
"""What may be a verb there, "he's", and belongs to an owner elsewhere."""


def _read_names(words: list[str], tags: list[str]) -> None:
    """Tell what is a name or a number only beside another word: "Theresa May", "Joseph Biden, Jr.", "8:30"."""
    for place, word in enumerate(words):
        if place and word in DOWNING_STREET and words[place - 1] in {"Number", "No"}:
            tags[place - 1] = tags[place] = "N"
        if word == "First" and not place and words[1:2] == ["of"] and tags[2:3] == ["N"]:
            # "First of Norland Bank"
            tags[0] = "N"
        of_office = word == "first" and words[place + 1 : place + 2] in _FIRST_OFFICES
        if of_office or (word == "first" and tags[place - 1 : place + 2 : 2] in _BEFORE_AND_BEHIND_FIRST):
            # "the former first minister", "former first lady Ida Lund"
            tags[place] = "n"
        if not place or (tags[place - 1] not in "NT,#" and word != "Lady"):
            continue
        if word == "/" and tags[place - 1] == "N" and tags[place + 1 : place + 2] == ["N"]:
            tags[place] = "N"
        elif word == ":" and tags[place + 1 : place + 2] == ["#"]:
            tags[place] = "#"
        elif word == "Lady" and words[place - 1] == "First":
            tags[place - 1] = "N"
        elif word == "May" and tags[place - 1] == "N" and tags[place + 1 : place + 2] != ["#"]:
            tags[place] = "N"
        elif word in SUFFIXES and tags[place - 1] == "," and tags[place - 2 : place - 1] == ["N"]:
            tags[place - 1] = tags[place] = "N"
            if tags[place + 1 : place + 2] == [","]:
                tags[place + 1] = "N"


def _read_owners(words: list[str], tags: list[str]) -> None:
    """Tell the mark behind the plural of an owner: "the rebels' lead negotiator"."""
    for place, word in enumerate(words[1:-1], start=1):
        if word in _APOSTROPHES and words[place - 1].endswith("s") and tags[place - 1] in "nrN":
            tags[place] = "s" if tags[place + 1] in "nrNeTJVG#" else tags[place]


def _read_negations(words: list[str], tags: list[str]) -> None:
    """Tell the adverbs of "never once said" and "neither confirmed nor denied"."""
    for place, word in enumerate(words):
        if word == "yet" and tags[place - 1] in "xa" and tags[place + 1 : place + 2] != ["z"]:
            # "has not yet said"
            tags[place] = "a"
        since = word == "since" and tags[place - 1] == "x" and tags[place + 1 : place + 2] != ["d"]
        once = since or (word == "once" and words[place - 1 : place] == ["never"])
        if once or (word == "neither" and tags[place + 1 : place + 2] in (["V"], ["B"], ["P"], ["J"], ["L"])):
            tags[place] = "a"


def _read_nouns(words: list[str], tags: list[str]) -> None:
    """Tell the nouns among the words that can be both, such as "claims"."""
    if words[:1] and words[0] in _OPENING_NOUNS and tags[0] in "VJ":
        tags[0] = "n"
    if _NOUN_OR_VERB.isdisjoint(words):
        return
    for place, word in enumerate(words):
        if word in _NOUN_OR_VERB and tags[place] in "VJBLPM":
            if (
                word in _SHOWING
                and tags[place + 1 : place + 2] in (["t"], ["N"])
                and tags[place - 1] in "nrND#"
            ):
                continue
            before = place - 1
            while before >= 0 and tags[before] == "a":
                before -= 1
            if (
                not word.endswith("s")
                and tags[place + 1 : place + 2] == ["t"]
                and tags[before] in "nr"
                and _PLURAL.search(words[before])
            ):
                # "some parents doubt that"
                continue
            if word == "appeals" and words[place + 1 : place + 2] in _JUDGING_BODIES:
                tags[place] = "n"
                continue
            if tags[before] == "z" and word.endswith("s"):
                # "responded to calls"
                tags[place] = "n"
                continue
            if word == "state" and tags[before] == "N" and not words[before].endswith("s"):
                # "a Jewish and Democratic state"
                tags[place] = "n"
                continue
            after_a_day = tags[before] == "D" and "J" in tags[max(0, before - 3) : before]
            if (word == "states" and words[place - 1 : place] == ["member"]) or after_a_day:
                tags[place] = "n"
                continue
            after = tags[place + 1] if place + 1 < len(tags) else "."
            if words[before] in {"campaign", "election"} and word == "promises":
                tags[place] = "n"
                continue
            if before < 0 or (
                tags[before] not in "xz"
                and (
                    tags[before] in "dsienVJc#oLKGM'"
                    or (tags[before] == "B" and word.endswith("s"))
                    or after in "iyx.zG"
                )
            ):
                tags[place] = "n"
