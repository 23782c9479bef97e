"""Words for somebody whom a text does not name."""

NOBODY = frozenset(
    """he she it they we i you who which that his her their him them one this these those there what everybody everyone no-one
    somebody someone anybody anyone nobody people others some many all my our your its mine yours""".split()
)
"""Words that stand for somebody whom the text does not make plain: what such a one says is left out."""

ASKERS = frozenset(
    "reporter reporters journalist journalists correspondent correspondents interviewer moderator".split()
)
"""Those who ask for a living."""

DESCRIBING = frozenset(
    "official officials moderator operator aide translator interpreter voice host audience crowd staff all both group".split()
)
"""Words of a label that describes who speaks, and does not name him."""
