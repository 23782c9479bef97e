"""Names with roles, as documents give them: which two of them are one, and who is meant by a name that is typed."""

from collections.abc import Iterator
from itertools import combinations

from index.language.tokens import Analyzer
from index.quotations.speaker_groups import SpeakerGroup, group_speakers, sound_of
from index.quotations.speakers import SpeakerKeys, known_speakers, nearest_names
from index.quotations.storage import SpeakerCount

KEYS = SpeakerKeys(Analyzer())

DESCRIBED = """
Brandt
Mr. Brandt
Ms. Brandt
Brandt, President
Mr. Brandt, Senator
J. Brandt, senator
J. R. Brandt
Joe Brandt
Joe Brandt, Senator
Joseph Brandt, Senator
Joseph R. Brandt, President
Joseph R. Brandt Jr., President
Joseph R. B. Brandt, Sen.
Joseph B. Brandt, Senator
Joseph Brandt, goalkeeper
Joseph Brandt, Ambassador
Jane Brandt, Senator
Josef Brandt, Gen.
Karl Joseph Brandt, senator
Karl Joseph Brandt Soto, senator
Karl Brandt Soto, Senator
Brandt Joseph, Senator
Joseph, President of Lomar
Joseph Brand, Senator
Joseph von Brandt, Senator
Dmitry Malin, aide
Dmitri Malin, presidential aide
Dmitri Malin, chief cook
Malin
D. Malin, cook
Ms. Malin, aide
Kim Yo Malin, sister
Yo Malin, sister
Kim, sister of the leader
Kim Yo-malin, sister
""".strip().splitlines()

TYPED = (
    "Brandt", "brandt", "Joseph Brandt", "Joe Brandt", "J Brandt", "Joseph R. Brandt", "Joseph B. Brandt", "Senator Brandt",
    "senator", "Malyn", "Dmitriy Malin", "Dmi", "Dm", "Mal", "in", "Jos", "Xaver", "Brandd", "Malim Brandd", "the President",
    "Kim Malin", "",
)  # fmt: skip


def counted(described: str, quotations: int = 1) -> SpeakerCount:
    """Return a name with a role, which a title in front may give a gender, as it is counted in as many quotations."""
    name, _, role = described.partition(", ")
    title, _, surname = name.partition(". ")
    gender = {"Mr": "he", "Ms": "she"}.get(title)
    name = surname if gender else name
    key = KEYS.key(name, person=True, role=role or None, gender=gender)
    return SpeakerCount(key, name, role or None, quotations, 1 + quotations % 2)


def _told(group: SpeakerGroup) -> str:
    speaker = group.speaker
    return f"{speaker.name} ({speaker.role or '-'}) {speaker.quotations} in {speaker.documents}"


def people() -> Iterator[str]:
    """Yield the keys, which two are one, what all of them together are, and whom each typed name means."""
    counts = [counted(one, 1 + number % 5) for number, one in enumerate(DESCRIBED)]
    one_with: dict[str, list[str]] = {one: [] for one in DESCRIBED}
    for (one, first), (other, second) in combinations(zip(DESCRIBED, counts, strict=True), 2):
        found = group_speakers([first, second])
        if len(found) == 1:
            one_with[one].append(f"{other} = {_told(found[0])}")
    for one, count in zip(DESCRIBED, counts, strict=True):
        yield f"# {one}: {count.key}, sounds {sound_of(count.name)}"
        yield from (f"  {other}" for other in one_with[one])
    for step in (1, 2, 3, 4, 5):
        groups = group_speakers(counts[::step])
        yield f"# one in {step}"
        yield from (
            f"  {_told(group)}: {sorted(group.keys)} {sorted(group.office.words)}" for group in groups
        )
    groups = group_speakers(counts)
    for typed in TYPED:
        meant = [group.speaker.name for group in known_speakers(groups, KEYS, typed)]
        yield f"? {typed}: {meant}, near {nearest_names(typed, [group.speaker.name for group in groups])}"
