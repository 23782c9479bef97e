"""Callings by which two people of one full name are told apart: who plays football is not who is senator.

Whoever governs has had other callings, and is called by the office alone; a calling is told only where the role names it.
"""

from collections.abc import Mapping

_CALLINGS = {
    "sport": """goalkeeper goalie striker midfielder defender footballer quarterback pitcher batsman bowler cricketer golfer boxer
        wrestler swimmer sprinter athlete cyclist skier skater coach trainer player jockey racer gymnast fullback winger
        linebacker catcher outfielder forward""",
    "stage": """actor actress singer musician guitarist drummer pianist violinist composer rapper comedian dancer painter sculptor
        novelist poet playwright filmmaker screenwriter chef model""",
    "scholarship": """economist historian physicist chemist biologist mathematician astronomer geologist philosopher linguist
        epidemiologist virologist climatologist sociologist anthropologist archaeologist psychologist""",
    "medicine": "doctor physician surgeon nurse paramedic dentist psychiatrist pediatrician cardiologist midwife pharmacist",
    "trade": """farmer fisherman baker shopkeeper carpenter electrician plumber mechanic driver trucker waiter waitress bartender
        barber butcher gardener miner welder student pupil teacher retiree pensioner resident villager homeowner tourist
        passenger pilot""",
    "arms": "rebel militant insurgent guerrilla warlord militiaman hijacker smuggler gangster",
}
_BY_NOUN: Mapping[str, str] = {
    noun: calling for calling, nouns in _CALLINGS.items() for noun in nouns.split()
}
CALLED = frozenset(_BY_NOUN)
"""The nouns, in small letters."""


def calling_of(role: str) -> str | None:
    """Return the calling that ``role`` names: "sport" of "former goalkeeper"; None where it names an office or nothing known."""
    return next(
        (calling for word in role.lower().split() if (calling := _BY_NOUN.get(word.strip(",.")))), None
    )
