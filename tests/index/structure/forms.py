"""Texts of invented papers, each divided and numbered in a form of its own."""

SECTIONS_OF_ARTICLES = """\
ARTICLE I

Section 1. All power is vested in a Diet.

Section 2. The Diet meets in October.

ARTICLE II

Section 1. A Warden holds office for five years.

Section 2. He may grant pardons.

AMENDMENT I

The Warden may be chosen twice.
"""

STATUTE = """\
SECTION 1. SHORT TITLE.

This Act may be cited as the Grain Act.

SEC. 2. SANCTIONS.

(a) IN GENERAL. The Warden shall block all property.

(b) EXCEPTIONS. Subsection (a) does not apply to:

(1) medicine;

(2) the rescue of:

(i) seamen;

(ii) pilots.

(c) WAIVER. The Warden may waive this section.
"""

CLAUSES = """\
1. Interpretation

1.1 Words in the singular include the plural.

2. Volumes

2.1 The buyer shall take a thousand tonnes.

2.2 If the buyer takes less, it shall pay:

(a) half of the price;

(b) the whole price, except in case of:

(i) fire;

(ii) a strike.

2.3 The hub price is decisive.
"""

RESOLUTION = """\
The Council of Harbours,

Taking note of the letter of the Mayor,

Determining that the siege is a threat to peace,

1. Decides that the siege shall be lifted;

2. Authorizes the fleet to enter the harbour.

Annex I

A. Allowed cargoes

1. Flour.

2. Insulin.

B. Forbidden cargoes

3. Fuel.
"""

PHASES = """\
Phase I: Truce

1. Militias hand in their weapons.

2. Prisoners are set free.

Phase II: Transition

1. A council governs.

Principle 1

No tribe holds more than four seats.
"""

PARAGRAPHEN = """\
§ 1 Gegenstand

(1) Die Seilbahn verbindet zwei Orte.

(2) Sie dient dem Verkehr.

§ 2 Betrieb

Sie fährt täglich.
"""

LIST = """\
The chiefs of staff declared:

- Troops stay in their barracks at night.

- A telephone line is opened.

- Captured shepherds are sent home.
"""

DECIMALS = """\
CHAPTER I

1.1. Establishment

1.1.1. There shall be a Government of Rill.

1.1.2. Its seat is the town of Marl.

1.2. Mandate

1.2.1. The Government shall:

1.2.1.1. disarm the militias;

1.2.1.2. hold a census.

CHAPTER II

2.1. The parties cease fire within 72 hours.

1.1 million people live in Rill.
"""

SPANISH = """\
Artículo 1º. El Convenio regula el uso del río.

Artículo 2º. Caudal.

1. El caudal es de 14 metros.

2. Las Partes podrán reducirlo:

a. en caso de sequía;

b. durante las obras.
"""
