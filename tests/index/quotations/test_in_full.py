"""Who is named in a transcript by less than a full name is shown with what its page gives, where it names one such person."""

import pytest

from index.language.english.people.cast import Cast
from index.language.english.people.person import Resolved
from index.language.sentences import sentences
from index.quotations.transcripts.labels import Labels, _holds

TEXT = "Foreign Minister Ilse Brandt met Bo Holt. Ada Holt left. Mayor Jan Lund met Eva Lund."


@pytest.mark.parametrize(
    ("name", "role", "shown", "office"),
    [
        ("Brandt", None, "Ilse Brandt", "Foreign Minister"),
        ("Brandt", "minister", "Ilse Brandt", "minister"),
        ("Ilse Brandt", None, "Ilse Brandt", "Foreign Minister"),
        ("Ilse Brandt", "minister", "Ilse Brandt", "minister"),
        ("Holt", None, "Holt", None),
        ("Orsic", None, "Orsic", None),
        ("Lund", "Mayor", "Jan Lund", "Mayor"),
        ("Lund", "Pilot", "Lund", "Pilot"),
        ("Lund", None, "Lund", None),
        ("Lind", None, "Mara Lind", "President"),
    ],
)
def test_a_speaker_has_the_full_name_and_the_role_of_the_page(
    name: str, role: str | None, shown: str, office: str | None
) -> None:
    labels = Labels(TEXT, "Remarks by President Mara Lind", Cast(TEXT, sentences(TEXT)))
    found = labels.in_full(Resolved(name, role, True))
    assert (found.name, found.role) == (shown, office)


@pytest.mark.parametrize(
    ("role", "office", "holds"),
    [
        ("U.S. President", "President", True),
        ("President", "President", True),
        ("Vice President", "President", False),
        ("Foreign Minister", "President", False),
        ("President", "", False),
        (None, "President", False),
    ],
)
def test_a_role_is_an_office_that_it_ends_with(role: str | None, office: str, holds: bool) -> None:
    assert _holds(role, office) is holds
