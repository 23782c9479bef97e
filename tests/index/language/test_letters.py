"""What a letter says, without whom it greets, how it ends and who signs it."""

import pytest

from index.language.letters import words_of_letter

SAID = "The ferry sails on Friday. We accept the tariff."


@pytest.mark.parametrize(
    ("letter", "author"),
    [
        (f"Dear Jon,\n\n{SAID}\n\nBest regards,\nMara Lind\nDeputy Minister", "Mara Lind"),
        (f"{SAID}\n\nMara", "Mara Lind"),
        (f"Hi all!\n{SAID}\nCheers, Mara", "Mara Lind"),
        (f"Your Excellency,\n\n{SAID}\n\nRespectfully yours,\n\nA. Holt\nAmbassador", "Anna Holt"),
        (f"Sehr geehrte Frau Lind,\n\n{SAID}\n\nMit freundlichen Grüßen\nJon Holt", "Jon Holt"),
        (f"Madame la Ministre,\n\n{SAID}\n\nBien cordialement,\nPaul", "Paul Varenne"),
        (f"Уважаемый господин Лунд,\n\n{SAID}\n\nС уважением,\nИ. Орлова", "Инна Орлова"),
        (f"Шановна пані Тамм!\n\n{SAID}\n\nЗ повагою\nОлег", "Олег Гай"),
        (f"Estimada señora:\n\n{SAID}\n\nUn saludo cordial,\nInés", "Inés Rovira"),
        (SAID, "Mara Lind"),
    ],
)
def test_greeting_ending_and_signature_are_none_of_its_words(letter: str, author: str) -> None:
    start, end = words_of_letter(letter, 0, len(letter), author)
    assert letter[start:end] == SAID


@pytest.mark.parametrize(
    "letter",
    [
        "Dear friends of the port have asked me: will it close?\nIt will not.",
        "Sir John came too. He said no.\nWe go on.",
        "We ask for two things.\nThanks to the mayor for the first.",
        "It is agreed.\nBest of all, the road is open.",
    ],
)
def test_what_only_looks_like_a_greeting_or_an_ending_is_said(letter: str) -> None:
    assert words_of_letter(letter, 0, len(letter), "Mara Lind") == (0, len(letter))
