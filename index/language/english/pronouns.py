"""Words that stand for what was named before, or before a verb and name nobody."""

import re

NO_DOERS = frozenset(
    """
    he she it they we i you who which that this these those there here and but or so then when while after before since if as
    however also later still yet both all some many his her its their the a an in on at by for from with to of
    """.split()
)
"""Words before a verb that are no name of who does it."""

PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them|this|these)\b", re.IGNORECASE)

PRONOUN_OF_A_THING = re.compile(r"\b(?:it|they|its|their|them|this|these)\b", re.IGNORECASE)
