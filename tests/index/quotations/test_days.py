"""The day of saying: of the verb's own clause, else of the occasion before it, else of publication; never of another clause."""

from datetime import date

import pytest

from index.language.dates import find_time_expressions
from index.quotations import find_quotations

MONDAY = date(2025, 5, 26)

DAYS: list[tuple[str, str]] = [
    (
        "Prisons have run a pilot since 2002, and Justice Minister Idris Vane told lawmakers on Thursday that it would expand.",
        "2025-05-22",
    ),
    (
        'The company was fined in 2019 over spills.\n\n"We take this seriously," Mira Holt said in a statement.',
        "2025-05-26 published",
    ),
    (
        'The company was fined in 2019 over spills. Ministers met it. "We take this seriously," Mira Holt said.',
        "2025-05-26 published",
    ),
    ('"The army kills every day," Pavel Orsic said on Sunday.', "2025-05-25"),
    ("On Sunday, Pavel Orsic said that the army had left.", "2025-05-25"),
    ("Pavel Orsic on Sunday said that the army had left.", "2025-05-25"),
    ("Pavel Orsic, who has led the union since 2011, said that the army had left.", "2025-05-26 published"),
    ("Pavel Orsic said on May 3 that the army had left.", "2025-05-03"),
    (
        'Reyes was shot on May 3 in what Police Chief Tom Adler described as a "random attack" during a May 5 press conference.',
        "2025-05-05",
    ),
    ("Pavel Orsic said that the army would leave on 1 May 2024.", "2025-05-26 published"),
    (
        'The delegation arrived on Monday. Minister Anton Brandt said, "We reacted in line with our commitments."',
        "2025-05-26 published",
    ),
    (
        'Pavel Orsic spoke to reporters on Friday. "The army has left the valley," Orsic said.',
        "2025-05-23 inherited",
    ),
    ("The rate is the lowest since May 2023, Pavel Orsic said.", "2025-05-26 published"),
    ("Pavel Orsic, whose army left the valley on Sunday, said that it had won.", "2025-05-26 published"),
    ("The army left the valley on Sunday, and Pavel Orsic said that it had won.", "2025-05-26 published"),
    ("Pavel Orsic said last year that the army would leave.", "2024-01-01..2024-12-31"),
    ("Pavel Orsic, on Sunday, said that the army had left.", "2025-05-25"),
    ("Pavel Orsic, who left on Sunday, said that the army had left.", "2025-05-26 published"),
    ("On Sunday the army left, and on Friday Pavel Orsic said that it had won.", "2025-05-23"),
    ("Since Sunday, Pavel Orsic said, the army has left.", "2025-05-26 published"),
    ('"It left on Sunday," Pavel Orsic said.', "2025-05-26 published"),
    ('"It left," Pavel Orsic said, and left on Sunday.', "2025-05-26 published"),
    (
        'Pavel Orsic said in March 2019 that it had left.\n\n"It has left," Orsic said.',
        "2025-05-26 published",
    ),
    ('Pavel Orsic said on Friday that it had left.\n\n"It has left," Orsic said.', "2025-05-23 inherited"),
    (
        'Mara Lind said on Friday that it had left.\n\n"It has left," Pavel Orsic said.',
        "2025-05-26 published",
    ),
    ("Pavel Orsic denied on Friday that the army had left.", "2025-05-23"),
    ("Pavel Orsic denied Friday that the army had left.", "2025-05-23"),
    ("Pavel Orsic refused on Friday to say whether the army had left.", "2025-05-23"),
    ("Pavel Orsic did not say on Friday whether the army had left.", "2025-05-23"),
    ("Pavel Orsic declined to say on Friday whether the army had left.", "2025-05-23"),
    ("Pavel Orsic rejected on Friday claims that the army had left.", "2025-05-23"),
    ("Pavel Orsic questioned on Friday whether the map was genuine.", "2025-05-23"),
    ("Pavel Orsic asked on Friday why the army had left.", "2025-05-23"),
    ("Pavel Orsic demanded on Friday that the army leave.", "2025-05-23"),
    ("Pavel Orsic promised in a speech on Friday that the army would leave.", "2025-05-23"),
    ("Pavel Orsic threatened on Friday to blow up the dam.", "2025-05-23"),
    ("Pavel Orsic called on Friday for a truce.", "2025-05-23"),
    ("Pavel Orsic ruled out on Friday any talks with the rebels.", "2025-05-23"),
    ("Pavel Orsic urged lawmakers on Friday to pass the bill.", "2025-05-23"),
    ("Pavel Orsic urged lawmakers to pass the bill on Friday.", "2025-05-26 published"),
    ("Pavel Orsic rejected claims made in 2019 that the army had left.", "2025-05-26 published"),
    ("Pavel Orsic has denied since Friday that the army had left.", "2025-05-26 published"),
    ('"It left," said on Sunday Pavel Orsic.', "2025-05-25"),
]


@pytest.mark.parametrize(("text", "said"), DAYS)
def test_the_day_is_the_one_that_the_clause_supports(text: str, said: str) -> None:
    item = find_quotations(text, times=find_time_expressions(text, MONDAY), published=MONDAY)[-1]
    day = str(item.earliest) if item.earliest == item.latest else f"{item.earliest}..{item.latest}"
    assert day == said.split()[0]
    if " " in said:
        assert item.basis == said.split()[1]
    else:
        assert item.basis in {"explicit", "relative"}


def test_two_clauses_of_one_sentence_have_two_days() -> None:
    text = "Quint, who said in 2023 that he would never disarm, said on Thursday that his men would hand over their guns."
    first, second = find_quotations(text, times=find_time_expressions(text, MONDAY), published=MONDAY)
    assert (first.earliest, first.latest) == (date(2023, 1, 1), date(2023, 12, 31))
    assert second.said_on == date(2025, 5, 22)


@pytest.mark.parametrize("day", ["12 March 2025", "March 12", "March 12, 2025", "12 March"])
def test_a_date_right_before_the_name_is_the_day_and_no_part_of_the_name(day: str) -> None:
    text = f'On {day} Ada Varn said: "The truce holds well."'
    published = date(2025, 3, 13)
    (said,) = find_quotations(text, times=find_time_expressions(text, published), published=published)
    assert (said.earliest, said.basis, text[slice(*said.mention)]) == (
        date(2025, 3, 12),
        "explicit",
        "Ada Varn",
    )
