"""Cues: the verbs of saying in a sentence, each with its subject (see ``cue_subjects``).

A noun names its owner's words as well ("Trump's claim that"), and much that looks like a verb of saying is none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from index.language.english.grammar.clauses import FAR
from index.language.english.speech.cue_subjects import ClausesWithSubjects, Cue
from index.language.english.speech.verbs import (
    DEED_NOUNS,
    RAISED_NOUNS,
    RAISING_VERBS,
    SAYING_VERBS,
    SPEECH_NOUNS,
)

_CUE = re.compile("[VGBPJKLMA]|v(?=[ipQ])|[rn](?=[tQ:z])")
_GO_ON = frozenset({"go", "goes", "went", "going"})
_PUT = frozenset({"put", "puts"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "i", "you", "others"})
_PLURALS = frozenset({"people", "many", "some", "men", "women", "police"})
_ARTICLES = frozenset("the a an his her its their our my your".split())
_PLANNED = frozenset(
    "proposed alleged expected planned threatened promised reported stated recommended agreed".split()
)
_ANSWER = frozenset({"answer", "answers", "answered"})
_QUESTION = frozenset({"question", "questions"})
"""What is answered: nothing is said by it."""
_HANDED = frozenset("held issued sent signed released published delivered shared cast read".split())
_GOVERNING = frozenset("from of by with".split())
_CAUSING = frozenset("help helps helped helping let lets letting make makes making made".split())
_NEAR = 16
"""Cues on either side of a place that are looked at: a bound on the work in a list of verbs, more than any sentence has."""
_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
"""Forms before "as saying", with whom they quote between."""
_ASKED = frozenset("asked pressed questioned quizzed told reminded".split())
_HEADLINED = frozenset(
    "accused blamed criticised criticized condemned slammed blasted praised hailed mocked".split()
)
_FOR = (["of"], ["for"], ["over"])
"""Verbs that have somebody behind them, and with these words at once are what others do: headlines leave out "was"."""
_KNOWN = frozenset("identified described known listed named referred portrayed".split())
"""Participles that say as what somebody is known."""
_ACCEPT = frozenset({"accept", "accepting"})
_DOES = frozenset("does do did doesn't don't didn't doesn’t don’t didn’t".split())
_ONCE = frozenset("when once if though while as unless until".split())
"""Words before such a form of whoever is asked or told."""
_OBJECTS = frozenset(
    "peace security stability democracy world global international regional national human life lives health shipping".split()
)
"""What stands behind "threat to" and is no verb."""
_PAIR = 8
"""Words before a second adverb in which the first stands with its auxiliaries; chosen."""
_PAIRED = re.compile("(?<=[NTrnpw),])([axy]*a+c)$")
"""The first of two adverbs, behind whoever speaks: "flatly and" of "Lund flatly and repeatedly denied"."""


_MOST = FAR + 2
"""Cues that may stand in the words that are looked at to one side, and one beyond them."""


class SpeechClauses(ClausesWithSubjects):
    """A sentence with its cues, in order."""

    def __init__(self, veiled: str, start: int, end: int, *, headline: bool = False) -> None:
        """Read ``veiled[start:end]`` as ``Clauses`` does."""
        super().__init__(veiled, start, end, headline=headline)
        self.cues = tuple(self._find_cues())
        self._places = [cue.first for cue in self.cues]

    def cues_before(self, place: int) -> list[Cue]:
        """Return the cues with a subject that end before word ``place``, the nearest last, and no more than a few."""
        number = bisect_left(self._places, place)
        near = self.cues[max(0, number - _NEAR) : number]
        return [cue for cue in near if cue.last < place and cue.subject is not None]

    def cues_after(self, place: int) -> list[Cue]:
        """Return the cues with a subject that begin after word ``place``, the nearest first, and no more than a few."""
        number = bisect_right(self._places, place)
        return [cue for cue in self.cues[number : number + _NEAR] if cue.subject is not None]

    def cues_from(self, place: int) -> Sequence[Cue]:
        """Return the cues that begin at word ``place`` or after it, as many as may stand in the words that are looked at."""
        number = bisect_left(self._places, place)
        return self.cues[number : number + _MOST]

    def cues_behind(self, number: int) -> Sequence[Cue]:
        """Return the cues behind the one with that ``number``, as many as may stand in the words that are looked at."""
        return self.cues[number + 1 : number + 1 + _MOST]

    def _find_cues(self) -> Iterator[Cue]:
        previous: Cue | None = None
        for match in _CUE.finditer(self.tags):
            cue = self._cue(match.start(), previous)
            if cue is not None:
                yield cue
                if cue.subject is not None:
                    previous = cue
                    if self.words[cue.last] in SAYING_VERBS and cue.tag == "V":
                        self._said = cue

    def _cue(self, place: int, previous: Cue | None) -> Cue | None:
        tags, words = self.tags, self.words
        tag = tags[place]
        if tag == "A":
            return self._according(place)
        if tag == "v":
            if (words[place] not in _GO_ON or words[place + 1] != "on") and (
                words[place] not in _PUT or words[place + 1] != "it"
            ):
                return None
            tag = "G" if words[place] == "going" else "V"
        if words[place].endswith("ed") and (self._is_attributive(place) or self._is_governed(place)):
            return None
        if tag == "J" and words[place] in _HANDED and tags[place + 1 : place + 2] == "i":
            # "the hostages held in the valley"
            return None
        if words[place] == "warning" and tags[place - 1 : place + 2] == "nGn":
            # "a missile warning test"
            return None
        if tag == "G" and words[place - 1 : place] == ["as"]:
            quoted = self._quoted_as(place)
            if quoted is not None:
                return quoted
        if words[place] == "considering":
            # "Tamm is considering firing the general"
            return None
        if words[place] in _HEADLINED and words[place + 1 : place + 2] in _FOR and words[place - 1] != "was":
            # "Police accused of “serious failure”"
            return None
        if (
            words[place] in _KNOWN
            and words[place + 1 : place + 2] == ["as"]
            and tags[place - 1 : place] == ","
        ):
            # "Tamm, identified as “Witness 1”"
            return None
        if (
            tag == "G"
            and words[place] == "reporting"
            and tags[place - 1 : place] == "n"
            and tags[place + 1 : place + 2] == "n"
        ):
            # "sustainability reporting standards"
            return None
        if words[place] in _ANSWER and not _QUESTION.isdisjoint(words[place + 1 : place + 5]):
            # "demand that voters answer the question"
            return None
        first = place
        while first and (
            tags[first - 1] in "axyz"
            or (words[first - 1] == "long" and "x" in tags[max(0, first - 2) : first - 1])
        ):
            first -= 1
        if tags[first - 2 : first] == "ac" and tags[first : first + 1] == "a":
            # "flatly and repeatedly denied"
            paired = _PAIRED.search(tags[max(0, first - _PAIR) : first])
            first -= len(paired[1]) if paired else 0
        auxiliary = tags[first:place]
        before = tags[first - 1] if first else ""
        if words[place] in _ACCEPT and not _DOES.intersection(words[first:place]):
            # "will accept no refugees", "failed to accept": a deed that is still to come.
            return None
        if self._is_noun(place, before, auxiliary):
            return self._speech_noun(place)
        if words[place] in _ASKED and words[max(0, first - 1) : first] and words[first - 1].lower() in _ONCE:
            # "Lund left the hall when asked if the tax would go up": others asked.
            return None
        if "y" in auxiliary and tag in "VPJM" and not words[place].endswith("s"):
            return self._passive(place, first)
        if tag in "BL" and not auxiliary.strip("a"):
            turned = self.turned_subject(first)
            if turned is not None:
                return Cue(first, place, tag, turned)
        shown = words[place] == "show" and tags[place + 1 : place + 2] == "t"
        if tag in "BL" and not auxiliary.strip("a") and not shown and not self._plural_before(place):
            return None
        if tag in "PM" and "x" not in auxiliary:
            return None
        if tag in "BL" and not auxiliary.strip("a") and self._is_caused(first):
            return None
        if "z" in auxiliary and "y" in auxiliary:
            return None
        subject, inverted = self._subject_of(place, first, tag, auxiliary, before, previous)
        return Cue(first, place, tag, subject, inverted)

    def _quoted_as(self, place: int) -> Cue | None:
        """The cue of whom another quotes: "Lind was quoted as saying", "The Herald quoted Lind as saying"."""
        verb = place - 2
        while verb > max(0, place - _NEAR) and self.words[verb] not in _QUOTING:
            verb -= 1
        if verb < 0 or self.words[verb] not in _QUOTING:
            return None
        first = verb
        while first and self.tags[first - 1] in "axy":
            first -= 1
        if "y" in self.tags[first:verb]:
            subject = self.subject_before(first)
            return Cue(first, place, "V", subject) if subject else None
        subject = self.phrase_at(verb + 1)
        return Cue(place - 1, place, "V", subject) if subject and subject[1] < place else None

    def _speech_noun(self, place: int) -> Cue | None:
        """ "Trump's claim that ...", "his claim", "a statement by Trump": whose words a noun names."""
        tags, words = self.tags, self.words
        if words[place] in RAISED_NOUNS and tags[place + 1 : place + 2] == "t":
            raised = self._raised(place)
            if raised is not None:
                return raised
        if words[place].lower() not in SPEECH_NOUNS or tags[place + 1 : place + 2] not in {
            "t",
            "Q",
            ":",
            "z",
        }:
            return None
        if tags[place + 1] == "z" and not self._is_of_deed(place):
            return None
        owner = place - 1
        while owner >= 0 and tags[owner] in "neVJ#":
            owner -= 1
        if owner < 0:
            return None
        if words[owner].lower() in _POSSESSIVES:
            return Cue(place, place, "S", (owner, owner + 1))
        if tags[owner] == "s" or (tags[owner] in {"'", "’"} and words[max(0, owner - 1)].endswith("s")):
            subject = self.phrase_before(owner, self.boundary(owner))
            return Cue(place, place, "S", subject) if subject else None
        return None

    def _is_of_deed(self, place: int) -> bool:
        """Tell whether a noun before "to" says what somebody is to do: "threat to blow up the dam", but not "threat to peace"."""
        following, word = self.tags[place + 2 : place + 4], self.words[place + 2 : place + 3]
        if self.words[place].lower() not in DEED_NOUNS or following[:1] not in {"n", "B", "L", "y", "v"}:
            return False
        joined = self.words[place].lower().startswith("threat") and following[1:] in {"c", ".", ",", ""}
        return bool(word) and word[0] not in _OBJECTS and not joined

    def _raised(self, place: int) -> Cue | None:
        """ "Putin also raised the possibility that ...": a verb and a noun that together report."""
        verb = place - 1
        while verb >= 0 and self.tags[verb] in "dne":
            if self.words[verb] in RAISING_VERBS:
                break
            verb -= 1
        if verb < 0 or self.words[verb] not in RAISING_VERBS:
            return None
        first = verb
        while first and self.tags[first - 1] in "ax":
            first -= 1
        subject = self.subject_before(first)
        return Cue(first, place, "R", subject) if subject else None

    def _according(self, place: int) -> Cue | None:
        if self.tags[place + 1 : place + 2] != "z":
            return None
        subject = self.phrase_at(place + 2)
        if subject and self.tags[subject[1] : subject[1] + 1] == "V" and self.words[subject[1]].endswith("s"):
            # "new White House estimates"
            subject = (subject[0], subject[1] + 1)
        return Cue(place, place + 1, "A", subject, True) if subject else None

    def _passive(self, place: int, first: int) -> Cue | None:
        """ "was called a liar by Trump": the agent speaks."""
        window = self.tags[place + 1 : place + 12]
        for offset, tag in enumerate(window):
            if tag in ".;:":
                break
            if tag == "i" and self.words[place + 1 + offset] == "by":
                subject = self.phrase_at(place + 2 + offset)
                return Cue(first, place, self.tags[place], subject, True) if subject else None
        return None

    def _is_noun(self, place: int, before: str, auxiliary: str) -> bool:
        if self.tags[place] in "rn":
            return True
        return before in {"d", "s"} and self.tags[place] != "V" and not auxiliary.strip("a")

    def _is_attributive(self, place: int) -> bool:
        """Tell whether a word in -ed says what a thing is: "his proposed budget", "the alleged plot"."""
        before = self.words[place - 1 : place]
        if before in (["'s"], ["’s"]) and self.words[place] in _PLANNED:
            return self.tags[place + 1 : place + 2] in {"n", "N", "r", "#"}
        return (
            bool(before)
            and before[0].lower() in _ARTICLES
            and self.tags[place + 1 : place + 2] in {"n", "N", "r", "e", "d"}
        )

    def _is_governed(self, place: int) -> bool:
        """Tell whether an adverb and a preposition say that a word in -ed is no verb: "from publicly disclosed information"."""
        adverb = place - 1
        return adverb > 0 and self.tags[adverb] == "a" and self.words[adverb - 1].lower() in _GOVERNING

    def _is_of_several(self, place: int) -> bool:
        """Tell whether a name ends a phrase about more than one: "advisers to Mr. Lind"."""
        while place and self.tags[place] in "NTd":
            place -= 1
        return (
            self.tags[place] in "iz" and self.tags[place - 1] == "r" and self.words[place - 1].endswith("s")
        )

    def _is_caused(self, first: int) -> bool:
        """Tell whether somebody is made to do it: "helping the Sudrians defend their port"."""
        place = first
        while place and self.tags[place - 1] in "dNTrn#":
            place -= 1
            if self.words[place].lower() in _CAUSING:
                return True
        return bool(place) and self.words[place - 1].lower() in _CAUSING

    def _plural_before(self, place: int) -> bool:
        before = place - 1
        while before >= 0 and self.tags[before] == "a":
            before -= 1
        if before < 0:
            return False
        word, tag = self.words[before].lower(), self.tags[before]
        if tag == "p":
            return word in _PLURAL_PRONOUNS
        if tag in "NT" and self._is_of_several(before):
            return True
        if tag in "rnNd" and (word.endswith("s") or word in _PLURALS):
            return True
        first = before
        while first and self.tags[first - 1] in "NT":
            first -= 1
        first -= self.tags[first - 1 : first] == "d"
        joined = tag == "N" and self.tags[first - 1 : first] == "c"
        return joined or tag == "Q" or word == "who"
