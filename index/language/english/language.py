"""English, as the index takes it."""

from index.language.dates.finder import find_time_expressions
from index.language.english.sentence_words import SENTENCE_WORDS
from index.language.english.telling import TELLTALE
from index.language.english.term_words import english_terms
from index.language.language import Language

LANGUAGE = Language(TELLTALE, SENTENCE_WORDS, english_terms(), find_time_expressions)
"""What English gives."""
