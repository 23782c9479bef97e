"""Cues, and the subject of each: who says it.

In inverted order the subject stands after the verb ("...," said Peskov); a participle or a second verb shares that of the
clause it belongs to ("Peskov told reporters ..., adding that ...").
"""

import re
from typing import NamedTuple

from index.language.english.grammar.clauses import FAR, Clauses, WordSpan
from index.language.english.people.speaking import can_speak
from index.language.english.speech.verbs import PAPERS

CONDITIONAL = frozenset({"Had", "Should", "Were"})
"""What opens a condition without "if": "Had Lund said that"."""
SUPPOSING = CONDITIONAL | {"Provided", "Providing", "Assuming", "Supposing"}
"""The same, and what opens a clause on which the one behind it depends: "Provided that the guns fall silent, Tamm said"."""
_REPORTING = frozenset("VGBPASR")
_ADDRESSING = frozenset("told tells asked asks informed informs reminded reminds assured assures".split())
TURNING = frozenset("nor neither never once point time occasion moment stage".split())
"""Negations, and the last words of such ones as "at no point", behind which the verb stands before its subject."""
_OBJECT_PRONOUNS = frozenset({"him", "her", "them", "us", "me"})
_CIRCUMSTANCES = frozenset(
    "during after before on about amid following with despite until since while as".split()
)
_HAVING = frozenset("had has have left leave leaves got get gets".split())
"""Before somebody and a form in -ing: what he is made to do, as "had the pilots wondering"."""
_PLACING = frozenset("at in on near outside inside to before after".split())
"""Prepositions before a place or an occasion, which speaks as little: "made a speech at Harbour Hall saying"."""
_MOVING = frozenset(
    "led leads leading prompted prompts prompting inspired inspiring provoked drove moved".split()
)
"""What makes somebody speak: "prompting Lund to say"."""
_VERB = re.compile("[VJvxy]")
_NOUN_AND_VERB = re.compile("[nr]e")
_ANY_VERB = re.compile("[VJvxye]")
_SECOND_CLAUSE = re.compile("[cb](?=[dNTr])")
_OWN_VERB = re.compile("(?:,[^,]{1,12},)?a?[Jvxye]")
_BESIDE = frozenset({"while", "whereas", "although", "though"})
"""Words that set a clause beside another, with a subject of its own."""
_GOING_ON = re.compile(",a?[xy]")
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


class ClausesWithSubjects(Clauses):
    """A sentence in which the subject of each verb of saying is found, one after the other."""

    _said: Cue | None = None
    """The last verb of saying that has a subject."""

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

    def _subject_of(
        self, place: int, first: int, tag: str, auxiliary: str, before: str, previous: Cue | None
    ) -> tuple[WordSpan | None, bool]:
        """Return the subject of the verb at word ``place``, its auxiliaries from ``first`` on, and whether it stands behind."""
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
        if "z" in auxiliary and before and before in "Nr":
            moved = self.phrase_before(first, self.boundary(first))
            if moved is not None and moved[0] and self.words[moved[0] - 1] in _MOVING:
                # "That led Tamm to suggest"
                return moved
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
        if latest is None and tag in "GK" and before == ",":
            latest = self._subject_of_own_clause(first, previous)
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

    def _subject_of_own_clause(self, first: int, previous: Cue | None) -> WordSpan | None:
        """The subject of the clause that a form in -ing at word ``first`` goes on with, where it is the second of two: "Norland
        signed the pact, but Sudria left the talks in May, saying"."""
        if previous is not None and previous.tag in _REPORTING:
            return None
        low = max(previous.last if previous is not None else 0, first - FAR)
        second = None
        for match in _SECOND_CLAUSE.finditer(self.tags, low, first):
            opens = self.tags[match.start()] == "c" or self.words[match.start()] in _BESIDE
            phrase = self.phrase_at(match.start() + 1) if opens else None
            if phrase is not None and _OWN_VERB.match(self.tags, phrase[1]) is not None:
                second = match.start(), phrase
        if second is None or _ANY_VERB.search(self.tags, self.boundary(second[0]), second[0]) is None:
            return None
        return second[1]

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
        # "The key to its success, says Lund, is its network."
        clause = clause or _GOING_ON.match(rest)
        return subject if ends and clause and self.words[place] not in _ADDRESSING else None

    def _behind_occasion(self, place: int) -> int:
        """Where the subject stands behind the day or the paper of saying: "“...,” said on Sunday the mayor"; else ``place``."""
        match = _OCCASION.match(self.tags, place)
        if match is None or self.words[match.end()] in _NAMES_OF_PAPERS:
            return place
        on_day = "D" in match[0]
        return match.end() if on_day or not PAPERS.isdisjoint(self.words[place : match.end()]) else place
