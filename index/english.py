"""English, put together of its words (``language.english``), dates (``language.dates``) and quotations (``quotations``)."""

from collections.abc import Sequence

from index.language.asking import Asking
from index.language.dates.finder import find_time_expressions
from index.language.english.abbreviations import defined_abbreviations, known_abbreviations
from index.language.english.asking.answer_kinds import find_answer_kind
from index.language.english.asking.asked_periods import asked_period
from index.language.english.asking.asked_words import words_asked
from index.language.english.asking.questions import analyse_question
from index.language.english.going_on import goes_on, refers_back
from index.language.english.people.names import placed_names
from index.language.english.place_words import place_words
from index.language.english.sentence_words import SENTENCE_WORDS
from index.language.english.telling import TELLTALE
from index.language.english.term_words import english_terms
from index.language.findings import FoundQuotation, Prose
from index.language.language import Language
from index.model import Sentence


def find_quotations(prose: Prose, own: Sequence[Sentence]) -> Sequence[FoundQuotation]:
    """Return the quotations of the English sentences, and the turns and messages of the whole text."""
    from index.quotations import finding  # a question does not wait for it

    return finding.find_quotations(
        prose.text,
        sentences=prose.sentences,
        times=prose.times,
        published=prose.published,
        quoted=prose.quoted,
        title=prose.title,
        publisher=prose.publisher,
        structure=prose.structure,
        day_at=prose.day_at,
        own=own,
    )


LANGUAGE = Language(
    TELLTALE,
    SENTENCE_WORDS,
    english_terms(),
    find_time_expressions,
    find_quotations,
    placed_names,
    defined_abbreviations,
    known_abbreviations,
    Asking(analyse_question, words_asked, asked_period, find_answer_kind),
    goes_on,
    refers_back,
    place_words,
)
"""What English gives."""
