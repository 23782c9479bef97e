"""Questions beside sentences at the edges of what a frame asks for: another doer, count, part, sort, speaker or age."""

from collections.abc import Iterator

from index.answering.framing import FrameCheck
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of
from tests.index.kept.verdicts import PUBLISHED

BESIDE = (
    (
        "How many hostages are still held in Port Alba?",
        (
            "The hostages are still held in Port Alba by 3 groups.",
            "Of the hostages, 59 are still held in Port Alba.",
            "In Port Alba 3 of the hostages and of the guards are held.",
            "3 guards of the hostages are still held in Port Alba.",
        ),
    ),
    (
        "When did Vale visit Lomar?",
        ("Nobody visited Lomar.", "Vale's aide visited Lomar in May.", "Lomar was visited by Holt."),
    ),
    (
        "Who rejected the barley accord?",
        (
            "Anna Vale leads the board. She rejected the barley accord.",
            "The board was asked for the rejection of the barley accord.",
            "The barley accord was read.",
        ),
    ),
    (
        "Where did Norland sign the accord, according to Lind?",
        (
            "Norland met Sudria in Lomar. President Ilse Lind: “Norland signed the accord at Halm.” Some objected.",
            "President Bo Holt: “Norland signed the accord at Halm.” Lind left.",
        ),
    ),
    (
        "Which militia's convoy did the guards attack?",
        (
            "The militia of Dorn attacked a convoy of the guards on Friday.",
            "The guards attacked a convoy of the militia of Dorn on Friday.",
            "The militia of Dorn and the guards attacked a convoy.",
        ),
    ),
    (
        "How many soldiers are the rebels to set free?",
        (
            "The government of Vell will free 60 soldiers; the rebels of Ostra will hand over nine drivers.",
            "The rebels are to set 60 soldiers free.",
            "The rebels are to set 60 drivers free.",
        ),
    ),
    (
        "How many people were fed in northern Norland?",
        (
            "Mirela Voss of Norland spoke of southern Norland.",
            "In southern Norland 4,000 people were fed.",
            "In northern Norland 4,000 people were fed.",
        ),
    ),
    (
        "How many F-16 jets did Norland receive?",
        (
            "Norland received six F16 jets on 7 June 2024.",
            "Norland received six F 16 jets.",
            "Norland received six F-35 jets.",
            "The United States gave Norland six F-16 jets.",
        ),
    ),
    (
        "Who led the talks?",
        ("They agreed to talk again. The talks were led by Mr Vale.", "Holt, who led the talks, left."),
    ),
    (
        "How many prisoners did Norland release in September 2023?",
        (
            "Norland recalled its ambassador on Tuesday.",
            "Norland released 40 prisoners in September.",
            "Norland released a third of the prisoners in September 2023.",
        ),
    ),
    (
        "When did Vale meet Sato?",
        ("Last week they met Sato.", "Sato met Vale in May.", "Vale and Holt met on 3 May."),
    ),
    (
        "What did the ministry of Tolva say about the harvest?",
        (
            "The harvest in Tolva was poor, the ministry said.",
            "The ministry of Halm said that the harvest was poor.",
        ),
    ),
    (
        "How much did Norland pay Sudria for the grain?",
        (
            "Sudria paid Norland for the grain.",
            "Norland was paid 3 crowns for the grain by Sudria.",
            "Sudria was paid 3 crowns for the grain by Norland.",
        ),
    ),
    (
        "What did Norland give to Sudria?",
        (
            "Sudria gave forty boats to Norland.",
            "Sudria was given forty boats by Norland.",
            "Sudria gives forty boats, and Norland none.",
        ),
    ),
    (
        "Who received the boats from Norland?",
        ("Norland received the boats.", "Norland received the boats from Sudria.", "Sudria did."),
    ),
    (
        "Did North Norland send an envoy to Lomar?",
        ("South Norland sent an envoy to Lomar.", "Norland sent an envoy to Lomar."),
    ),
    (
        "What did the second round of talks bring?",
        (
            "The first round of talks brought an accord.",
            "The second, and last, round of talks brought an accord.",
            "The second day of the fifth round of talks brought an accord.",
        ),
    ),
    (
        "Who is the ambassador of Norland to Sudria?",
        (
            "Norland's ambassador to Lomar is Holt.",
            "Sudria's ambassador to Norland is Holt.",
            "The ambassador to Norland is Holt of Sudria.",
            "His counterpart in Sudria is Holt.",
        ),
    ),
    (
        "Did Lind replace Holt?",
        (
            "Lind met Holt. He replaced her.",
            "Holt met Lind. He replaced her.",
            "Holt was replaced by Lind.",
            "Lind was replaced by Holt.",
            "Holt replaced the chief, and Lind left.",
        ),
    ),
    (
        "Who is the ambassador to Sudria?",
        (
            "The ambassador to Lomar is Holt.",
            "The ambassador to Sudria is Holt.",
            "Holt is the ambassador in Sudria.",
        ),
    ),
    (
        "How old is the envoy Mara Lind?",
        ("The house, which is 47, is old.", "At 47, she is older than Mara Lind, who left."),
    ),
    (
        "Did Norland warn Sudria?",
        (
            "Norland was often warned by Sudria.",
            "They warned Sudria.",
            "Sudria's Lind warned Norland's Holt.",
            "It was warned.",
        ),
    ),
    (
        "Who warned Sudria about the fleet?",
        (
            "A warning about the fleet came. Sudria heard it.",
            "The fleet sailed by Sudria.",
            "Sudria warned of the fleet.",
        ),
    ),
    (
        "How old is Mara Lind?",
        (
            "Mara Lind, 47, met Bo Holt, 52.",
            "Bo Holt, 52, met Mara Lind.",
            "Lind, who leads the board, is 47.",
        ),
    ),
    (
        "Whom did Norland expel?",
        (
            "Norland expelled two envoys.",
            "Two envoys of Norland were expelled.",
            "Norland was expelled from the league.",
        ),
    ),
    (
        "Who expelled Holt?",
        (
            "Holt expelled two envoys.",
            "Norland expelled Lind.",
            "Holt was expelled by Norland.",
            "Holt expelled himself.",
        ),
    ),
)
"""Questions, each with the sentences that it is held against."""


def pairs() -> Iterator[str]:
    """Yield for each question what is found of each of its sentences: of the last as it stands, and every objection to it behind
    one that names both lands."""
    for question, texts in BESIDE:
        yield f"? {question}"
        matcher = matcher_of(question)
        check = FrameCheck(question, matcher, ANALYZER)
        for text in texts:
            *_, alone = candidates_of(text, matcher, published=PUBLISHED)
            *_, behind = candidates_of(
                f"Sudria spoke to Norland. {text}", matcher, 2, "Mara Lind and Norland"
            )
            verdict = check.verdict(alone)
            names = [name for name in ("lacks", "fills", "denial") if getattr(verdict, name)]
            objections = filter(None, check._objections(check._place(behind)))
            yield f"  {' '.join(filter(None, (*names, verdict.reason))) or '-'} | {', '.join(objections) or '-'} | {text}"
