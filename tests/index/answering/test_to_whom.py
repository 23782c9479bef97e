"""Who did it, to whom, whose and which one are told apart in short reports, told in many forms: each near question beside a right
one of the same report."""

from pathlib import Path

import pytest

from index import Document, Index

SEIZED = (
    "The coast guard of Norland seized two barges from Sudria on Sunday. Guards from Tolva opened fire on a boat, killing a "
    "cook and wounding three."
)
RIGHTS = (
    "Inspectors from Arvo may visit the yard at Hask four times a year; those from Belin get the same right at Port Andel. "
    "The arbiter gave Arvo sixty days to answer. Belin's trade minister, Irma Holt, has forty days to decide."
)
DUTY = (
    "Norland complained about the duty of 15 per cent that Sudria levies on its tinned fruit. Norland's delegate, Lara Orr, "
    "called it a wall."
)
POINTS = (
    "The plan of the envoy has four points. The first foresees a halt to the shelling, the second the return of the nurses. "
    "The rebels accepted the first two. They rejected the fourth, under which their boats would come under the ministry."
)
SWAP = (
    "The rebels freed nineteen sailors and the government released thirty poets. The sailors had been held since the battle "
    "of Ulm last April."
)
STRIKE = (
    "Dock workers in Ravel went back to work on Monday after a rise of 6 per cent. In Oster, where the tug crews are still "
    "out, the talks begin on Thursday."
)
MONITORS = (
    "The government welcomed the monitors; the Lowland Front, however, fired on a car of theirs at Dume because it had lost "
    "its way."
)
ACCORD = (
    "Norland and Sudria initialled an accord under which Sudria will build a refinery at Port Amar by 2031."
)


@pytest.mark.parametrize(
    ("text", "question", "answered"),
    [
        (SEIZED, "How many barges of Sudria were seized by Norland?", True),
        (SEIZED, "How many barges of Norland were seized by Sudria?", False),
        (SEIZED, "How many guards from Tolva were wounded?", False),
        (RIGHTS, "How often may inspectors from Arvo visit Hask?", True),
        (RIGHTS, "How often may inspectors from Belin visit Hask?", False),
        (RIGHTS, "How long did the arbiter give Arvo to answer?", True),
        (RIGHTS, "How long did the arbiter give Belin to answer?", False),
        (RIGHTS, "How long does Irma Holt have to decide?", True),
        (RIGHTS, "How long does Arvo have to decide?", False),
        (DUTY, "What duty does Sudria levy on tinned fruit?", True),
        (DUTY, "What duty does Norland levy on tinned fruit?", False),
        (DUTY, "Who rejected Norland's delegate?", False),
        (POINTS, "Which points did the rebels accept?", True),
        (POINTS, "Which points did the ministry reject?", False),
        (POINTS, "What does the third point foresee?", False),
        (SWAP, "Since when had the sailors been held?", True),
        (SWAP, "Since when had the poets been held?", False),
        (STRIKE, "When did the dock workers of Ravel go back to work?", True),
        (STRIKE, "When did the dock workers of Oster go back to work?", False),
        (MONITORS, "Why did the Lowland Front fire on the monitors?", True),
        (MONITORS, "Why did the government fire on the monitors?", False),
        (ACCORD, "Where will Sudria build a refinery?", True),
        (ACCORD, "Where will Norland build a refinery?", False),
    ],
)
def test_a_question_with_others_in_their_places_is_not_answered(
    tmp_path: Path, text: str, question: str, answered: bool
) -> None:
    pytest.importorskip("onnxruntime")
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Report", text=text)])
        assert index.ask(question).answered is answered
