"""Pairs of drafts: a text, what was put in the place of what, and the clauses that are others then."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.index.structure.agreements import HARROW, LAW, ORLANE, PLAN, RESOLUTION

STATEMENT = """Joint statement on the Miro delta

The ministers of Velmar and Estra met in Lunnport on 4 June 2024.

They agreed that the bridge opens to lorries on 1 July and to cars on 1 August.

Velmar will release eleven fishermen. Estra will return four boats.

Both sides will meet again before the end of the year.
"""

BILL = """A bill on the river border

Section 1. Short title

This Act may be cited as the River Border Act.

Section 2. Crossing

(a) A resident of the border zone may cross the river without a visa.

(b) A crossing shall be recorded by the commander of the post.

(c) A person under sixteen shall be accompanied.

Section 3. Penalties

A person who crosses outside of a post shall pay a fine of 200 crowns.

Section 4. Commencement

This Act shall come into force on 1 March 2025.
"""

SHALL_NAME = "2. Requests the Secretary-General to name an envoy for Sarne;\n\n"
FISHERMEN = "4. Detained fishermen go free.\n\n"


@dataclass(frozen=True)
class Drafts:
    """A text, its edits in turn, and what they change: the kind and some words of the clause, in either draft."""

    name: str
    text: str
    edits: tuple[tuple[str, str], ...]
    changes: frozenset[tuple[str, str]]
    form: str = "txt"

    @property
    def edited(self) -> str:
        """The later draft."""
        text = self.text
        for old, new in self.edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text


def drafts(
    name: str,
    text: str,
    edits: Sequence[tuple[str, str]],
    changes: Sequence[tuple[str, str]],
    form: str = "txt",
) -> Drafts:
    """Return the drafts with their edits and changes as tuples."""
    return Drafts(name, text, tuple(edits), frozenset(changes), form)


DRAFTS = (
    Drafts(
        "a number and a sentence",
        HARROW,
        (
            ("give notice eight days before", "give notice ten days before"),
            ("3. Submarines shall pass on the surface.\n\n", ""),
            ("licensed by the Harbour Council", "licensed and paid by the Harbour Council"),
        ),
        frozenset({("changed", "give notice"), ("removed", "Submarines"), ("changed", '"pilot" means')}),
    ),
    Drafts(
        "an article put between",
        HARROW,
        (
            ("Article 6\nEntry into force", "Article 7\nEntry into force"),
            (
                "Article 5\nDisputes",
                "Article 5\nWrecks\n\nA wreck shall be raised by its owner within a year.\n\nArticle 6\nDisputes",
            ),
            ("within 90 days", "within 60 days"),
        ),
        frozenset(
            {("added", "Wrecks"), ("added", "A wreck shall be raised"), ("changed", "settled by negotiation")}
        ),
    ),
    Drafts(
        "a paragraph moved to an annex",
        HARROW,
        (
            ("The fee for a pilot shall not exceed 900 crowns.\n\n", ""),
            (
                "2. Velmar shall keep forty buoys.",
                "2. Velmar shall keep forty buoys.\n\n3. The fee for a pilot shall not exceed 900 crowns.",
            ),
        ),
        frozenset({("moved", "The fee for a pilot")}),
    ),
    Drafts(
        "articles in Roman numbers",
        ORLANE,
        (
            ("before 30 April 2020", "before 31 May 2020"),
            (
                "3.2 The payment shall be made in ten yearly parts.",
                "3.2 The payment shall be made in ten yearly parts.\n\n3.3 No interest shall be due.",
            ),
            ("ARTICLE IV\n\nPrisoners shall be sent home within twenty days.\n\n", ""),
            ("ARTICLE V\n", "ARTICLE IV\n"),
        ),
        frozenset(
            {("changed", "armies of Dorvany"), ("added", "No interest"), ("removed", "Prisoners shall")}
        ),
    ),
    Drafts(
        "points in another order",
        PLAN,
        (
            (FISHERMEN, ""),
            ("5. The Miro bridge", "4. The Miro bridge"),
            ("6. Refugees", "5. Refugees"),
            (
                "7. Grain leaves by the eastern canal.",
                "6. Grain leaves by the eastern canal.\n\n7. Detained fishermen go free.",
            ),
            (
                "10. Elections are held in Askerd within a year.",
                "10. Elections are held in Askerd within two years.",
            ),
        ),
        frozenset({("moved", "Detained fishermen"), ("changed", "Elections are held")}),
    ),
    Drafts(
        "a resolution",
        RESOLUTION,
        (
            (SHALL_NAME, ""),
            ("3. Decides to send forty", "2. Decides to send sixty"),
            ("4. Decides to remain", "3. Decides to remain"),
            ("Noting with concern the shortage", "Noting with grave concern the shortage"),
        ),
        frozenset(
            {
                ("removed", "name an envoy"),
                ("changed", "Decides to send"),
                ("changed", "the shortage of water"),
            }
        ),
    ),
    Drafts(
        "a law in Ukrainian",
        LAW,
        (
            ("дванадцять кілометрів", "вісім кілометрів"),
            (
                "2. Посвідку видає комендант упродовж трьох днів.",
                "2. Посвідку видає комендант упродовж трьох днів.\n\n3. Посвідка дійсна рік.",
            ),
        ),
        frozenset({("changed", "Зона охоплює"), ("added", "Посвідка дійсна рік")}),
    ),
    Drafts(
        "a statement without numbers",
        STATEMENT,
        (
            ("on 1 July and to cars on 1 August", "on 1 July"),
            ("Both sides will meet again", "Observers will count the lorries.\n\nBoth sides will meet again"),
            ("release eleven fishermen", "release all fishermen"),
        ),
        frozenset({("changed", "the bridge opens"), ("added", "Observers"), ("changed", "fishermen. Estra")}),
    ),
    Drafts(
        "a bill",
        BILL,
        (
            ("(b) A crossing shall be recorded by the commander of the post.\n\n", ""),
            ("(c) A person under sixteen", "(b) A person under sixteen"),
            ("a fine of 200 crowns", "a fine of 500 crowns or serve ten days"),
            ("1 March 2025", "1 September 2025"),
        ),
        frozenset(
            {
                ("removed", "recorded by the commander"),
                ("changed", "a fine of"),
                ("changed", "come into force"),
            }
        ),
    ),
    Drafts(
        "other line breaks and quotation marks alone",
        BILL,
        (
            ("A person who crosses outside of a post", "A person who crosses\noutside of a post"),
            ("Section 4. Commencement\n", "Section 4.  Commencement\n"),
        ),
        frozenset(),
    ),
)
