"""Sentences that grow by words or letters: from which length on they are read otherwise, a bound of a rule between two steps."""

from collections.abc import Iterator
from datetime import date

from index import Document
from index.language.dates import find_time_expressions
from index.language.sentences import sentences
from index.quotations import find_quotations
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)
TITLE = "Remarks by President Ilse Brandt"

QUOTED = (
    ("Pavel Orsic said {}that the pilots would strike.", "again ", 20),
    ("Orsic, the {}chief of the harbour, said that the pilots would strike.", "very old ", 40),
    ("Pavel Orsic, who had {}to do, said that the pilots would strike.", "much ", 80),
    ('"We will stay," said the {}chief of the pilots, Pavel Orsic.', "grey ", 40),
    ('"We will {}stay," Orsic said.', "surely ", 8),
    ('"{}good," Orsic said.', "very ", 8),
    ('He called the plan "{}good" in Lomar.', "very ", 9),
    ('Pavel Orsic called the {}plan "a net full of holes".', "new ", 12),
    ('"We will stay." {}"We will go," Orsic said on Monday.', "It rained. ", 12),
    ("The envoy came on Monday. {}Orsic said that he would stay.", "It rained. ", 40),
    ("The envoy came on Monday.\n\n{}Orsic said that he would stay.", "It rained.\n\n", 6),
    ("Pilots will {}strike: Orsic", "soon ", 24),
    ("Orsic: Pilots will {}strike", "soon ", 24),
    ("Orsic {}denied that the pilots would strike.", "never ", 6),
    ("The pilots would {}strike, Pavel Orsic said.", "soon ", 60),
    ("The pilots, Pavel Orsic said, would {}strike.", "soon ", 60),
    ("According to {}Pavel Orsic, the pilots will strike.", "the chief ", 12),
    ("Orsic warned {}of a strike in the harbour.", "again ", 8),
    ("It is {}false that the pilots will strike, Orsic said.", "quite ", 18),
    ("The {}pilots demand a share of the catch.", "old ", 12),
    ("Pavel Orsic and {}Mara Lind said that the pilots would strike.", "Anton Holt and ", 8),
    ("Orsic said in {}Lomar on Monday that the pilots would strike.", "the port of ", 24),
    ("MS. LIND: We met.{}\n\nQUESTION: Where?\n\nMS. LIND: In Lomar.", "\n\nQUESTION: When?\n\nMS. LIND: On Monday.", 3),
    ("Ilse Brandt\nWill they go?\n\nPavel Orsic\nThey will.{}", "\n\nIlse Brandt\nWhen?\n\nPavel Orsic\nSoon.", 4),
    ("Ilse Brandt: Will they go?\n\nPavel Orsic: They will.{}", "\n\nIlse Brandt: And then.\n\nPavel Orsic: Soon.", 5),
    ("Ilse Brandt: Will they go? {}\n\nPavel Orsic: Yes.\n\nIlse Brandt: So.\n\nPavel Orsic: No.", "It rains so much. ", 14),
    ("We {}came to Lomar to talk about the strait.\n\nWe will stay until the accord is signed.", "all ", 8),
    ("Orsic said that reports that ships {}had left are untrue.", "of old ", 32),
    ("Mara Lind has {}cast doubt on the claim that ships had left.", "surely ", 12),
    ("Mara Lind will {}cast doubt on the claim that ships had left.", "surely ", 12),
    ("The Courier misquoted {}Mara Lind as saying that ships had left.", "old ", 24),
    ('"The port is open to all," {}Mara Lind never said.', "old ", 20),
    ('"The port is open to all," Mara Lind said {}on Monday.', "again ", 56),
    ('The actor playing {}Mara Lind said: "The port is open to all."', "old ", 14),
    ('Pilots Will {}Strike “Until the Port Opens”', "Soon ", 24),
    ('"({}Crosstalk.)" Pavel Orsic said.', "Long ", 16),
    ('"We will stay," Orsic said. "It was {}Monday." (Holt, 3 March 2025)', "late on ", 8),
    ('Orsic cited the {}"Law of the Port" in Lomar.', "Old ", 10),
    ('The pact ({}the “Parties”) binds all of them.', "collectively all ", 14),
    ("Orsic told {}pilots that the port was shut.", "old ", 18),
    ("Orsic denied {}that the port was shut.", "in Lomar ", 9),
    ("Orsic declined, {}to say whether the port was shut.", "in Lomar, ", 9),
    ("Asked {}whether ships had left, Orsic declined to answer.", "again ", 18),
    ("Orsic said {}in May 2024 that the port was shut.", "again ", 18),
    ("Orsic neither {}confirmed nor denied that ships had left.", "surely ", 18),
    ("Reports of {}the strike were denied by Pavel Orsic.", "all of ", 8),
    ("Ships left the {}port, according to Pavel Orsic.", "old ", 9),
    ('Orsic said of the {}plan "it is a net full of holes".', "old ", 12),
    ("Orsic said {}“it is over” and that ships would leave.", "again ", 12),
)  # fmt: skip
"""A sentence with a place in it, what is put there over and over, and how often at most."""

DATED = (
    ("Envoys {}met on 12 March 2024.", "quietly ", 12),
    ("{}met on 12 March 2024.", "Envoys ", 6),
    ("The envoys plan to {}meet in Lomar with President Orsic.", "quietly ", 16),
    ("The envoys did not {}meet on 12 March 2024.", "really ", 20),
    ("The meeting of 12 March 2024 was {}called off.", "once more ", 20),
    ("If the {}guns leave, the envoys will meet on 20 March 2025.", "old ", 24),
    ("The envoys could {}meet on 20 March 2025 in Lomar.", "perhaps ", 14),
    ("The envoys will {}meet on 20 March 2025 in Lomar.", "surely ", 14),
    ("Orsic said {}that the envoys had met on 12 March 2024.", "again ", 24),
    ("The envoys met on 12 March 2024 and {}signed the accord on 14 March 2024.", "then ", 16),
    ("The envoys met on Monday. {}After the meeting, they signed the accord.", "It rained. ", 3),
    ('"The envoys met on Monday in {}Lomar," Orsic said. "They will meet again on 20 March 2025."', "the old port of ", 48),
    ("Calls upon {}parties to meet by 30 March 2025;", "all ", 8),
    ("We think {}of the day in 2024 when it began.", "often ", 14),
    ("The accord {}of 12 March 2024 holds.", "of peace ", 12),
    ("In the {}war of 1961 ships sank.", "long ", 12),
    ("The accord {}signed on 12 March 2024 holds.", "of peace ", 12),
    ("The accord, {}signed on 12 March 2024, holds.", "once ", 20),
    ("Exports fell to their lowest level {}since May 2023.", "of all ", 16),
    ("On 20 March 2025 {}envoys may meet in Lomar.", "quiet ", 24),
    ("The talks {}planned for 12 March 2024 were called off.", "in Lomar ", 8),
    ("We {}met you on Monday.", "all ", 12),
    ("On 12 March 2024 {}envoys almost signed the accord.", "quiet ", 36),
    ("Reports that the envoys {}met on 12 March 2024 proved false.", "quietly ", 28),
    ("See www.lomar.example/{}12-March-2024 before Orsic met Lind on Monday.", "pilots-", 90),
    ("Orsic met Lind on Monday, {}a day on which ships left.", "old, ", 8),
    ("The envoys agreed {}to meet in Lomar with President Orsic.", "again ", 14),
    ("Had the envoys {}met on 12 March 2024, ships would have left.", "quietly ", 14),
    ("Instead of {}meeting on 12 March 2024, the envoys left.", "quietly ", 12),
    ("Two men were charged with {}bombings of May 2024.", "the old ", 12),
    ("The gauge stood {}at 4 metres on 12 March 2024.", "again ", 14),
    ("Under the {}Agreement of 12 March 2024, ships left.", "old ", 18),
    ("Orsic, {}who left on 12 March 2024, will meet Lind on 20 March 2025.", "the envoy, ", 6),
)  # fmt: skip

QUOTED_LETTERS = (
    ("“We will stay for good,” Orsic said (by r{} 3 March 2025).", 220),
    ("Orsic said r{} on Monday that the pilots would strike.", 320),
    ("On Monday in r{} Pavel Orsic said that the pilots would strike.", 320),
    ("“We will stay for good,” said r{} chief Orsic.", 320),
    ("The Courier misquoted r{} Orsic as saying that the port was shut.", 90),
    ("The law (the “r{} Parties”) binds all of them, Orsic said.", 80),
    ("Orsic asked r{} on Monday to leave the port at once.", 320),
    ("Orsic said on Monday in r{}: “The port is open to all of them.”", 320),
    ("“The port is open to all of them,” Orsic said in r{} on Monday.", 320),
    ("“The port is open to all of them,” r{} said on Monday.", 320),
)
DATED_LETTERS = (
    ("On 20 March 2025 r{} envoys may meet in Lomar.", 140),
    ("Reports that r{} met Lind on 12 March 2024 proved false.", 220),
    ("The meeting of 20 March 2025 in r{} was called off.", 240),
    ("The envoys will not meet in r{} on 20 March 2025.", 120),
    ("If envoys meet in r{} on 20 March 2025, ships leave.", 160),
    ("The envoys plan a r{} meeting in Lomar with President Orsic.", 100),
)
"""Sentences with a word in them that grows letter by letter, and how far: their bounds are distances in characters."""


def ladders() -> Iterator[str]:
    """Yield for each sentence that grows how it is read, and from how many of its words on it is read so."""
    for kinds, read in ((QUOTED, _quoted), (DATED, _dated)):
        for text, word, most in kinds:
            yield f"# {' '.join(text.split())} | {' '.join(word.split())}"
            yield from _runs([read(text.format(word * count)) for count in range(most + 1)], word.strip())
    for letters, read in ((QUOTED_LETTERS, _quoted), (DATED_LETTERS, _dated)):
        for text, most in letters:
            yield f"# {text} | letters"
            yield from _runs([read(text.format("q" * count)) for count in range(most + 1)], "q")


def _runs(outcomes: list[str], word: str) -> Iterator[str]:
    # The words themselves would make each step another outcome.
    plain = [" ".join(outcome.replace(word, "").split()) for outcome in outcomes]
    start = 0
    for count in range(1, len(plain) + 1):
        if count == len(plain) or plain[count] != plain[start]:
            yield f"  {start} to {count - 1}: {plain[start]}"
            start = count


def _quoted(text: str) -> str:
    found = find_quotations(
        text, times=find_time_expressions(text, FRIDAY), published=FRIDAY, title=TITLE if text.startswith("We ") else ""
    )  # fmt: skip
    return " / ".join(
        f"{one.speaker} ({one.role or '-'}) {one.stance} {one.earliest} {one.basis}{' direct' * one.direct}"
        f"{' fragment' * one.fragment}{' hearsay' * one.hearsay}: {text[one.start : one.end]}"
        for one in found
    ) or "nothing"  # fmt: skip


def _dated(text: str) -> str:
    found = find_events(Document("ladder", "Ladder", text, published=FRIDAY), sentences(text))
    return " / ".join(
        f"{one.earliest} {one.granularity} {one.basis} {one.undone or ('planned' if one.planned else 'happened')} "
        f"{', '.join(one.actors)} {bool(one.clause)}"
        for one in found
    ) or "nothing"  # fmt: skip
