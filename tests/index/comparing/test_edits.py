"""Ten edited agreements in three manners of numbering: words changed, one article gone, one put in, one moved."""

import random
from collections.abc import Sequence

import pytest

from index.comparing.comparison import compare
from index.model import ChangeKind, Document
from index.structure.putting import with_structure

Article = tuple[str, str, str]

ARTICLES: Sequence[Article] = (
    ("Reopening", "The Parties shall reopen the Tarvo corridor on 14 March 2025.", "Lorries may pass without prior notice."),
    ("Withdrawal", "Each Party shall withdraw its heavy weapons to fifteen kilometres from the line.", "Observers verify it."),
    ("Commission", "The Joint Commission shall meet every second Tuesday in Lucerne.", "It shall decide by consensus."),
    ("Detainees", "Ostvale shall release 97 detainees by 30 April 2025.", "Lists of names go through the Red Cross."),
    ("Fund", "A fund of 240 million euros pays for the repair of bridges.", "Contributions are due every quarter."),
    ("Audit", "The fund shall be audited once a year by a third State.", "The report of the auditor shall be published."),
    ("Airspace", "No aircraft shall fly within five kilometres of the border.", "Medical flights are exempt when announced."),
    ("Fishing", "Fishermen may fish in the eastern banks in summer.", "The catch of cod shall not exceed 900 tonnes."),
    ("Minorities", "A minority may use its language before the courts.", "Schools are kept where thirty pupils ask for one."),
    ("Settlement", "Disputes shall be settled within sixty days.", "Failing that, arbitration is held at Geneva."),
    ("Entry into force", "This Agreement enters into force after the last notification.", "It is concluded for ten years."),
    ("Languages", "Done at Lucerne in two originals in English.", "Both texts are equally authentic."),
)  # fmt: skip
OTHER = (
    ("14 March", "21 April"), ("fifteen", "twenty"), ("second Tuesday", "third Monday"), ("97", "112"), ("240", "260"),
    ("once a year", "twice a year"), ("five kilometres", "eight kilometres"), ("900", "1,100"), ("thirty", "forty"),
    ("sixty", "ninety"), ("ten years", "twenty years"), ("two originals", "three originals"),
)  # fmt: skip
"""What is put in the place of what, article by article."""
PUT_IN: Article = ("Radio", "Channel sixteen is kept open at all hours.", "Jamming it is a breach.")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


def head(number: int, title: str, manner: int) -> str:
    return (
        f"Article {number}\n{title}",
        f"ARTICLE {ROMAN[number]}\n\n{title}",
        f"Section {1 + number // 6}.{number % 6 + 1} {title}",
    )[manner]


def agreement(key: str, articles: Sequence[Article], manner: int) -> Document:
    blocks = ["Agreement on the Tarvo Corridor"]
    for number, (title, first, second) in enumerate(articles, 1):
        blocks += [head(number, title, manner), f"1. {first}", f"2. {second}"]
    return with_structure(Document(key, key, "\n\n".join(blocks)))


@pytest.mark.parametrize("seed", range(10))
def test_every_change_is_found_and_none_invented(seed: int) -> None:
    chance = random.Random(seed)
    manner = seed % 3
    numbers = list(range(len(ARTICLES)))
    edited, gone, elsewhere = chance.sample(numbers[:10], 3)
    wanted: set[tuple[ChangeKind, str]] = set()
    after = {number: ARTICLES[number] for number in numbers}
    title, *clauses = ARTICLES[edited]
    changed = [clause.replace(*OTHER[edited]) for clause in clauses]
    after[edited] = (title, changed[0], changed[1])
    wanted |= {("changed", new) for new, old in zip(changed, clauses, strict=True) if new != old}
    wanted |= {("removed", words) for words in ARTICLES[gone]}
    wanted |= {("added", words) for words in PUT_IN}
    order = [number for number in numbers if number not in (gone, elsewhere)]
    if seed % 2:
        order.append(elsewhere)
        wanted |= {("moved", words) for words in ARTICLES[elsewhere]}
    else:
        order = [number for number in numbers if number != gone]
    articles = [after[number] for number in order]
    articles.insert(chance.randrange(1, len(articles)), PUT_IN)

    found = compare(agreement("a", ARTICLES, manner), agreement("b", articles, manner))
    said = [
        (change.kind, (change.after or change.before).text)
        for change in found.changes
        if change.kind != "unchanged"
    ]
    assert [one for one in wanted if not any(one[0] == kind and one[1] in text for kind, text in said)] == []
    assert [one for one in said if not any(kind == one[0] and text in one[1] for kind, text in wanted)] == []
