"""Units in which quotations are looked at: which sentences one quotation joins, and where lists are parted."""

import pytest

from index.language.english.quoted.units import in_units
from index.language.quotation_marks import quoted_spans
from index.language.sentences import paragraphs_of, sentences
from index.model import Sentence


def units(text: str, parted: tuple[Sentence, ...] | None = None) -> list[tuple[str, int]]:
    """Return the text of each unit and how many quotations stand in it."""
    held = parted or sentences(text)
    quoted = quoted_spans(text, paragraphs_of(held))
    return [(text[one.start : one.end], len(one.quoted)) for one in in_units(text, held, quoted)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind left. Orsic stayed.", [("Lind left.", 0), ("Orsic stayed.", 0)]),
        ("“We go. We stay.” Lind left.", [("“We go. We stay.”", 1), ("Lind left.", 0)]),
        ("“We go!” Lind said. She left.", [("“We go!” Lind said.", 1), ("She left.", 0)]),
        ("“Do we go?” “We stay!” Lind said.", [("“Do we go?”", 1), ("“We stay!” Lind said.", 1)]),
        ("“We go.” Lind said so.", [("“We go.”", 1), ("Lind said so.", 0)]),
        ("“We go.” – Mara Lind.", [("“We go.” – Mara Lind.", 1)]),
        ("“We go!”\n\nLind said so.", [("“We go!”", 1), ("Lind said so.", 0)]),
        ("Lind said “go!” Orsic left.", [("Lind said “go!”", 1), ("Orsic left.", 0)]),
        ("“We go,” Lind said. “We stay.”", [("“We go,” Lind said.", 1), ("“We stay.”", 1)]),
    ],
)
def test_a_quotation_joins_the_sentences_that_it_runs_through_and_those_that_say_whose_it_is(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-   Orsic said “go”\n-   Lind said “no”", [("-   Orsic said “go”", 1), ("Lind said “no”", 1)]),
        ("Orsic said “go”\n•\t**Lind** said “no”", [("Orsic said “go”", 1), ("**Lind** said “no”", 1)]),
        ("Orsic said “go”\n- [Lind](x) left", [("Orsic said “go”", 1), ("[Lind](x) left", 0)]),
        ("Orsic said “go”\n- not “now”", [("Orsic said “go”\n- not “now”", 2)]),
        ("Orsic said “go” - Lind said “no”", [("Orsic said “go” - Lind said “no”", 2)]),
    ],
)
def test_items_of_a_list_that_run_into_one_another_are_parted(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert units(text, (Sentence(0, len(text), 1),)) == expected
