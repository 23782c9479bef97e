"""What a sentence reports with more words than a verb of saying has: "brushed aside reports that", "gave his word that"."""

import re
from collections.abc import Iterator

from index.language.english.grammar.clauses import WordSpan
from index.language.english.reports.boundaries import SHORTEST, end_behind, without_remark
from index.language.english.reports.manner import Manner, condition_of, is_hearsay
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.phrases import Phrase, find_phrases

_BEFORE_IT = 8
"""Words before a phrase, auxiliaries and adverbs, of which one may negate it."""


def manners_of_phrases(clauses: SpeechClauses) -> Iterator[tuple[Cue, Manner, WordSpan]]:
    """Yield each phrase that reports: as a cue with its subject, what it does to the words, and the words."""
    for phrase in find_phrases(clauses.words):
        cue = _cue(clauses, phrase)
        if cue is None:
            continue
        end = end_behind(clauses, cue, clauses.cues_from(phrase.end))
        while end > phrase.end and clauses.words[end - 1] in _HANGING:
            end -= 1
        content = without_remark(clauses, (phrase.end, end))
        if phrase.stance == "denies" and clauses.words[phrase.first] in _CALLING:
            content = _without_judgement(clauses, content)
        if content[1] - content[0] < SHORTEST - 1 or "Q" in clauses.tags[slice(*content)]:
            continue
        manner = Manner(
            phrase.stance, (cue.first, phrase.end), condition_of(clauses, cue), is_hearsay(clauses, cue)
        )
        yield cue, manner, content


_HANGING = frozenset("by to as in for of with at on from and or".split())
"""Words that hang at the end of what a sentence is cut at."""
_CALLING = frozenset(
    "called calls calling labeled labelled labels branded described describes termed denounced denounces".split()
)
_JUDGED_FALSE = re.compile(
    r"(?: as)?(?: an? (?:[\w-]+ ){0,2}?| )(?:lies?|false|untrue|baseless|unfounded|groundless|wrong|incorrect|fabrications?"
    r"|fabricated|fake|nonsense|rubbish|fiction|propaganda|smears?|hoax|ridiculous|absurd|ludicrous|laughable)\b.*$"
)


def _without_judgement(clauses: SpeechClauses, content: WordSpan) -> WordSpan:
    """What is called false, without the words that call it so; empty where nothing does: "called the claim that ... a lie"."""
    judged = _JUDGED_FALSE.search(" ".join(clauses.words[slice(*content)]))
    return content[0], content[1] - judged[0].count(" ") if judged else content[0]


def _cue(clauses: SpeechClauses, phrase: Phrase) -> Cue | None:
    """The phrase as a cue; None where it has no subject, is negated, or is yet to come."""
    tags, words = clauses.tags, clauses.words
    first = phrase.first
    while first > max(0, phrase.first - _BEFORE_IT) and (
        tags[first - 1] in "axy" or clauses.stands_at(first - 2, "so", "far")
    ):
        first -= 1
    before = words[first : phrase.first]
    if any(stances.is_negation(word) or stances.is_modal(word) or word == "will" for word in before):
        return None
    if clauses.tag(first - 1) == "z":
        return None
    going_on = words[phrase.first].endswith("ing") and "y" not in tags[first : phrase.first]
    passive = "y" in tags[first : phrase.first] and not words[phrase.first].endswith("ing")
    if passive and tags[phrase.first] != "y":
        return None
    if going_on:
        if clauses.tag(first - 1) in {"i", "d"}:
            return None
        previous = clauses.cues_before(first)
        subject = previous[-1].subject if previous else clauses.main_subject(first)
    else:
        subject = clauses.subject_before(first)
    return None if subject is None else Cue(first, phrase.end - 1, "G" if going_on else "V", subject)
