"""Cues: the verbs of saying in a sentence, each with its subject.

In inverted order the subject stands after the verb ("...," said Peskov); a participle or a second verb shares that of the
clause it belongs to ("Peskov told reporters ..., adding that ..."); a noun names its owner's words ("Trump's claim that").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from index.language.english.clauses import FAR, Clauses, WordSpan
from index.language.english.people.speaking import can_speak
from index.language.english.speech.verbs import (
    DEED_NOUNS,
    PAPERS,
    RAISED_NOUNS,
    RAISING_VERBS,
    SAYING_VERBS,
    SPEECH_NOUNS,
)

_CUE = re.compile("[VGBPJKLMA]|v(?=[ipQ])|[rn](?=[tQ:z])")
_REPORTING = frozenset("VGBPASR")
_GO_ON = frozenset({"go", "goes", "went", "going"})
_PUT = frozenset({"put", "puts"})
_ADDRESSING = frozenset("told tells asked asks informed informs reminded reminds assured assures".split())
CONDITIONAL = frozenset({"Had", "Should", "Were"})
"""What opens a condition without "if": "Had Lund said that"."""
SUPPOSING = CONDITIONAL | {"Provided", "Providing", "Assuming", "Supposing"}
"""The same, and what opens a clause on which the one behind it depends: "Provided that the guns fall silent, Tamm said"."""
TURNING = frozenset("nor neither never once point time occasion moment stage".split())
"""Negations, and the last words of such ones as "at no point", behind which the verb stands before its subject."""
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
_OBJECT_PRONOUNS = frozenset({"him", "her", "them", "us", "me"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "i", "you", "others"})
_PLURALS = frozenset({"people", "many", "some", "men", "women", "police"})
_ARTICLES = frozenset("the a an his her its their our my your".split())
_PLANNED = frozenset(
    "proposed alleged expected planned threatened promised reported stated recommended agreed".split()
)
_CIRCUMSTANCES = frozenset(
    "during after before on about amid following with despite until since while as".split()
)
_ANSWER = frozenset({"answer", "answers", "answered"})
_QUESTION = frozenset({"question", "questions"})
"""What is answered: nothing is said by it."""
_HANDED = frozenset("held issued sent signed released published delivered shared cast read".split())
_HAVING = frozenset("had has have left leave leaves got get gets".split())
"""Before somebody and a form in -ing: what he is made to do, as "had the pilots wondering"."""
_GOVERNING = frozenset("from of by with".split())
_CAUSING = frozenset("help helps helped helping let lets letting make makes making made".split())
_PLACING = frozenset("at in on near outside inside to before after".split())
"""Prepositions before a place or an occasion, which speaks as little: "made a speech at Harbour Hall saying"."""
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
_VERB = re.compile("[VJvxy]")
_PAIR = 8
"""Words before a second adverb in which the first stands with its auxiliaries; chosen."""
_PAIRED = re.compile("(?<=[NTrnpw),])([axy]*a+c)$")
"""The first of two adverbs, behind whoever speaks: "flatly and" of "Lund flatly and repeatedly denied"."""
_NOUN_AND_VERB = re.compile("[nr]e")
_ANY_VERB = re.compile("[VJvxye]")
_WITH_OTHERS = re.compile("id[nNr]{0,3}[GKn]")
"""Whom "with" brings in, and what they do: "with some calling"."""
_OCCASION = re.compile("(?:i?[dn#]?D{1,2}|id?[nNr]{1,2}),?(?=[dNTr])")
"""A day or a paper between a verb and its subject: "said on Sunday the mayor", "said in a statement Ida Lund"."""
_NAMES_OF_PAPERS = frozenset("Times Mail Mirror Express Post Herald Telegraph Tribune World Sun Star".split())
"""What has a day in its name: "Sunday Times"."""


class Cue(NamedTuple):
    """A verb of saying, its words ``first`` to ``last`` inclusive, and the words of its subject.

    ``tag`` is the letter of the verb; S stands for a noun ("his claim"), R for a verb with a noun ("raised the fear"), A for
    "according to".
    """

    first: int
    last: int
    tag: str
    subject: WordSpan | None
    inverted: bool = False

    @property
    def reporting(self) -> bool:
        """Whether words can follow it without quotation marks."""
        return self.tag in _REPORTING


class SpeechClauses(Clauses):
    """A sentence with its cues, in order."""

    def __init__(self, veiled: str, start: int, end: int, *, headline: bool = False) -> None:
        """Read ``veiled[start:end]`` as ``Clauses`` does."""
        super().__init__(veiled, start, end, headline=headline)
        self._said: Cue | None = None
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
        subject, inverted = self._subject(place, first, tag, auxiliary, before, previous)
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

    def turned_subject(self, first: int) -> WordSpan | None:
        """Return the subject between an auxiliary and the verb at word ``first``, where a negation or a condition turns them:
        "Nor did Lund say", "Should Lund announce"; None where nothing does."""
        phrase = self.phrase_before(first, self.boundary(first))
        if phrase is None or not phrase[0] or self.tags[phrase[0] - 1] != "x":
            return None
        auxiliary, before = phrase[0] - 1, self.words[max(0, phrase[0] - 2) : phrase[0] - 1]
        if self.words[auxiliary] in CONDITIONAL and not before:
            return phrase
        return phrase if before and before[0].lower() in TURNING else None

    def _subject(
        self, place: int, first: int, tag: str, auxiliary: str, before: str, previous: Cue | None
    ) -> tuple[WordSpan | None, bool]:
        if tag in "GK" or "z" in auxiliary:
            return self._subject_of_nonfinite(first, tag, auxiliary, before, previous), False
        if not auxiliary.strip("a"):
            inverted = self._subject_after(place)
            if inverted is not None:
                return inverted, True
        if before == "c":
            return self._shared_subject(first, previous), False
        return self.subject_before(first), False

    def _shared_subject(self, first: int, previous: Cue | None) -> WordSpan | None:
        if previous is not None and previous.subject is not None and not previous.inverted:
            verb = self._verb_of_subordinate(previous.last + 1, first) or self._verb_with_object(
                previous, first
            )
            return previous.subject if verb is None else self.subject_before(verb)
        who = self._relative(self.boundary(first), first)
        if who is not None:
            return who
        return self.main_subject(first) or (previous.subject if previous is not None else None)

    def _verb_of_subordinate(self, low: int, first: int) -> int | None:
        """The verb that the one at word ``first`` is joined to in a clause of its own: "... when guards found her and told"."""
        opened = max(self.tags.rfind("b", low, first - 1), low - 1)
        if opened < low:
            return None
        verbs = [match.start() for match in _ANY_VERB.finditer(self.tags, opened, first - 1)]
        return verbs[-1] if verbs else None

    def _verb_with_object(self, outer: Cue, first: int) -> int | None:
        """The verb inside what ``outer`` reports that the one at word ``first`` is joined to, where both have one object: "told
        us that Lund had called him and asked him"."""
        last = first
        while self.tags[last] in "axyz":
            last += 1
        whom = self.words[last + 1 : last + 2]
        if not whom or whom[0] not in _OBJECT_PRONOUNS or whom[0] not in self.words[outer.last + 1 : first]:
            return None
        that = self.tags.find("t", outer.last + 1, first)
        verb = _ANY_VERB.search(self.tags, that + 1, first) if that >= 0 else None
        return verb.start() if verb else None

    def _relative(self, low: int, first: int) -> WordSpan | None:
        """The "who" of an open relative clause that word ``first`` stands in: "the crowds, who have taken to the streets and"."""
        who = self.tags.rfind("w", low, first)
        if who < 0 or "," in self.tags[who:first] or self.words[who].lower() != "who":
            return None
        verbs = _ANY_VERB.findall(self.tags, who, first - 1)
        return (who, who + 1) if verbs else None

    def _subject_of_nonfinite(
        self, first: int, tag: str, auxiliary: str, before: str, previous: Cue | None
    ) -> WordSpan | None:
        if tag in "GK":
            if before == "w" or (before and before in "Nrp" and "y" in auxiliary):
                return self.subject_before(first)
            if before and before in "Nr" and not auxiliary and self.words[first - 1].lower() not in PAPERS:
                phrase = self.phrase_before(first, self.boundary(first))
                led = self.words[max(0, phrase[0] - 1) : phrase[0]] if phrase else []
                if (
                    phrase
                    and (before == "N" or self.tags[phrase[0] - 1 : phrase[0]] == "i")
                    and _PLACING.isdisjoint(led)
                    and _HAVING.isdisjoint(led)
                ):
                    return self._with_share(phrase)
            if (
                before
                and before in "rn"
                and not auxiliary
                and previous is not None
                and self._are_people(first - 1)
            ):
                # "Lund mocked pilots demanding a raise"
                return self.phrase_before(first, self.boundary(first))
        latest = self._subject_of_latest(first) if tag in "GK" else None
        if latest is not None:
            return latest
        if tag in "GK" and before == ",":
            others = _WITH_OTHERS.search(self.tags, previous.last + 1 if previous else 0, first)
            if others is not None and self.words[others.start()] == "with":
                # "some praised it, with others calling him out, saying"
                return others.start() + 1, others.end() - 1
            if tag == "G" and previous is not None and self._said is not None and previous != self._said:
                outer = self._said
                within = outer.last < previous.first and outer.subject is not None and not outer.inverted
                if within and self.tags[outer.last + 1 : outer.last + 2] not in {"c", ","}:
                    # "Lammy said that his wife had accepted it, adding"
                    return outer.subject
        if previous is not None:
            if (
                tag in "GK"
                and before != ","
                and self._verb_of_subordinate(previous.last + 1, first) is not None
            ):
                # "... after Tamm posted a series of messages mocking the mayor": they mock, and nobody else does.
                return None
            return previous.subject
        return self.main_subject(first) or self._following_subject(first)

    def _subject_of_latest(self, first: int) -> WordSpan | None:
        """The subject of the verb right before a form in -ing at word ``first``, where it opens a clause of its own behind "and":
        "Lund held a service and one person who attended had come out saying"."""
        joint = self.tags.rfind("c", 0, first)
        if joint < 0 or _ANY_VERB.search(self.tags, 0, joint) is None or "w" not in self.tags[joint:first]:
            return None
        phrase = (
            self.phrase_at(joint + 1) if self.tags[joint + 1 : joint + 2] in {"d", "N", "T", "r"} else None
        )
        return phrase if phrase and _ANY_VERB.search(self.tags, phrase[1], first) else None

    def _are_people(self, place: int) -> bool:
        """Tell whether the noun at word ``place`` is more than one person, and no paper of somebody's."""
        word = self.words[place]
        return word.endswith("s") and word not in PAPERS and can_speak(word)

    def _with_share(self, phrase: WordSpan) -> WordSpan:
        """The phrase with the share that is meant of it: "70% of Norlanders"."""
        first = phrase[0]
        if self.words[max(0, first - 1) : first] == ["of"] and self.words[first - 2 : first - 1] in (
            ["%"],
            ["percent"],
        ):
            first -= 3 + (self.tags[first - 3 : first - 2] != "#")
        return (max(0, first), phrase[1])

    def _following_subject(self, first: int) -> WordSpan | None:
        """ "Claiming victory, Trump told Fox ...": the subject comes after the comma."""
        if first and self.tags[first - 1] not in "ib":
            return None
        comma = self.tags.find(",", first, first + FAR)
        quote = self.tags.find("Q", first, first + FAR)
        for stop in sorted(stop for stop in (comma, quote) if stop >= 0):
            if self.tags[stop + 1 : stop + 2] in {"d", "N", "T", "r", "p"}:
                return self.phrase_at(stop + 1)
        return None

    def _subject_after(self, place: int) -> WordSpan | None:
        """The subject in inverted order: the verb follows a quotation or a comma, and a noun phrase follows the verb."""
        tags = self.tags
        before = place - 1
        while before >= 0 and tags[before] == "a":
            before -= 1
        if before >= 0 and tags[before] not in "Q,-":
            return None
        behind = place + 1
        if before >= 0 and "Q" in tags[max(0, before - 1) : before + 1]:
            behind = self._behind_occasion(behind)
        if tags[behind : behind + 1] not in {"d", "N", "T", "r", "p", "n", "e"}:
            return None
        if self.words[behind] in {"it", "you"}:
            return None
        subject = self.phrase_at(behind)
        if subject is None:
            return None
        if before >= 0 and tags[before] == "," and _NOUN_AND_VERB.search(tags, *subject):
            # "A diplomat, who knew both, said the two sides remained apart"
            return None
        for word in range(*subject):
            if self.words[word] in _CIRCUMSTANCES and word > subject[0]:
                # "said the mayor during her first trip"
                subject = (subject[0], word)
                break
        rest = tags[subject[1] : subject[1] + 12]
        if before < 0:
            return subject if rest[:1] in {":", ","} else None
        if "Q" in tags[max(0, before - 1) : before + 1]:
            return subject
        # "The war was lost, said the general." but not "Ham, a general, said the war was lost."
        ends = rest[:1] in {".", ",", "", ";", "D", "w", "-", "("} or (
            rest[0] == "i" and not _VERB.search(rest)
        )
        clause = re.search("[xyvVJe]", tags[max(0, before - FAR) : before])
        return subject if ends and clause and self.words[place] not in _ADDRESSING else None

    def _behind_occasion(self, place: int) -> int:
        """Where the subject stands behind the day or the paper of saying: "“...,” said on Sunday the mayor"; else ``place``."""
        match = _OCCASION.match(self.tags, place)
        if match is None or self.words[match.end()] in _NAMES_OF_PAPERS:
            return place
        on_day = "D" in match[0]
        return match.end() if on_day or not PAPERS.isdisjoint(self.words[place : match.end()]) else place

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
