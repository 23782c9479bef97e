"""Who speaks as the subject of a clause: a person or a body of the story, or a survey, but hardly a thing."""

import re

from index.language.english.grammar.clauses import WordSpan
from index.language.english.people.speaking import can_speak
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.remembering import Remembered

_ANIMATE = re.compile("[NTpr]")


def is_third_person(clauses: SpeechClauses, subject: WordSpan | None) -> bool:
    """Tell whether a person or body of the story speaks, rather than the writer, the reader or a thing."""
    if subject is None:
        return False
    if clauses.tags[subject[0]] in "pw":
        return clauses.words[subject[0]].lower() in {"he", "she", "they", "who"}
    if _is_nobody(clauses, subject):
        return False
    end = end_of_head(clauses, subject)
    owner = clauses.tags.rfind("s", subject[0], end - 1) + 1
    return _ANIMATE.search(clauses.tags, max(subject[0], owner), end) is not None


def end_of_head(clauses: SpeechClauses, subject: WordSpan) -> int:
    """Return where the noun that ``subject`` is about ends: "efforts in the Assembly" are efforts, and speak as little."""
    for place in range(subject[0] + 1, subject[1]):
        if clauses.tags[place] in "iw" and clauses.words[place] != "of":
            return place
    return subject[1]


def is_body(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a common noun speaks, as "the bank said that" has it, or a survey: a thing only shows, suggests or means."""
    if cue.subject is None or clauses.tags[cue.subject[0]] in "pw":
        return False
    if cue.tag == "A":
        return True
    if _is_nobody(clauses, cue.subject):
        return False
    verb = stances.verb_of(clauses.words[cue.last])
    if verb in _SHOWN and is_evidence(clauses, cue):
        return True
    if "n" not in clauses.tags[slice(*cue.subject)]:
        return False
    return verb in _ONLY_SPOKEN or (
        verb not in _DONE and can_speak(" ".join(clauses.words[slice(*cue.subject)]))
    )


_ONLY_SPOKEN = frozenset(
    "say tell deny warn add insist claim ask pledge promise vow demand urge reply".split()
)
_DONE = frozenset("welcome show report see find".split())
"""Verbs that bodies of no office do, and do not say: "groups welcome refugees", "firms report losses"."""
_SHOWN = frozenset("show find suggest indicate estimate confirm say conclude reveal".split())


def is_evidence(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a survey, a record or the like is the subject."""
    assert cue.subject is not None
    words = clauses.words[cue.subject[0] : end_of_head(clauses, cue.subject)]
    return not _EVIDENCE.isdisjoint(word.lower() for word in words)


_EVIDENCE = frozenset(
    """poll polls survey surveys study studies data analysis average averages research figures statistics report reports
    review audit records documents footage video transcript slide investigation inquiry panel tribunal""".split()
)
"""What shows things as somebody's word does: "a survey found that"."""


def _is_nobody(clauses: SpeechClauses, subject: WordSpan) -> bool:
    words = clauses.words[subject[0] : subject[0] + 2]
    if words[0].isdigit() and "c" in clauses.tags[slice(*subject)]:
        # "30 countries and the Union"
        return False
    return _NOBODIES[words[0]] and words[1:] not in (["Lady"], ["of"])


_NOBODY = re.compile(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|s|[0-9][0-9,.]*|(?:some|any|no|every)thing|what|hardly|barely|scarcely"
)
"""Words that stand where a speaker stands, and are none."""
_NOBODIES = Remembered(lambda word: _NOBODY.fullmatch(word.lower()) is not None)
