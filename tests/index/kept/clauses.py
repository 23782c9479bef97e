"""The verbs of saying in sentences, and what the clause of each tells: who speaks, where what is said begins and ends, how."""

from collections.abc import Iterator, Sequence

from index.language.english.grammar.clauses import WordSpan
from index.language.english.grammar.word_classes import VEIL
from index.language.english.reports import boundaries, contents, deeds, manner, subjects
from index.language.english.reports.complements import complement_of
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.quotation_marks import quoted_spans

_VARIATIONS = (
    "If the tide turns, {}.",
    "{}, though it is unclear why.",
    "{}, and Mara Lind warned of a strike.",
)
"""What is put around each third sentence, so that more stands beside a clause."""


def varied(sentences: Sequence[str]) -> Iterator[str]:
    """Yield each sentence, and with more around it."""
    for number, sentence in enumerate(sentences):
        yield sentence
        yield _VARIATIONS[number % len(_VARIATIONS)].format(sentence.rstrip(".”"))


def clauses_of(sentences: Sequence[str]) -> Iterator[str]:
    """Yield for each sentence its classes of words, where clauses begin, and for each verb of saying what is told of it."""
    for sentence in varied(sentences):
        veiled = list(sentence)
        for one in quoted_spans(sentence, [(0, len(sentence))]):
            veiled[one.start : one.end] = VEIL * (one.end - one.start)
        found = SpeechClauses("".join(veiled), 0, len(sentence))
        end = len(found.tags)
        opening = [f"{place}" for place in range(end) if boundaries.is_clause(found, place, end)]
        yield f"# {sentence}"
        yield f"  {found.tags} {' '.join(opening)}".rstrip()
        for number, cue in enumerate(found.cues):
            if cue.subject is not None:
                yield (
                    f"  {_words(found, (cue.first, cue.last + 1))} of {_words(found, cue.subject)}: "
                    + "; ".join((*_signs(found, cue), *_bounds(found, number, cue)))
                )


def _words(found: SpeechClauses, span: WordSpan) -> str:
    return " ".join("“”" if VEIL in word else word for word in found.words[slice(*span)])


def _signs(found: SpeechClauses, cue: Cue) -> Iterator[str]:
    for tell in (
        boundaries.is_closed,
        boundaries.is_subordinate,
        subjects.is_body,
        subjects.is_evidence,
        deeds.shows_by_deed,
        deeds.waits,
        deeds.is_to_come,
        deeds.is_led,
        manner.is_negated,
        manner.is_turned,
        manner.is_hearsay,
    ):
        if tell(found, cue):
            yield tell.__name__.removeprefix("is_").replace("_", " ")
    if subjects.is_third_person(found, cue.subject):
        yield "third person"
    governor = manner.governor_of(found, cue)
    if governor is not None:
        yield f"governor {governor}"


def _bounds(found: SpeechClauses, number: int, cue: Cue) -> Iterator[str]:
    condition = manner.condition_of(found, cue)
    if condition is not None:
        yield f"condition {_words(found, condition)}"
    before = boundaries.clause_before(found, number)
    if before is not None:
        yield f"before {before}"
    around = boundaries.clause_around(found, number)
    if around is not None:
        yield f"around {around}"
    end = boundaries.end_of_report(found, number)
    yield f"to {end}"
    if not cue.inverted and cue.tag in "VJBPGKLM":
        for negative in (False, True):
            complement = complement_of(found, cue, end, negative)
            if complement is not None:
                kind, cue_end, content, verb = complement
                yield f"{'not ' * negative}{verb} {kind} {cue_end} {content}"
                if not negative:
                    yield f"without remark {boundaries.without_remark(found, content)}"
                    yield f"said {deeds.is_said(found, cue, verb, content)} {deeds.refuses_deed(found, cue, content)}"
                    yield f"false {contents.start_of_what_is_false(found, content)}"
    for place, tag in enumerate(found.tags):
        if tag == "Q":
            told = manner.manner_of_quotation(found, cue, place)
            yield f"quotes {told.stance} {told.cue} {told.condition or ''} {told.hearsay or ''}".rstrip()
