"""Questions held against sentences that differ from what they ask by one thing: every pair, and what is objected."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from index.answering.framing import FrameCheck
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of

PUBLISHED = date(2024, 5, 8)

QUESTIONS = (
    "Who recalled the ambassador of Norland to Sudria?",
    "Did Norland recall its ambassador from Sudria?",
    "When did Norland recall its ambassador?",
    "Whom did Norland expel in May 2024?",
    "What did Norland give to Sudria?",
    "Who gave Sudria forty patrol boats?",
    "Who received patrol boats from Norland?",
    "What did Sudria receive from Norland?",
    "Did Norland attack Sudria?",
    "Was Norland attacked by Sudria?",
    "Who attacked the harbour of Port Amity?",
    "Why did Norland not attack Sudria?",
    "When did the second round of talks begin?",
    "Where did the first round of talks in Port Amity end?",
    "What does Article 5 of the river accord say?",
    "How many ships did Norland send to Sudria?",
    "How many sailors were killed in Port Amity?",
    "How many people were killed?",
    "Did Norland send three ships?",
    "Who led the northern delegation of Norland?",
    "Who leads the naval mission?",
    "What happened in southern Sudria on 3 May 2024?",
    "When did the talks between Norland and Sudria open?",
    "When did prices fall in Norland?",
    "Is the river accord still in force?",
    "Has the river accord been signed?",
    "Who signed the river accord?",
    "When will the river accord be signed?",
    "What will Norland do about the harbour?",
    "How old is Mara Lind?",
    "How old is the envoy of Sudria?",
    "Who is the envoy of Norland to Sudria?",
    "What did Mara Lind say about the harbour?",
    "According to Mara Lind, who attacked the harbour?",
    "Where did Mara Lind meet Pavel Orsic?",
    "Did Mara Lind meet Pavel Orsic in Lomar on Monday?",
    "At what time did the envoys meet?",
    "How much did Norland pay Sudria for the grain?",
    "What percentage of the grain was lost?",
    "Which minister of Norland resigned?",
    "Did the United States recognise Norland?",
    "Who defeated Pavel Orsic in the vote?",
)

SENTENCES = (
    "Norland recalled its ambassador to Sudria on 3 May 2024.",
    "Sudria recalled its ambassador from Norland on Monday.",
    "The ambassador of Norland to Lomar was recalled in April 2024.",
    "Norland's ambassador was not recalled.",
    "Norland has not recalled its ambassador, Mara Lind said.",
    "Norland expelled two envoys of Sudria in May 2024.",
    "Two envoys of Norland were expelled by Sudria in June.",
    "Norland gave Sudria forty patrol boats.",
    "Sudria gave Norland forty patrol boats and got grain.",
    "Forty patrol boats were given to Sudria by Lomar.",
    "Norland received twelve patrol boats from Sudria.",
    "It gave the boats to Lomar, which had asked for them.",
    "Norland attacked Sudria at the harbour of Port Amity.",
    "Sudria attacked Norland near Lomar.",
    "Norland was attacked by Sudria at night.",
    "She attacked Norland for its plan.",
    "Norland refused to attack Sudria.",
    "Rebels shelled the harbour of Lomar on Monday.",
    "The second round of talks began in Lomar on 4 May 2024.",
    "The first round of the talks in Port Amity ended without a word.",
    "The third, and longest, round of talks will begin on Friday.",
    "The talks in Lomar ended at noon.",
    "Article 5 of the river accord opens the river.",
    "Article 6 of the river accord names the commission.",
    "Norland sent three ships to Sudria.",
    "Norland sent seven ships to Lomar.",
    "Sudria lost 12 sailors and 3 ships.",
    "In Port Amity 14 people were killed.",
    "In Port Amity 14 were killed and 3 hurt.",
    "16 countries that have sailors there were told.",
    "Ada Varn led the northern delegation of Norland.",
    "Ada Varn, 61, led the southern delegation.",
    "She leads the land mission in Lomar.",
    "In northern Sudria a bridge fell on 3 May 2024.",
    "In southern Sudria a dam broke on 9 May 2024.",
    "The talks between Norland and Lomar opened on Monday.",
    "The talks between Norland and Sudria closed on 7 May 2024.",
    "Prices rose in Norland in April 2024.",
    "Prices fell in Norland by 4 % to 120 crowns.",
    "The river accord is no longer in force.",
    "The river accord was signed by Mara Lind on 2 May 2024.",
    "The river accord has not been signed.",
    "The river accord will be signed in June 2024.",
    "Nobody signed it.",
    "The envoys of both sides signed the grain accord.",
    "Mara Lind, 47, is the envoy of Norland to Sudria.",
    "Pavel Orsic, 52, is the envoy of Sudria to Norland.",
    "Mara Lind met Pavel Orsic in Lomar on Monday.",
    "Pavel Orsic met Mara Lind in Port Amity on 3 May 2024 at 10:30.",
    "Mara Lind met Ada Varn in Lomar.",
    "Pavel Orsic: “Norland attacked the harbour.”",
    "Mara Lind: “Rebels attacked the harbour.”",
    "We will open the harbour, and I will be there.",
    "Norland plans to open the harbour next week.",
    "Norland paid Sudria 3 million crowns for the grain.",
    "Sudria paid Norland for the grain.",
    "A third of the grain was lost.",
    "The foreign minister of Norland resigned on Friday.",
    "The defence minister of Sudria resigned.",
    "Washington recognised Norland in 1991.",
    "Lomar recognised Norland.",
    "Pavel Orsic lost the vote to Mara Lind.",
    "Pavel Orsic defeated Mara Lind in the vote.",
)


def verdicts() -> Iterator[str]:
    """Yield the sentences with their numbers; then under each question what is found of which: of a sentence as a text of its
    own, and of one behind another that names both lands, there every objection."""
    for number, sentence in enumerate(SENTENCES):
        yield f"{number} {sentence}"
    for question in QUESTIONS:
        matcher = matcher_of(question)
        check = FrameCheck(question, matcher, ANALYZER)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for number, sentence in enumerate(SENTENCES):
            (alone,) = candidates_of(sentence, matcher, number, published=PUBLISHED)
            verdict = check.verdict(alone)
            names = [name for name in ("lacks", "fills", "denial") if getattr(verdict, name)]
            found[" ".join(filter(None, (*names, verdict.reason)))].append(f"{number}")
            *_, behind = candidates_of(
                f"Sudria spoke to Norland. {sentence}", matcher, 1_000 + number, "Mara Lind and Norland"
            )
            for objection in filter(None, check._objections(check._place(behind))):
                found[f"behind: {objection}"].append(f"{number}")
        yield f"? {question}"
        yield from (f"  {name}: {' '.join(found[name])}" for name in sorted(found) if name)
