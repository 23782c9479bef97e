"""Titles of persons: every list of them, and every expression over them, is made of these."""

COURTESY = ("Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady", "Messrs")
"""What says no office."""

SHORT_TITLES = tuple(
    """Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen Lt Col Maj Capt Sgt Adm Rev Prof Hon Amb Cmdr Del Messrs Pte Pvt Cpl Cllr""".split()
)
"""Those that are written with a full stop, or without."""

OFFICES = tuple(
    """President Senator Secretary Chairman Justice Judge Congressman Congresswoman Representative Governor Mayor Minister
    Chancellor Ambassador General Colonel Captain Sheriff Professor Doctor Pope King Queen Prince Princess Sir Lord Lady
    Premier Speaker Leader Chief Vice Attorney Director
    Presidents Ministers Secretaries Senators Chancellors Ambassadors Governors""".split()
)
"""Those that are written in full before a name."""

CAPITAL_OFFICES = frozenset(
    """adviser advisor aide administrator ambassador chairman chairwoman chairperson commissioner coordinator counsel deputy
    envoy negotiator official representative spokesman spokesperson spokeswoman undersecretary minister president premier
    lady democrat republican congressman congresswoman
    chancellor secretary director commander chief leader senator governor ceo mediator delegate lawmaker
    rapporteur whip secretary-general director-general attorney-general
    vice-president superintendent principal reporter reporters correspondent correspondents columnist""".split()
)
"""Nouns of office that a name follows with a capital letter: "National Security Advisor Jake Sullivan"."""

HEADS_IN_SHORT = frozenset({"PM", "FM", "VP"})
"""Offices in capitals that a name follows: "PM Lund"."""

AFTER_NAMES = frozenset("MP MEP MSP MD PhD KC QC CBE OBE MBE".split())
"""What stands behind a name and is none of it: "Ida Lund MP"."""

DEPARTMENTS = frozenset("State Defense Defence Treasury Energy Commerce Labor Education Agriculture".split())
"""What a secretary is of: "Secretary of State"."""
