"""Words of a sentence as letters, its noun phrases, and the subject of a verb.

The words of a sentence are a string of letters (see word_classes) in which each quotation is one letter. The subject of a
verb is looked for to its left, over appositions and relative clauses ("Dmitry Peskov, the spokesman, who was in Moscow,
said").
"""

import re
from bisect import bisect_left
from functools import cached_property

from index.language.english.grammar.tagging import tags_of
from index.language.english.grammar.word_classes import WORD
from index.model import Span

WordSpan = tuple[int, int]
"""Words ``[first, end)`` of a sentence."""

FAR = 60
"""Words that are looked at to one side; it keeps the time linear in a text without sentence ends."""

# Determiner, modifiers and head; possessors and names joined by "and"; then up to three phrases such as "of the council".
_PHRASE = re.compile(
    "p|d*[ad]?[NTr#n]*(?:(?:s|c(?=[NT])|[eGK](?=[rNn])|-(?=[Nrn]))[dNTr#n]*)*"
    "(?:(?:i(?=[dNTr#n])|z(?=d?[TN]))d*[NTr#n]+(?:s[NTr#n]+)*){0,3}"
)
_PHRASE_ENDS = frozenset("siac-")
_NOUN_PHRASE = re.compile("d?[NTr#n]+(?:i[dNTr#n]+)*")
_FINITE = re.compile("[VJBPvxy]")
_MOMENT = re.compile("d?[#dnae]*D[#,]*|d?#?a?na(?=[^xVJ])|#,?")
_DATELINE = re.compile(r"N[NTAD#.,()]{0,12}-")
_NAMED = re.compile("[NTr]")
_JOINED = re.compile("cd?[NTrn]{1,6}")
_SECOND = re.compile("d[NTrn]{1,4}")
"""A noun phrase right behind another, whose verb is its own."""
_ROLE_AND_NAME = re.compile("[nea]{0,3}[nr]N{2,3}")
"""Who somebody is and the name: "Fellow protester, mechanical engineer Mara Lind, said"."""
_ALL_JOINED = re.compile("(?:cd?[NTrn]{1,6}){1,3}")
_NAME_FIRST = re.compile(",?(T?N{2,4}),")
_LISTED = re.compile("[NT#]{1,6}d?(?:i[NTrn]{1,3})?d?(?=,|$)")
"""A name of a list, read backwards from the comma behind it."""
_SOMEBODY = re.compile("[NTrnpw]|^d$")
_COUNTED = frozenset(
    "countries nations states members governments leaders groups firms unions parties".split()
)
"""Who is counted and speaks beside somebody by name: "30 countries and the Union"."""
_CLAUSE_ENDS = re.compile("[Q;:.?!]")
_OPENING = re.compile("[cbtQ]")
_QUALIFYING = frozenset("based owned led backed run born headquartered".split())
"""What ends a word that says of which kind somebody is: "Tarvo-based, family-owned Harbour Steel"."""
_MADE = frozenset("released conducted published issued obtained posted taken commissioned compiled".split())
"""Forms that say of a survey how it came about: "a poll released on Friday shows"."""


_NAME_BETWEEN = re.compile(",(N{2,4}),(?=[NnrT])")
"""A full name between commas behind a noun, read from its end."""


class Clauses:
    """The words of one sentence, or of several that a quotation joins. ``tags`` has one letter for each word."""

    def __init__(self, veiled: str, start: int, end: int, *, headline: bool = False) -> None:
        """Read ``veiled[start:end]``, in which each quotation is a run of VEIL; in a ``headline`` capitals say nothing."""
        self._text, self._bounds = veiled, (start, end)
        self.words: list[str] = WORD.findall(veiled, start, end)
        self.tags = tags_of(self.words, headline=headline)

    def tag(self, place: int) -> str:
        """Return the letter of word ``place``; an empty one where no word stands."""
        return self.tags[place] if 0 <= place < len(self.tags) else ""

    def word(self, place: int) -> str:
        """Return word ``place``; an empty one where none stands."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def stands_at(self, place: int, *words: str) -> bool:
        """Tell whether ``words`` stand one behind the other from word ``place`` on."""
        return place >= 0 and self.words[place : place + len(words)] == list(words)

    @cached_property
    def _starts(self) -> list[int]:
        # Between two words stands nothing that a word begins with.
        starts: list[int] = []
        place, find = self._bounds[0], self._text.find
        for word in self.words:
            place = find(word, place)
            starts.append(place)
            place += len(word)
        return starts

    def span(self, words: WordSpan) -> Span:
        """Return the characters of the text that words ``words`` cover."""
        last = words[1] - 1
        return self._starts[words[0]], self._starts[last] + len(self.words[last])

    def index_at(self, position: int) -> int:
        """Return the index of the first word that starts at ``position`` or after it."""
        return bisect_left(self._starts, position)

    def phrase_at(self, place: int) -> WordSpan | None:
        """Return the noun phrase that starts at word ``place``; None when none does."""
        match = _PHRASE.match(self.tags, place, place + FAR)
        end = match.end() if match else place
        while end > place and self.tags[end - 1] in _PHRASE_ENDS:
            end -= 1
        return (place, end) if end > place else None

    def phrase_before(self, place: int, low: int = 0) -> WordSpan | None:
        """Return the noun phrase that ends before word ``place``, from word ``low`` on; None when none does."""
        first = place
        while first > low and self.tags[first - 1] in "NTrn#sdp":
            first -= 1
            if self.tags[first] in "dp":
                break
        return (first, place) if first < place else None

    def boundary(self, place: int) -> int:
        """Return where the clause that holds word ``place`` begins: after a quotation, a colon or a semicolon."""
        low = self._behind_dateline if place <= FAR else place - FAR
        low = low if low < place else 0
        stops = self._stops
        before = bisect_left(stops, place) - 1 if stops else -1
        return max(low, stops[before] + 1) if before >= 0 else low

    @cached_property
    def _behind_dateline(self) -> int:
        """The word behind the place that a report begins with, "LAKEVIEW (Agency) - "; 0 where there is none."""
        dateline = _DATELINE.match(self.tags) if self.words[:1] and self.words[0].isupper() else None
        return dateline.end() if dateline else 0

    @cached_property
    def _stops(self) -> list[int]:
        """The places of the marks and quotations at which a clause ends."""
        return [match.start() for match in _CLAUSE_ENDS.finditer(self.tags)]

    def subject_before(self, place: int) -> WordSpan | None:
        """Return the subject of the verb whose first word is ``place``, with all who are joined in it; None when none is found
        to its left."""
        subject = self._nearest_subject(place)
        if subject is not None and self.words[slice(*subject)] == ["Neither"]:
            # "Neither the minister nor Lund said"
            return (subject[1], place) if "nor" in self.words[subject[1] : place] else subject
        if subject is not None and self.words[subject[0] - 1 : subject[0]] == ["nor"]:
            return self._neither(subject)
        if subject is None or not subject[0] or self.tags[subject[0] - 1] not in ",c":
            return subject
        return self._with_others(subject, self.boundary(place))

    def _neither(self, subject: WordSpan) -> WordSpan:
        """The subject with whom "neither" stands before: "Neither the ministry nor the army"."""
        for place in range(subject[0] - 2, max(0, subject[0] - FAR // 4) - 1, -1):
            if self.words[place].lower() == "neither":
                return place + 1, subject[1]
            if self.tags[place] not in "dNTrn#si,":
                break
        return subject

    def _with_others(self, subject: WordSpan, low: int) -> WordSpan:
        """The subject with those named before it: "Norland, Sudria and the Union", "G7 leaders and the Union"."""
        tags = self.tags
        first = subject[0]
        if "c" in tags[slice(*subject)] and tags[first - 1 : first] == ",":
            listed = first
        elif first - 1 > low and tags[first - 1] == "c" and self.words[first - 1] == "and":
            listed = first - 1
            if tags[listed - 1] != ",":
                start = listed
                while start > low and tags[start - 1] in "dNTrn#s":
                    start -= 1
                if self.words[start - 1 : start] == ["of"] and tags[start - 2 : start - 1] == "r":
                    # "The leaders of 30 countries and the Union"
                    start -= 2
                    while start > low and tags[start - 1] in "dNTrn#":
                        start -= 1
                opens = start == low or tags[start - 1] in ",cb-*"
                counted = tags[start] == "#" and self.words[listed - 1] in _COUNTED
                named = opens and start < listed and (counted or _NAMED.search(tags, start, listed))
                if not named:
                    return subject
                first = listed = start
                if tags[start - 1 : start] != ",":
                    return first, subject[1]
        else:
            return subject
        while listed > low and tags[listed - 1] == ",":
            item = _LISTED.match(self._reversed, len(tags) - listed + 1, len(tags) - low)
            if item is None:
                break
            listed = first = len(tags) - item.end()
        return first, subject[1]

    @cached_property
    def _reversed(self) -> str:
        return self.tags[::-1]

    def _nearest_subject(self, place: int) -> WordSpan | None:
        tags = self.tags
        last = place - 1
        if last < 0:
            return None
        if tags[last] == ")":
            return self._before_brackets(place)
        if tags[last] in "pw":
            return last, place
        low = self.boundary(place)
        if last < low:
            return None
        if tags[last] in ",-":
            described, named = self._before_apposition(low, last), self._apposed_name(last)
            # Where "and" parts what somebody is called, the phrase before it is not all of it.
            whole = described is not None and (named is None or described[1] == named[0] - 1)
            return described if whole else named or described
        segment = max(tags.rfind(",", low, last), tags.rfind("-", low, last), low - 1) + 1
        leading = _NAME_FIRST.match(tags, low, segment) if self.words[segment] in {"a", "an"} else None
        if leading is not None:
            # "Mara Lind, an officer of Halm told": the second comma is left out.
            return leading.span(1)
        return self._in_segment(segment, place)

    def _apposed_name(self, last: int) -> WordSpan | None:
        """The full name between two commas, the second at word ``last``: "a clerk of both Tarvo and Halm, Mara Lind, said"."""
        match = _NAME_BETWEEN.match(self._reversed, len(self.tags) - last - 1)
        if match is None:
            return None
        first = len(self.tags) - match.end(1)
        before = self.tags.rfind(",", 0, first - 1) + 1
        # "Mara Lind, 60, from Halm, North Tarvo, said": what stands behind a place is where it is.
        return None if before and self.tags[before] == "i" else (first, last)

    def _before_brackets(self, place: int) -> WordSpan | None:
        """The subject before the brackets that end before word ``place``."""
        low = max(0, place - FAR)
        while place and self.tags[place - 1] == ")":
            place = self.tags.rfind("(", low, place - 1)
            if place <= 0:
                return None
        return self.subject_before(place)

    def main_subject(self, place: int) -> WordSpan | None:
        """Return the first noun phrase of the clause that ends before word ``place``; None when it has none."""
        tags = self.tags
        while place and tags[place - 1] in ".!?:;":
            place -= 1
        index = self.boundary(place)
        if index > 0 and tags[index - 1] == "Q" and index >= place - 1:
            index = self.boundary(index - 1)
        while index < place:
            tag = tags[index]
            moment = _MOMENT.match(tags, index) if tag in "#dD" else None
            if moment:
                index = moment.end()
            elif tag in "iGKbLMz":
                index = self._after_adjunct(index, place)
            elif tag in "dNTrp#n":
                phrase = self.phrase_at(index)
                if phrase is None:
                    index += 1
                elif _SOMEBODY.search(tags[phrase[0] : phrase[1]]) and not self._is_expletive(index):
                    joined = _JOINED.match(tags, phrase[1], place) if tags[phrase[1] - 1] in "NTr" else None
                    return (phrase[0], joined.end()) if joined else phrase
                else:
                    index = phrase[1]
            elif tag == "w":
                return index, index + 1
            else:
                index += 1
        return None

    def _after_adjunct(self, index: int, place: int) -> int:
        stops = [stop for mark in ",Q" if (stop := self.tags.find(mark, index, place)) >= 0]
        return min(stops) + 1 if stops else place

    def _is_expletive(self, index: int) -> bool:
        return self.words[index].lower() in {"it", "there"}

    def _in_segment(self, low: int, high: int) -> WordSpan | None:
        """The subject in words ``low`` to ``high``, the last of which stands before the verb."""
        tags = self.tags
        start = low
        for match in _OPENING.finditer(tags, low, high):
            after = match.end()
            joins = match[0] == "c" and after - 2 >= low and tags[after : after + 1] in {"N", "r", "n", "T"}
            if after < high and not (joins and tags[after - 2] in "NrnT"):
                start = after
        while start < high and tags[start] in "caDbtz(":
            start += 1
        if start >= high:
            return self.main_subject(high)
        verb = _FINITE.search(tags, start, high)
        if verb and self.words[verb.start()] in _MADE and verb.start() > start:
            made = self.phrase_at(start)
            if made is not None and made[1] == verb.start():
                return made
        relative = tags.find("w", start, high)
        if verb and not 0 <= relative < verb.start() and not _NOUN_PHRASE.fullmatch(tags, start, high):
            start = verb.end()
            while start < high and tags[start] in "axDit":
                start += 1
        inner = tags.rfind("iw", start, high)
        if inner >= 0 and inner + 2 < high:
            # "a lawsuit in which the union argued"
            start = inner + 2
        if start >= high:
            return None
        phrase = None if tags[start] in "iGKz" else self.phrase_at(start)
        if phrase is None:
            return self.phrase_before(high, start)
        end = min(phrase[1], high)
        if end < high and _ALL_JOINED.fullmatch(tags, end, high):
            end = high
        elif end < high and tags[end - 1] in "nr" and _SECOND.fullmatch(tags, end, high):
            # "an allegation the rebels deny"
            return end, high
        return phrase[0], end

    def _before_apposition(self, low: int, comma: int) -> WordSpan | None:
        """The subject before ", ... ," where ``comma`` is the second mark."""
        tags = self.tags
        fallback: WordSpan | None = None
        chosen: WordSpan | None = None
        segments = self._segments(low, comma)
        for start, end in segments[:-1] or segments:
            lead = start
            while lead < end and tags[lead] in "caDt(":
                lead += 1
            opened = tags.rfind("b", lead, end) + 1
            if (
                opened
                and start == low
                and _FINITE.search(tags, start, opened)
                and (subject := self.phrase_at(opened)) is not None
                and subject[1] == end
            ):
                # "has been busy since Tamm, at the debate, said"
                chosen = subject
                continue
            phrase = self.phrase_at(lead) if lead < end and tags[lead] in "dNTrnp#e" else None
            if phrase is None or self.words[phrase[1] - 1].rpartition("-")[2] in _QUALIFYING:
                continue
            rest = tags[phrase[1] : end]
            if not rest or rest[0] in "w(ieGKMPz" or not _FINITE.search(rest):
                named = chosen is not None and _ROLE_AND_NAME.fullmatch(tags, *phrase) is not None
                if (
                    chosen is None
                    or tags[start] in "ct"
                    or (named and "N" not in tags[chosen[0] + 1 : chosen[1]])
                ):
                    chosen = phrase
            elif fallback is None:
                fallback = phrase
        return chosen or fallback

    def _segments(self, low: int, last: int) -> list[WordSpan]:
        """The words between commas and dashes, those in parentheses left alone."""
        found: list[WordSpan] = []
        start, depth = low, 0
        for index in range(low, last + 1):
            tag = self.tags[index]
            depth = max(0, depth + (tag == "(") - (tag == ")"))
            if tag in ",-" and not depth:
                found.append((start, index))
                start = index + 1
        return found
