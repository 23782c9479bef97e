"""More pairs of drafts: what was split, made one, moved with all numbers behind it, or only set otherwise."""

from tests.index.comparing.drafts import Drafts
from tests.index.papers.treaties import KESTREL
from tests.index.papers.treaties import STATUTE as RUSSIAN
from tests.index.structure.forms import CLAUSES, SECTIONS_OF_ARTICLES, STATUTE

MORE_DRAFTS = (
    Drafts(
        "a paragraph split in two",
        KESTREL,
        (
            (
                "    (1) Boundary stones shall be placed every two kilometres. Each Party\n"
                "shall pay for the stones of its own bank.\n\n    "
                "(2) The stones",
                "    (1) Boundary stones shall be placed every two kilometres.\n\n    "
                "(2) Each Party shall pay for the stones of its own bank.\n\n    (3) The stones",
            ),
            ("    (3) The chairman shall", "    (4) The chairman shall"),
        ),
        frozenset({("divided", "every two kilometres")}),
    ),
    Drafts(
        "two paragraphs made one",
        KESTREL,
        (
            (
                "    (2) Transit shall be free of customs duties. A fee of no more than\n"
                "twelve marks may be taken for the upkeep of the road.\n\n    "
                "(3) Transit may",
                "    (2) Transit may",
            ),
            (
                "over the road through Vesle.",
                "over the road through Vesle. Transit shall be free of customs duties. "
                "A fee of no more than twelve marks may be taken for the upkeep of the road.",
            ),
        ),
        frozenset({("joined", "Kestrel grants")}),
    ),
    Drafts(
        "other spaces and line breaks alone",
        KESTREL,
        (
            ("        (i) in time of war;\n", "        (i)\tin time of war;\n"),
            (
                "    Fishermen of both banks may cast their nets across the whole width of\n"
                "the river between sunrise and sunset.",
                "  Fishermen of both\u00a0banks may cast their nets across\n"
                "the whole width of the river   between sunrise and sunset.",
            ),
            ("TREATY OF FRIENDSHIP AND BOUNDARIES", "TREATY  OF  FRIENDSHIP  AND\nBOUNDARIES"),
        ),
        frozenset(),
    ),
    Drafts(
        "an article moved, and those between renumbered",
        KESTREL,
        (
            (
                "ARTICLE V\n\n    Neither Party shall draw more than thirty cubic metres a second from\n"
                "the Marle above the falls.\n\n",
                "",
            ),
            ("ARTICLE IV\n\n    (1) Kestrel", "ARTICLE V\n\n    (1) Kestrel"),
            ("ARTICLE III\n\n    Fishermen", "ARTICLE IV\n\n    Fishermen"),
            (
                "ARTICLE II\n\n    (1)",
                "ARTICLE II\n\n    Neither Party shall draw more than thirty cubic metres a second from\n"
                "the Marle above the falls.\n\n                              ARTICLE III\n\n    (1)",
            ),
        ),
        frozenset({("moved", "thirty cubic metres")}),
    ),
    Drafts(
        "points made one, and a sentence longer",
        STATUTE,
        (
            ("(2) the rescue of:\n\n(i) seamen;\n\n(ii) pilots.", "(2) the rescue of seamen and pilots."),
            ("may waive this section", "may waive this section for sixty days"),
        ),
        frozenset(
            {("changed", "rescue of"), ("removed", "seamen;"), ("removed", "pilots."), ("changed", "waive")}
        ),
    ),
    Drafts(
        "sections of articles",
        SECTIONS_OF_ARTICLES,
        (
            (
                "Section 2. The Diet meets in October.",
                "Section 2. Each member swears an oath.\n\nSection 3. The Diet meets in October.",
            ),
            ("for five years", "for six years"),
            ("AMENDMENT I\n\nThe Warden may be chosen twice.\n", ""),
        ),
        frozenset({("added", "swears an oath"), ("changed", "holds office"), ("removed", "chosen twice")}),
    ),
    Drafts(
        "clauses with decimals",
        CLAUSES,
        (
            ("2.1 The buyer shall take a thousand tonnes.\n\n2.2", "2.1"),
            ("2.3 The hub price", "2.2 The hub price"),
            ("(i) fire;", "(i) fire or flood;"),
        ),
        frozenset({("removed", "thousand tonnes"), ("changed", "fire")}),
    ),
    Drafts(
        "a paragraph moved to another article, in Russian",
        RUSSIAN,
        (
            ("2. Утраченная карточка заменяется в течение десяти дней.\n\n", ""),
            (
                "Товары стоимостью до 500 талеров ввозятся без пошлины.",
                "Товары стоимостью до 700 талеров ввозятся без пошлины.\n\nУтраченная карточка заменяется в течение десяти дней.",
            ),
        ),
        frozenset({("changed", "талеров"), ("moved", "Утраченная")}),
    ),
)
