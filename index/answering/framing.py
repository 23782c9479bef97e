"""Holds the sentences that were ranked against the question's frame: who did what to whom, which one, when, where, how much.

A sentence that says it of somebody else, of another round, day or place does not answer, however many of the question's words
it has: it is passed over. What cannot be told stays where the ranking put it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from index.answering.evidence import QuestionMatcher
from index.answering.judging import Candidate
from index.answering.retrieval import Ranking
from index.answering.rows import is_row
from index.language.english.asked_things import AskedThing, asked_thing, holds
from index.language.english.asked_words import words_asked
from index.language.english.frames import (
    RANKS,
    Attachment,
    QuestionFrame,
    Ranked,
    Relation,
    counts,
    numbered,
    owner_before,
    read_frame,
)
from index.language.english.moments import Moments, differs, find_moments
from index.language.english.opposites import is_denied
from index.language.english.roles import (
    Deed,
    NounPhrase,
    Word,
    Words,
    compare,
    deeds,
    first_subject,
    read_words,
)
from index.language.english.tenses import (
    asks_for_another_time,
    asks_what_is_to_come,
    tells_the_past_alone,
)
from index.language.patterns import late
from index.language.tokens import Analyzer, fold
from index.model import Strength

LOOKED_AT = 12
"""How many of the ranked sentences are held against the frame."""

_NEARLY = 1.0
"""What is not this much above a sentence that was passed over answers only where it fills the frame by itself."""

_SENTENCES_BESIDE = 3
"""Sentences within which what is passed over and what is kept tell one thing; chosen: a passage."""

_LACKS = 2.0
"""How much lower a sentence is ranked that has nothing of the form asked for."""

_AROUND = 400
"""Characters before and after a sentence whose moments are its surroundings."""

_BESIDE = 160
"""Characters before and after a sentence that stand right around it."""

_NEAR = 2_500
"""Characters before and after a sentence within which a name is near."""

_BEGINS = 1_000
"""Characters at the beginning of a document that say what all of it is about; chosen: a paragraph or two."""

_LONGEST_DOCUMENT = 200_000
"""Characters of a document that are searched for a name."""

_SURE_RELATED = 0.55
"""From this weight on, a related word stands for the question's word in a role."""

_DENIED, _AFFIRMED, _OPPOSITE = "it is said not to be so", "it is said to be so", "it says the opposite"
_IS_PAST = "it tells only of what is past"
_OF_ANOTHER_STATE = frozenset({_DENIED, _AFFIRMED, _OPPOSITE})

_BEGINNING = 5
"""Letters in which two words of one family begin alike; chosen: "electi-on" and "electo-ral" do, "part-y" and "part-ner" do
not."""
_RANK_REACH = 4
"""Words after a rank in which its noun stands: "the second, and longest, round"; chosen."""
_ANY_NUMBER_OF = frozenset(
    "peopl person time countri state place year month week day hour minut thing way member side part".split()
)
"""Terms of what is counted without being named: "killed 14"."""

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me)\b")
_SPEAKS = re.compile(r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\b")
_ACCENT = re.compile("[À-ɏḀ-ỿ]")
_WORD = 12
"""Letters before and after one with an accent that its word is looked for in."""

_STOP_VERBS = frozenset({"get", "go", "come", "make", "take", "keep", "put", "got"})
"""Verbs that the stored terms of a sentence may leave out."""

_AMERICA = frozenset({"u.s", "washington", "american", "america"})
_AMERICAN = ("united states", "u.s.", "america", "washington", "white house")
_HINDERED = re.compile(
    r"\b(?:prevent|block|stop|halt|bar|hinder|unable|short of|declin|reluctan)", re.IGNORECASE
)
_ACCORDING_TO = late(
    r"\b(?:according to|as (?:put|told|described) by|in the words of) (?P<who>(?:[A-Z][\w’'-]+ ?){1,4})"
)
_INTRODUCED = late(
    r"\W*(?P<who>(?:[A-Z][\w.’'-]+ ){1,6}?[A-Z][\w.’'-]+|[A-Z]{3,})\W{0,4}(?:\([^()\s]{1,200}\))?\W{0,4}:\s*[“\"]"
)
"""Who is named before a quotation that a colon introduces: "President Lind: “We agreed.”"."""

_UNITED_STATES = re.compile(r"\bunited states\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a sentence stands to the frame: it ``contradicts`` for a ``reason``, ``lacks`` the thing asked for, ``fills`` it."""

    contradicts: bool = False
    lacks: bool = False
    fills: bool = False
    denial: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Framed:
    """A ranking held against the frame: ``most`` bounds the answer's strength, ``reason`` says why, in words; ``check`` held it.

    It is weak at most where the sentences that fit best are of another frame, partial where the thing asked for does not stand
    in the sentence.
    """

    ranking: Ranking
    most: Strength
    reason: str
    verdicts: Mapping[tuple[int, int], Verdict]
    check: "FrameCheck"

    def admits(self, candidate: Candidate) -> bool:
        """Tell whether the candidate may be shown as an answer."""
        verdict = self.verdicts.get((candidate.row, candidate.sentence.ordinal))
        return verdict is None or not verdict.contradicts

    def may_overrule(self, candidate: Candidate) -> bool:
        """Tell whether the candidate speaks of what the question names, if only to say that it is no longer so."""
        verdict = self.verdicts.get((candidate.row, candidate.sentence.ordinal))
        return verdict is None or not verdict.contradicts or verdict.reason in _OF_ANOTHER_STATE


def framed(ranking: Ranking, analyzer: Analyzer) -> Framed:
    """Hold the first sentences of ``ranking`` against the question's frame: those that contradict it go behind all others."""
    check = FrameCheck(ranking.question.text, ranking.matcher, analyzer)
    first = ranking.candidates[:LOOKED_AT]
    if not first:
        return Framed(ranking, "strong", "", {}, check)
    verdicts = {(one.row, one.sentence.ordinal): check.verdict(one) for one in first}
    words = words_asked(ranking.question.text)
    if words is not None and words.whether:
        # Whether he said that Norland recalled it: the roles of the clause are held as well as who says it.
        said = FrameCheck(words.topic, ranking.matcher, analyzer)
        verdicts = {
            (one.row, one.sentence.ordinal): _of_words(
                one, words.who, verdicts[one.row, one.sentence.ordinal], said
            )
            for one in first
        }

    def of(one: Candidate) -> Verdict:
        return verdicts.get((one.row, one.sentence.ordinal), Verdict())

    passed_over = [one for one in first if of(one).contradicts]
    kept = sorted(
        (one for one in ranking.candidates if not of(one).contradicts),
        key=lambda one: -(one.score - _LACKS * of(one).lacks),
    )
    most: Strength = "strong"
    reason = ""
    if not kept:
        most, reason = "weak", of(first[0]).reason
    else:
        if passed_over and _overshadows(passed_over[0], kept[0]) and not of(kept[0]).fills:
            most, reason = "weak", of(first[0]).reason
        elif of(kept[0]).lacks:
            most = "weak" if check.nothing_of_the_form(kept) else "partial"
            reason = of(kept[0]).reason
    return Framed(replace(ranking, candidates=(*kept, *passed_over)), most, reason, verdicts, check)


def _of_words(candidate: Candidate, who: str, verdict: Verdict, said: "FrameCheck") -> Verdict:
    """Return the verdict on a sentence where it is asked whether ``who`` said something: it must be said, and by no other."""
    if verdict.contradicts:
        return verdict
    span = candidate.sentence.span
    text = candidate.document.slice(span.start, span.end)
    names = [word for word in who.split() if word[0].isupper()]
    # What stands in his own remarks is his, whether the sentence names him or not.
    told = f"{candidate.document.names} {text}".lower()
    if names and not any(name.lower() in told for name in names) and not _SPEAKS.search(text):
        return Verdict(contradicts=True, reason="another says it")
    return said.verdict(candidate)


def _overshadows(passed_over: Candidate, kept: Candidate) -> bool:
    """Tell whether what is ``kept`` was ranked for the words of a sentence of another frame: a better one, or one beside it."""
    if passed_over.score > kept.score:
        return True
    beside = abs(passed_over.sentence.ordinal - kept.sentence.ordinal) <= _SENTENCES_BESIDE
    return passed_over.row == kept.row and beside and passed_over.score > kept.score - _NEARLY


class FrameCheck:
    """Holds sentences against the frame of one question."""

    def __init__(self, question: str, matcher: QuestionMatcher, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self.question = question
        self._opposites = matcher.opposites
        self._forms = matcher.forms(_SURE_RELATED)
        self._loose = matcher.forms(0.0)
        if _UNITED_STATES.search(question):
            for term in ("unit", "state"):
                self._loose[term] = self._loose.get(term, frozenset()) | {"u.s", "american", "washington"}
        self.frame: QuestionFrame = read_frame(question, self.terms_of)
        self.thing: AskedThing | None = asked_thing(question)
        self.moments: Moments = find_moments(question)
        self._asks_what_is_to_come = asks_what_is_to_come(question)
        self._asks_for_another_time = asks_for_another_time(question)
        self._question_terms = frozenset(term for word in self.frame.words for term in word.terms)
        self._lowered: dict[int, str] = {}
        self._accented: dict[tuple[int, int], frozenset[str]] = {}
        self._titles: dict[int, frozenset[str]] = {}
        counted = matcher.question.counted
        self._heads_counted = counted if counted.isdisjoint(_ANY_NUMBER_OF) else frozenset[str]()
        frame = self.frame
        self.verbs = self._verb_terms(frame.verb) if frame.verb else frozenset()

    def terms_of(self, word: str) -> tuple[str, ...]:
        """Return the terms of a word."""
        if word.isalnum():
            term = self._analyzer.term(word)
            return () if term is None else (term,)
        return tuple(self._analyzer.terms(word))

    def lowered(self, candidate: Candidate) -> str:
        """Return the candidate's document with its title in small letters."""
        found = self._lowered.get(candidate.row)
        if found is None:
            document = candidate.document
            text = f"{document.names} {document.publisher or ''} {document.text[:_LONGEST_DOCUMENT]}"
            found = self._lowered[candidate.row] = text.lower()
        return found

    def words_of(self, candidate: Candidate) -> tuple[Word, ...]:
        """Return the words of the candidate's sentence, read."""
        span = candidate.sentence.span
        return read_words(candidate.document.slice(span.start, span.end), self.terms_of)

    def accented(self, candidate: Candidate) -> frozenset[str]:
        """Return the words near the candidate that have accents, without them and in small letters."""
        key = candidate.row, candidate.sentence.ordinal
        found = self._accented.get(key)
        if found is None:
            span = candidate.sentence.span
            text = candidate.document.text[max(0, span.start - _NEAR) : span.end + _NEAR]
            words = (text[max(0, one.start() - _WORD) : one.end() + _WORD] for one in _ACCENT.finditer(text))
            found = self._accented[key] = frozenset(map(fold, words))
        return found

    def title_terms(self, candidate: Candidate) -> frozenset[str]:
        """Return the terms of the title of the candidate's document."""
        found = self._titles.get(candidate.row)
        if found is None:
            found = self._titles[candidate.row] = frozenset(self._analyzer.terms(candidate.document.names))
        return found

    def _verb_terms(self, verb: str) -> frozenset[str]:
        return frozenset({verb, *self._forms.get(verb, ())})

    def held(self, term: str, others: Collection[str]) -> bool:
        """Tell whether ``others`` have the question's ``term``, a word that stands for it, or one of its family."""
        if term in others or not self._loose.get(term, frozenset()).isdisjoint(others):
            return True
        if len(term) < _BEGINNING:
            return len(term) == _BEGINNING - 1 and any(other.startswith(term) for other in others)
        return any(other.startswith(term[:_BEGINNING]) for other in others)

    def verdict(self, candidate: Candidate) -> Verdict:
        """Return how the candidate's sentence, with what stands around it, stands to the frame."""
        document = candidate.document
        span = candidate.sentence.span
        text = document.slice(span.start, span.end)
        place = _Place(self, candidate, text)
        reason = next(filter(None, self._objections(place)), "")
        if reason:
            return Verdict(contradicts=True, reason=reason)
        counted = self._counted(place)
        past = self._is_past(place)
        lacks = (
            self.thing is not None
            and not holds(self.thing, text)
            and not holds(self.thing, document.told_at(span.start, span.end))
        ) or not counted
        if past and not lacks:
            return Verdict(lacks=True, reason=_IS_PAST)
        denial = self.frame.yes_or_no and any(deed.denied for deed in place.deeds)
        return Verdict(
            lacks=lacks and not denial,
            fills=not lacks and self._fills(place),
            denial=denial,
            reason=f"no {self.thing.name if self.thing else 'count of them'} stands there" if lacks else "",
        )

    def nothing_of_the_form(self, candidates: Sequence[Candidate]) -> bool:
        """Tell whether neither the first of ``candidates`` nor what stands right around it has what only its form can answer."""
        if self.thing is None or not self.thing.strict:
            return False
        span = candidates[0].sentence.span
        text = candidates[0].document.text
        beside = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
        return not any(holds(self.thing, part) for part in beside)

    def _counted(self, place: "_Place") -> bool:
        """Tell whether the sentence names what the question asks the number of, or the question asks no number.

        What the rows of a table count is named in the title: the row has only the number.
        """
        named = place.terms | place.title_terms if is_row(place.candidate) else place.terms
        return not self._heads_counted or any(self.held(term, named) for term in self._heads_counted)

    def _objections(self, place: "_Place") -> Iterator[str]:
        frame = self.frame
        yield self._absent_name(place)
        for ranked in frame.ranked:
            yield self._another_rank(ranked, place)
        for noun, number in frame.numbered:
            yield self._another_number(noun, number, place)
        if self.moments:
            other = differs(
                self.moments, find_moments(place.text), find_moments(place.around), place.published
            )
            yield f"it speaks of another {other}" if other else ""
        if frame.relation is not None:
            yield self._another_relation(frame.relation, place)
        yield self._another_role(place)
        for attachment in frame.attachments:
            yield self._attached_to_another(attachment, place)
        for pair in frame.modified:
            yield self._another_sort(pair, place)
        for count, noun in frame.counts:
            yield self._another_count(count, noun, place)
        for name in frame.names:
            yield self._opposite_name(name, place)
        yield self._of_another_part(place)
        yield self._by_another_speaker(place)
        yield self._denied(place)
        yield self._opposite(place)
        yield _IS_PAST if self._asks_for_another_time and self._is_past(place) else ""
        if self.thing is not None and self.thing.name == "age":
            yield self._age_of_another(place)

    def _absent_name(self, place: "_Place") -> str:
        absent = next((name for name in self.frame.names if not self._is_named(name, place)), None)
        if absent is None or _FIRST_PERSON.search(place.text):
            return ""  # whoever speaks is not named in what he says
        named = [word.text for word in self.frame.words if word.is_name and set(word.terms) & set(absent)]
        return f"nothing there names {' '.join(named or absent)}"

    def _is_named(self, name: Sequence[str], place: "_Place") -> bool:
        present = [self.held(term, place.terms) or self._is_near(term, place) for term in name]
        return present[-1] or sum(present) >= len(present) / 2

    def _is_near(self, term: str, place: "_Place") -> bool:
        """Tell whether the term stands in the document's title or beginning, or around the sentence."""
        return self._in_document(term, place, place.near)

    def _in_document(self, term: str, place: "_Place", text: str | None = None) -> bool:
        text = place.lowered if text is None else text
        if term in _AMERICA and any(name in place.lowered for name in _AMERICAN):
            return True
        stems = _stems({term, *self._loose.get(term, ())})
        return any(form in text for form in stems) or any(
            form in word for word in self.accented(place.candidate) for form in stems
        )

    def _another_rank(self, ranked: Ranked, place: "_Place") -> str:
        there = [
            rank
            for n, word in enumerate(place.words)
            if (rank := RANKS.get(word.lower)) is not None
            and any(self.held(ranked.noun, after.terms) for after in place.words[n + 1 : n + 1 + _RANK_REACH])
        ]
        if ranked.rank in there:
            return ""
        if there:
            return "it speaks of another one in the order"
        names = [word for word, rank in RANKS.items() if rank == ranked.rank]
        if re.search(rf"\b(?:{'|'.join(names)})\b", place.lowered):
            return ""
        return f"nothing there speaks of a {names[0]} one" if self._in_document(ranked.noun, place) else ""

    def _another_number(self, noun: str, number: str, place: "_Place") -> str:
        there = {value for term, value in numbered(place.words) if self.held(noun, {term})}
        if number in there:
            return ""
        if there:
            return "it speaks of another one in the order"
        words = read_words(place.around, self.terms_of)
        around = {value for term, value in numbered(words) if self.held(noun, {term})}
        return "it speaks of another one in the order" if around and number not in around else ""

    def _another_relation(self, relation: Relation, place: "_Place") -> str:
        objection = ""
        for n, word in enumerate(place.words):
            if not any(self.held(relation.role, {term}) for term in word.terms):
                continue
            owner = owner_before(place.words, n)
            after = [w for w in place.words[n + 1 : n + 6] if w.tag != "d"]
            target = (
                {term for w in after[1:] if w.is_name for term in w.terms}
                if after and after[0].lower in {"to", "for", "in", "at"}
                else set()
            )
            if relation.owner and owner:
                if self._any(relation.owner, owner):
                    return ""
                objection = "it is somebody else's"
            elif relation.owner and target and self._any(relation.owner, target):
                objection = "it is the one sent there, not from there"
            elif relation.target and target and not self._any(relation.target, target):
                objection = "it is the one sent to somebody else"
        return objection

    def _any(self, terms: Sequence[str], others: Collection[str]) -> bool:
        return any(self.held(term, others) for term in terms)

    def _another_role(self, place: "_Place") -> str:
        objection = ""
        for deed in place.deeds:
            found = self._objection_to(deed, place)
            if not found:
                return ""
            objection = objection or found
        return objection

    def _objection_to(self, deed: Deed, place: "_Place") -> str:
        agent, patient = self.frame.agent, self.frame.patient
        if agent is not None:
            return self._objection_to_agent(agent, patient, deed, place)
        if patient is not None:
            return self._objection_to_patient(patient, deed, place)
        return ""

    def _objection_to_agent(
        self, agent: NounPhrase, patient: NounPhrase | None, deed: Deed, place: "_Place"
    ) -> str:
        if patient is not None and self._is_turned_round(agent, patient, deed, place):
            return "it was done the other way round"
        as_agent = compare(agent, deed.agent, self.held, place.known)
        if as_agent == "same":
            return ""
        as_patient = compare(agent, deed.patient, self.held, place.known) if deed.patient else "unclear"
        if as_agent == "other" and deed.sure and not _is_joint(deed):
            return "another did it"
        if (
            as_patient == "same"
            and patient is not None
            and deed.agent
            and compare(patient, deed.agent, self.held, place.known) == "same"
        ):
            return "it was done the other way round"
        return ""

    def _is_turned_round(self, agent: NounPhrase, patient: NounPhrase, deed: Deed, place: "_Place") -> bool:
        """Tell whether a pronoun does it for the subject of the sentence before, to whom it is done in the question."""
        if (
            deed.passive
            or not deed.agent
            or not all(word.tag in "p" for word in deed.agent if word.terms or word.tag in "p")
        ):
            return False
        if not agent.names or not patient.names or not any(word.tag == "p" for word in deed.agent):
            return False
        subject = first_subject(place.before)
        return (
            compare(patient, subject, self.held, place.known) == "same"
            and compare(agent, subject, self.held, place.known) == "other"
        )

    def _objection_to_patient(self, patient: NounPhrase, deed: Deed, place: "_Place") -> str:
        if not patient.names:
            return ""
        if compare(patient, deed.patient, self.held, place.known) == "same":
            return ""
        turned = deed.sure and deed.agent and compare(patient, deed.agent, self.held, place.known) == "same"
        if turned and (self.frame.asks_agent or deed.patient):
            return "it was done the other way round"
        direct = deed.patient[:1]
        if self.frame.asks_agent and not deed.passive and direct and direct[0].is_name:
            return "it was done to another"
        return ""

    def _attached_to_another(self, attachment: Attachment, place: "_Place") -> str:
        if any(self.held(term, place.terms) for term in attachment.names):
            return ""
        if any(self.held(term, place.title_terms) for term in attachment.names):
            return ""
        for n, word in enumerate(place.words):
            if word.lower != attachment.preposition or n + 1 >= len(place.words):
                continue
            following = next((w for w in place.words[n + 1 : n + 4] if w.tag != "d"), None)
            if (
                following is None
                or not following.is_name
                or not self._question_terms.isdisjoint(following.terms)
            ):
                continue
            before = {term for w in place.words[max(0, n - 4) : n] for term in w.terms}
            if self.held(attachment.head, before):
                return "it speaks of another place or party"
        return ""

    def _another_sort(self, pair: tuple[str, str], place: "_Place") -> str:
        modifier, noun = pair
        if self.held(modifier, place.terms) or (
            self._in_document(modifier, place) and not self._opposites.of(modifier)
        ):
            return ""
        against = self._opposites.of(modifier)
        for n, word in enumerate(place.words):
            if not n or not self.held(noun, word.terms):
                continue
            before = place.words[n - 1]
            if against and not against.isdisjoint(before.terms):
                return "it speaks of the opposite one"
            if (
                not self._in_document(modifier, place)
                and before.terms
                and before.tag in "n"
                and self._question_terms.isdisjoint(before.terms)
            ):
                return "it speaks of another sort"
        return ""

    def _another_count(self, count: str, noun: str, place: "_Place") -> str:
        there = {value for value, term in counts(place.words) if self.held(noun, {term})}
        return "it speaks of another number of them" if there and count not in there else ""

    def _opposite_name(self, name: Sequence[str], place: "_Place") -> str:
        for term in name[:-1]:
            against = self._opposites.of(term)
            if against and term not in place.terms and not against.isdisjoint(place.terms):
                return "it speaks of the opposite one"
        return ""

    def _of_another_part(self, place: "_Place") -> str:
        """Tell of northern Marenia where southern Marenia is asked about, in the sentence or around it."""
        for part, name in self.frame.parts:
            against = self._opposites.of(part)
            if not against or self.held(part, place.terms) or self.held(part, place.title_terms):
                continue
            told = read_words(place.around, self.terms_of)
            before = {
                term
                for one, word in pairwise(told)
                if word.is_name and any(self.held(name, {other}) for other in word.terms)
                for term in one.terms
            }
            if not against.isdisjoint(before) and not self.held(part, before):
                return "it speaks of the opposite one"
        return ""

    def _by_another_speaker(self, place: "_Place") -> str:
        """Tell where the question asks for what one says, and the sentence is introduced as another's words."""
        asked = _ACCORDING_TO.search(self.question)
        introduced = _INTRODUCED.match(place.text)
        if asked is None or introduced is None:
            return ""
        wanted = self.terms_of(asked["who"].split()[-1].strip(".,?!’'"))
        named = {term for word in introduced["who"].split() for term in self.terms_of(word)}
        return "another says it" if wanted and not self._any(wanted, named) else ""

    def _denied(self, place: "_Place") -> str:
        frame = self.frame
        if frame.yes_or_no or not place.deeds:
            return ""
        if frame.denied:
            sayable = not is_denied(place.text) and not _HINDERED.search(place.text)
            return _AFFIRMED if sayable else ""
        if all(deed.denied for deed in place.deeds):
            return _DENIED
        return ""

    def _opposite(self, place: "_Place") -> str:
        for term in self._question_terms:
            against = self._opposites.of(term)
            if (
                against
                and not against.isdisjoint(place.terms)
                and against.isdisjoint(self._question_terms)
                and not self.held(term, place.terms)
                and not self._in_document(term, place)
            ):
                return _OPPOSITE
        return ""

    def _is_past(self, place: "_Place") -> bool:
        """Tell whether the question asks what is to come, and the sentence tells only of what is past."""
        return self._asks_what_is_to_come and tells_the_past_alone(place.text, place.words, place.deeds)

    def _age_of_another(self, place: "_Place") -> str:
        assert self.thing is not None
        match = self.thing.pattern.search(place.text)
        if match is None or not self.frame.names:
            return ""
        wanted = self.frame.names[-1]
        near = [
            word
            for word in place.words
            if word.is_name and word.terms and abs(word.start - match.start()) <= _NEAR
        ]
        if not near:
            return ""
        closest = min(near, key=lambda word: abs(word.start + len(word.text) - match.start()))
        return "" if self._any(wanted, closest.terms) else "it is the age of another"

    def _fills(self, place: "_Place") -> bool:
        """Tell whether the sentence itself has the question's names and its verb in their roles."""
        frame = self.frame
        if any(
            not self._any(name, place.terms) and not self._any(name, place.title_terms)
            for name in frame.names
        ):
            return False
        if frame.relation is not None and not self.held(frame.relation.role, place.terms):
            return False
        if frame.verb is not None:
            return any(
                frame.agent is None or compare(frame.agent, deed.agent, self.held, place.known) == "same"
                for deed in place.deeds
            )
        return bool(frame.names)


class _Place:
    """A candidate's sentence, read, and what stands around it."""

    def __init__(self, check: FrameCheck, candidate: Candidate, text: str) -> None:
        span = candidate.sentence.span
        self.text, self.candidate = text, candidate
        self._check = check
        self.terms = frozenset(candidate.sentence.terms)
        self._span = span.start, span.end
        self.title_terms = check.title_terms(candidate)
        self.published = candidate.document.published
        self.known = _Known(self)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return read_words(self.text, self._check.terms_of)

    @cached_property
    def deeds(self) -> list[Deed]:
        """The question's verb, wherever the sentence has it."""
        verbs = self._check.verbs
        return deeds(self.words, verbs) if verbs and _may_have(self.terms, verbs) else []

    @property
    def around(self) -> str:
        """The text around the sentence."""
        start, end = self._span
        return self.candidate.document.text[max(0, start - _AROUND) : end + _AROUND]

    @property
    def lowered(self) -> str:
        """The whole document in small letters."""
        return self._check.lowered(self.candidate)

    @cached_property
    def near(self) -> str:
        """The title, the beginning of the document, and what stands around the sentence, in small letters."""
        document, (start, end) = self.candidate.document, self._span
        around = document.text[max(0, start - _NEAR) : end + _NEAR]
        return f"{document.names} {document.publisher or ''} {document.text[:_BEGINS]} {around}".lower()

    @property
    def before(self) -> tuple[Word, ...]:
        """The words of the sentence before."""
        start = self._span[0]
        text = self.candidate.document.text[max(0, start - _AROUND) : start].rstrip()
        opening = max(text.rfind(mark, 0, -1) for mark in (". ", "? ", "! ", "\n"))
        return read_words(text[opening + 1 :].strip(), self._check.terms_of)


class _Known(Collection[str]):
    """The words of the whole document, as something that terms are looked up in."""

    def __init__(self, place: _Place) -> None:
        self._place = place

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and any(stem in self._place.lowered for stem in _stems({term}))

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _stems(terms: Collection[str]) -> list[str]:
    """Return the beginnings by which words of the terms are found in small letters."""
    return [term[:-1] if len(term) > _BEGINNING and term[-1] in "iy" else term for term in terms]


def _may_have(terms: Collection[str], verbs: Collection[str]) -> bool:
    return any(verb in terms for verb in verbs) or not _STOP_VERBS.isdisjoint(verbs)


def _is_joint(deed: Deed) -> bool:
    """Tell whether the doer's words are a pronoun, which may stand for anybody."""
    return all(word.tag in "poda" for word in deed.agent)


__all__ = ["FrameCheck", "Framed", "Verdict", "Words", "framed"]
