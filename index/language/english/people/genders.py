"""Whether "he" or "she" stands for somebody: told by a title, by a noun of office, by a given name, and else by nothing."""

from collections.abc import Mapping
from functools import cache

from index.language.findings import Gender
from index.language.tokens import data_lines, fold

_MALE = """mr sir lord king prince pope father chairman spokesman congressman councilman alderman businessman anchorman
    policeman fireman emir sheikh imam rabbi archbishop son brother husband uncle nephew actor widower"""
_FEMALE = """mrs ms miss lady dame queen princess chairwoman spokeswoman congresswoman councilwoman alderwoman businesswoman
    policewoman sheikha mother daughter sister wife aunt niece actress widow nun"""
_BY_NOUN: Mapping[str, Gender] = {
    **dict.fromkeys(_MALE.split(), "he"),
    **dict.fromkeys(_FEMALE.split(), "she"),
}


def gender_of_noun(word: str) -> Gender | None:
    """Return the pronoun for whom a title or noun such as "Mrs." or "spokesman" is said of; None where it is of both."""
    return _BY_NOUN.get(word.rstrip(".").lower())


def gender_of_given_name(word: str) -> Gender | None:
    """Return the pronoun for whom has the given name ``word``; None where it is of both or not known."""
    return _by_given_name().get(fold(word))


@cache
def _by_given_name() -> Mapping[str, Gender]:
    genders: dict[str, Gender] = {}
    for gender, *names in data_lines("given_name_genders.txt"):
        genders.update(dict.fromkeys(map(fold, names), "he" if gender == "he" else "she"))
    return genders
