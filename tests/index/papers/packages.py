"""Papers numbered in other ways: a pact with signs for paragraphs, a draft resolution with labels, a package of measures with
lists without numbers, a statute whose paragraphs hold numbered points."""

from tests.index.readers.file_samples import word

PACT = """\
PACT OF VELLMAR ON PORTS AND PILOTS

The Duchy of Harn and the Free City of Vellmar agree:

TITLE I
PILOTAGE

Art. 1. Duty to take a pilot
§ 1. Vessels longer than 40 metres take a pilot at the Kessel buoy.
§ 2. The following are exempt:
a) hospital ships;
b) ferries on the Harn line;
c) dredgers at work.

Art. 2. Fees
§ 1. The fee for a passage is 310 thalers.
§ 2. At night the fee is raised by a quarter.

Art. 2 bis. Arrears
Who owes fees for two years loses the licence.

ANNEX A
Form of licence

The licence bears the seal of the harbour office.

FINAL PROTOCOL

1. Article 1 does not apply to tugs.

2. The fleet of Orsova keeps its winter harbour.
"""

DRAFT = (
    "The Conference of Coastal States,",
    "PP1. Recalling its Resolution 9 (2021) on safe navigation,",
    "PP2. Alarmed by the sinking of the tanker Ilse on 2 February 2023,",
    "OP1. Demands that all seafarers held at Port Garrow be released without delay;",
    "OP2. Decides to send a mission of 18 observers to the Straits for 90 days;",
    "OP3. Requests the Secretary of the Conference to report on:",
    "(a) the state of the wreck;",
    "(b) the treatment of the seafarers;",
    "OP4. Decides to remain seized of the matter.",
)

PACKAGE = """\
---
title: Brennock Package
published: 2019-12-11
---

# Measures agreed at Brennock

The Contact Group met at Brennock on 10 December 2019.

**Decides:**

- to open the crossing at Sarn Bridge by 15 January 2020;
- to withdraw mortars beyond the Ister line.

**Agrees further:**

- that the next round be held in Halm;
- that both sides publish the lists of the missing.

## Basket Two: Economy

### Measure 4 — Coal

Four trains of coal a week pass the junction of Rell.

### Measure 5 — Pensions

Pensions are paid by post to persons older than 70.

## Basket Three: Justice

### Measure 6 — Amnesty

No one is prosecuted for the events of 2017.
"""

STATUTE = """\
Teil I Allgemeines

§ 1 Geltungsbereich

(1) Das Gesetz gilt für die Flüsse Elm und Ohra.

(2) Ausgenommen sind

1. Mühlen,

2. Stege bis 10 Meter Länge und

3. Pegel.

Teil II Kommission

§ 2 Sitz

Die Kommission tagt in Rehna.
"""

FILES = {
    "vellmar.txt": PACT.encode,
    "mohn.docx": lambda: word(DRAFT, title="Resolution 14 (2023) on the Straits of Mohn"),
    "package.md": PACKAGE.encode,
    "grenzgewässer.txt": lambda: ("Gesetz über die Grenzgewässer\n\n" + STATUTE).encode(),
}
"""How each file is made, by its name."""

BY_PLACE = [
    ("What does Art. 1 § 2 of the Pact of Vellmar say?", "Article 1, § 2", "hospital ships"),
    ("Vellmar pact art 2 para 1", "Article 2, § 1", "310 thalers"),
    ("What does Article 2 bis of the Vellmar pact say?", "Article 2 bis", "loses the licence"),
    ("What is in Annex A of the Pact of Vellmar?", "Annex A", "seal of the harbour office"),
    (
        "What does OP2 of Resolution 14 on the Straits of Mohn decide?",
        "operative paragraph 2",
        "18 observers",
    ),
    ("what does OP 3(b) of resolution 14 (2023) ask for", "operative paragraph 3(b)", "treatment"),
    ("What does PP2 of the Mohn resolution say?", "preamble, paragraph 2", "tanker Ilse"),
    ("What does Measure 5 of the Brennock Package say?", "Measure 5", "Pensions are paid"),
    ("What is in Basket Three of the Brennock Package?", "Basket Three", "No one is prosecuted"),
    ("What is the second point under Decides in the Brennock Package?", "Decides, point 2", "mortars"),
    ("What does § 1 Abs. 2 Nr. 2 of the Gesetz über die Grenzgewässer exempt?", "§ 1(2)(2)", "Stege"),
    ("Was steht in § 2 des Gesetzes über die Grenzgewässer?", "§ 2", "tagt in Rehna"),
]
BY_CONTENT = [
    ("How much is the fee for a passage at Vellmar?", "Article 2, § 1", "310 thalers"),
    ("When did the tanker Ilse sink?", "preamble, paragraph 2", "2 February 2023"),
    ("How many trains of coal pass the junction of Rell?", "Measure 4", "Four trains"),
    ("By when is the crossing at Sarn Bridge to be opened?", "Decides, point 1", "15 January 2020"),
]
