"""Pairs of drafts: agreements in several languages and manners of lists."""

from tests.index.comparing.drafts import Drafts, drafts

WRITTEN_DRAFTS: tuple[Drafts, ...] = (
    drafts(
        "german treaty",
        """Vertrag zwischen der Republik Arnau und dem Fürstentum Leist über die Grenzbrücken

Artikel 1

(1) Die Vertragsparteien unterhalten die Grenzbrücken gemeinsam.

(2) Die Kosten tragen sie je zur Hälfte.

Artikel 2

(1) Die Brücke bei Selz wird bis zum 30. Juni 2031 erneuert.

(2) Während der Arbeiten verkehrt eine Fähre.

Artikel 3

Ein Ausschuss aus je drei Mitgliedern überwacht die Arbeiten. Er tritt jeden Monat zusammen.

Artikel 4

Dieser Vertrag tritt am Tage nach dem Austausch der Ratifikationsurkunden in Kraft.
""",
        [
            ("je zur Hälfte", "im Verhältnis zwei zu eins"),
            ("30. Juni 2031", "31. Dezember 2031"),
            ("(2) Während der Arbeiten verkehrt eine Fähre.\n\n", ""),
            (
                "Er tritt jeden Monat zusammen.",
                "Er tritt jeden Monat zusammen. Seine Beschlüsse sind einstimmig.",
            ),
            (
                "Artikel 4\n\nDieser",
                "Artikel 4\n\nStreitigkeiten entscheidet ein Schiedsgericht in Leist.\n\nArtikel 5\n\nDieser",
            ),
        ],
        [
            ("changed", "Die Kosten"),
            ("changed", "Brücke bei Selz"),
            ("removed", "Fähre"),
            ("changed", "Ausschuss"),
            ("added", "Schiedsgericht"),
        ],
    ),
    drafts(
        "russian decree",
        """ПРОТОКОЛ о порядке обмена удерживаемыми лицами

1. Стороны обмениваются списками до 1 августа.

2. Обмен проводится у моста через реку Сорна.

3. Наблюдатели присутствуют при обмене.

4. Расходы несёт каждая сторона.

5. Протокол составлен в двух экземплярах.
""",
        [
            ("до 1 августа", "до 15 августа"),
            (
                "2. Обмен проводится у моста через реку Сорна.\n\n3. Наблюдатели присутствуют при обмене.\n\n4.",
                (
                    "2. Наблюдатели присутствуют при обмене.\n\n"
                    "3. Обмен проводится у моста через реку Сорна.\n\n"
                    "4. Раненые передаются первыми.\n\n"
                    "5."
                ),
            ),
            ("5. Протокол составлен", "6. Протокол составлен"),
        ],
        [("changed", "списками"), ("moved", "Наблюдатели|моста"), ("added", "Раненые")],
    ),
    drafts(
        "whereas bill, lettered",
        """AN ACT concerning the pilots of the Sound

WHEREAS collisions in the Sound have become frequent; and

WHEREAS no pilot is at present required to be licensed;

BE IT ENACTED as follows:

SECTION 1. LICENCE. No person shall act as a pilot without a licence from the Harbour Master.

SECTION 2. QUALIFICATIONS. A licence shall be given only to a person who:

(a) is over twenty-five years of age;

(b) has served at sea for six years; and

(c) has passed an examination.

SECTION 3. FEES. The fee for a licence is forty crowns.

SECTION 4. PENALTY. Whoever offends against section 1 shall be fined one hundred crowns.
""",
        [
            (
                "WHEREAS no pilot is at present required to be licensed;",
                "WHEREAS no pilot is at present required to be licensed; and\n\nWHEREAS the owners of ships have asked for it;",
            ),
            ("twenty-five", "twenty-one"),
            (
                "(b) has served at sea for six years; and\n\n(c) has passed an examination.",
                "(b) has served at sea for six years;\n\n(c) has passed an examination; and\n\n(d) can swim.",
            ),
            ("SECTION 3. FEES. The fee for a licence is forty crowns.\n\nSECTION 4.", "SECTION 3."),
            ("one hundred crowns", "one hundred crowns and lose his boat"),
        ],
        [
            ("added", "owners of ships"),
            ("changed", "twenty"),
            ("added", "can swim"),
            ("removed", "fee for a licence"),
            ("changed", "offends"),
        ],
    ),
    drafts(
        "roadmap phases",
        """ROADMAP FOR THE VALLEY OF ITHRA

Phase I: Calm

1. The guns fall silent on the whole line.
2. Each side names three liaison officers.
3. The hospital at Menn is reopened.

Phase II: Return

1. Families go back to the villages of the left bank.
2. Mines are cleared from the fields.
3. A school is opened in every village with thirty pupils.

Phase III: Settlement

1. A conference on the status of the valley is held in Orle.
2. Its outcome is put to a vote of the inhabitants.
""",
        [
            (
                "2. Each side names three liaison officers.\n3. The hospital at Menn is reopened.",
                "2. The hospital at Menn is reopened.",
            ),
            (
                "1. Families go back to the villages of the left bank.\n2. Mines are cleared from the fields.",
                "1. Mines are cleared from the fields.\n2. Families go back to the villages of both banks.",
            ),
            ("thirty pupils", "fifteen pupils"),
            (
                "2. Its outcome is put to a vote of the inhabitants.",
                "2. Each side names three liaison officers.\n3. Its outcome is put to a vote of the inhabitants within a year.",
            ),
        ],
        [
            ("moved", "liaison officers"),
            ("moved", "Mines"),
            ("changed", "Families"),
            ("changed", "school"),
            ("changed", "outcome"),
        ],
    ),
    drafts(
        "communique paragraphs rewritten",
        """Final communiqué of the Summit of the Lakes

1. The heads of state of the six lake countries met in Brenn on 8 and 9 October 2034 at the invitation of President Adela Moro.

2. They reviewed the implementation of the Water Charter and noted with satisfaction
that four of the six gauging stations are in operation.

3. They expressed their deep concern at
the spread of the water hyacinth and instructed the ministers of agriculture to draw up a plan of action by March.

4. They welcomed the cease-fire in the Kolo district. They called on the armed groups to disarm. They thanked the bishops.

5. They decided to set up a regional bank with a capital of 300 million ducats, of which Brenn will subscribe one third.

6. They took note of the candidature of Mr. Osei Lund for the post of Executive Secretary.

7. They will meet again in Tolmar in 2036.
""",
        [
            (
                "four of the six gauging stations are in operation",
                "all six gauging stations are in operation",
            ),
            ("and instructed the ministers of agriculture to draw up a plan of action by March", ""),
            (
                (
                    "4. They welcomed the cease-fire in the Kolo district. They called on the armed groups to "
                    "disarm. They thanked the bishops.\n\n"
                    "5."
                ),
                (
                    "4. They welcomed the cease-fire in the Kolo district and thanked the bishops.\n\n"
                    "5. They called on the armed groups to disarm.\n\n"
                    "6."
                ),
            ),
            ("300 million ducats, of which Brenn will subscribe one third", "450 million ducats"),
            (
                "6. They took note of the candidature of Mr. Osei Lund for the post of Executive Secretary.",
                "7. They elected Mr. Osei Lund Executive Secretary for a term of four years.",
            ),
            ("7. They will meet again", "8. They will meet again"),
        ],
        [
            ("changed", "gauging stations"),
            ("changed", "water hyacinth"),
            ("divided", "cease-fire"),
            ("changed", "regional bank"),
            ("changed", "Osei Lund"),
        ],
    ),
    drafts(
        "schedule table",
        """<html><body><h1>Agreement on Fishing Quotas</h1>
<h2>Article 1</h2><p>The quotas for the year are those of the Schedule.</p>
<h2>Article 2</h2><p>A vessel shall carry a log. The log shall be shown on demand.</p>
<h2>Schedule</h2>
<table><tr><th>Species</th><th>Norrland</th><th>Ostland</th></tr>
<tr><td>Cod</td><td>900 t</td><td>700 t</td></tr>
<tr><td>Herring</td><td>2,400 t</td><td>2,400 t</td></tr>
<tr><td>Plaice</td><td>120 t</td><td>80 t</td></tr></table>
</body></html>""",
        [
            ("<td>900 t</td>", "<td>950 t</td>"),
            (
                "<tr><td>Plaice</td><td>120 t</td><td>80 t</td></tr>",
                "<tr><td>Sprat</td><td>60 t</td><td>60 t</td></tr>",
            ),
            ("shown on demand", "shown to any inspector on demand"),
        ],
        [("changed", "Cod"), ("removed", "Plaice"), ("added", "Sprat"), ("changed", "log")],
        "html",
    ),
    drafts(
        "article numbers inserted bis and renumbered refs",
        """CONVENTION ON THE STRAIT OF ELDE

ARTICLE 1
Merchant ships of all nations shall pass freely.

ARTICLE 2
Ships of war shall pass by day, subject to article 3.

ARTICLE 3
Notice of the passage of a ship of war shall be given eight days before.

ARTICLE 4
In time of war the riparian State may close the strait.

ARTICLE 5
The dues for lights shall not exceed three pence a ton.
""",
        [
            (
                "ARTICLE 2\nShips of war",
                "ARTICLE 2\nSubmarines shall pass on the surface.\n\nARTICLE 3\nShips of war",
            ),
            ("subject to article 3", "subject to article 4"),
            ("ARTICLE 3\nNotice", "ARTICLE 4\nNotice"),
            (
                "ARTICLE 4\nIn time of war the riparian State may close the strait.\n\nARTICLE 5\nThe dues",
                "ARTICLE 5\nThe dues",
            ),
            ("three pence", "four pence"),
        ],
        [
            ("added", "Submarines"),
            ("changed", "Ships of war"),
            ("removed", "In time of war"),
            ("changed", "dues for lights"),
        ],
    ),
    drafts(
        "definitions inserted alphabetically, md",
        """# Terms of reference of the Joint Commission

## 1. Membership

The Commission has ten members, five from each side.

The chair alternates every six months.

## 2. Tasks

The Commission shall:

- examine complaints about the line of contact;
- publish a report every quarter;
- keep a register of incidents.

## 3. Meetings

Meetings are held in Ferrol on the first Monday of the month.

## 4. Secretariat

The secretariat is provided by the mission. Its costs are shared equally.
""",
        [
            ("ten members, five from each side", "twelve members, six from each side"),
            (
                "- publish a report every quarter;\n",
                "- publish a report every month;\n- visit the crossing points;\n",
            ),
            (
                "## 3. Meetings\n\nMeetings are held in Ferrol on the first Monday of the month.\n\n## 4. Secretariat",
                "## 3. Secretariat",
            ),
            ("Its costs are shared equally.", "Its costs are met by the fund."),
        ],
        [
            ("changed", "members"),
            ("changed", "publish a report"),
            ("added", "crossing points"),
            ("removed", "Meetings are held|first Monday"),
            ("removed", "Meetings"),
            ("changed", "secretariat is provided"),
        ],
        "md",
    ),
    drafts(
        "annex lettered paragraphs",
        """PEACE AGREEMENT FOR SARNE

Article I
1. The war is over.
2. The Parties shall not use force against each other.

Article II
The withdrawal shall follow the steps of the Annex.

Annex

A. The guns of the first line are withdrawn by the tenth day.

B. The guns of the second line are withdrawn by the thirtieth day.

C. A commission counts them.

D. The bridges are cleared of mines.
""",
        [
            ("by the thirtieth day", "by the sixtieth day"),
            ("C. A commission counts them.\n\nD. The bridges", "C. The bridges"),
            (
                "1. The war is over.\n2. The Parties shall not use force against each other.",
                (
                    "1. The war is over.\n"
                    "2. The Parties shall not use force against each other.\n"
                    "3. Propaganda against the other Party is forbidden."
                ),
            ),
            (
                "follow the steps of the Annex",
                "follow the steps of the Annex and be complete within ninety days",
            ),
        ],
        [
            ("changed", "second line"),
            ("removed", "commission counts"),
            ("added", "Propaganda"),
            ("changed", "withdrawal shall follow"),
        ],
    ),
    drafts(
        "points joined and punctuation only",
        """Understandings reached at Velm

1. Prisoners of both sides are freed.

2. The wounded are freed first.

3. The dead are handed over; their names are published.

4. The crossing at Hart opens daily from 8 a.m. to 6 p.m., except Sundays.

5. Observers - up to forty - are admitted.
""",
        [
            (
                "1. Prisoners of both sides are freed.\n\n2. The wounded are freed first.\n\n3.",
                "1. Prisoners of both sides are freed. The wounded are freed first.\n\n2.",
            ),
            (
                "4. The crossing at Hart opens daily from 8 a.m. to 6 p.m., except Sundays.",
                "3. The crossing at Hart opens daily from 8 a.m. to 6 p.m., including Sundays.",
            ),
            ("5. Observers - up to forty - are admitted.", "4. Observers – up to forty – are admitted."),
        ],
        [("joined", "Prisoners"), ("changed", "crossing at Hart")],
    ),
    drafts(
        "whole annex deleted, definitions",
        """Protocol on Radio

Article 1
"Station" means any transmitter above 50 watts.

Article 2
A station keeps the hours of Annex B.

Annex A

1. Channel 16 is for distress.
2. Channel 9 is for pilots.

Annex B

1. Stations are silent from midnight to five.
""",
        [
            ("50 watts", "25 watts"),
            ("keeps the hours of Annex B", "keeps the hours of the Annex"),
            ("Annex A\n\n1. Channel 16 is for distress.\n2. Channel 9 is for pilots.\n\nAnnex B", "Annex"),
        ],
        [
            ("changed", "transmitter"),
            ("changed", "keeps the hours"),
            ("removed", "Channel 16"),
            ("removed", "Channel 9"),
        ],
    ),
)
