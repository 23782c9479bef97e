"""What is reported goes on for so many words and no longer, where no sentence ends."""

import pytest

from index.language.english.reports.boundaries import end_of_report
from index.language.english.speech.cues import SpeechClauses


@pytest.mark.parametrize(("words", "reported"), [(1, 3), (297, 299), (298, 300), (299, 300), (400, 300)])
def test_a_report_has_three_hundred_words_at_most(words: int, reported: int) -> None:
    text = f"Orsic said that {'herring ' * words}left."
    clauses = SpeechClauses(text, 0, len(text))
    assert end_of_report(clauses, 0) - (clauses.cues[0].last + 1) == reported
