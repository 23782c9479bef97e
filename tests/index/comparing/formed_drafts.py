"""Pairs of drafts: communiqués, bills and protocols in several formats."""

from tests.index.comparing.drafts import Drafts, drafts

FORMED_DRAFTS: tuple[Drafts, ...] = (
    drafts(
        "communique bullets",
        """# Joint communiqué of the Selmar talks

*Oster, 12 May 2031*

The delegations of Arvand and Teskia, meeting under the chairmanship of Ms. Ines Rovira, agreed on the following:

- The ferry between Pell and Oster will sail again from 1 June, three times a week.
- Both sides will publish the list of the missing by the end of August.
- A joint bureau of eight officers will watch over the armistice line.
- Teskia will hand back the lighthouse of Grath.

The delegations also discussed the grain tariff, but reached no agreement.

The next round will be held in Selmar on 3 July.
""",
        [
            ("three times a week", "daily"),
            ("- Both sides will publish the list of the missing by the end of August.\n", ""),
            (
                "- Teskia will hand back the lighthouse of Grath.\n",
                "- Teskia will hand back the lighthouse of Grath.\n- Mail will be carried across the line free of charge.\n",
            ),
            ("but reached no agreement", "and agreed to return to it"),
            ("on 3 July", "on 17 July"),
        ],
        [
            ("changed", "ferry between"),
            ("removed", "list of the missing"),
            ("added", "Mail will be carried"),
            ("changed", "grain tariff"),
            ("changed", "next round"),
        ],
        "md",
    ),
    drafts(
        "resolution preamble",
        """Resolution 4417 (2033)

Adopted by the Assembly at its 712th meeting, on 9 February 2033

The Assembly,

Recalling its resolutions 4390 (2032) and 4402 (2032),

Reaffirming its commitment to the sovereignty of Ulmar,

Deeply concerned at the famine in the highlands of Ulmar and at the closing of the Sedda road,

Acting under Article 12 of its Charter,

1. Demands that all parties cease firing at once;

2. Calls upon all parties to:

(a) open the Sedda road to relief convoys;

(b) respect the neutrality of hospitals;

(c) exchange their sick and wounded;

3. Decides to extend the mandate of the Observer Mission until 31 August 2033;

4. Requests the Secretary-General to report within thirty days;

5. Urges Member States to contribute to the relief fund;

6. Decides to remain seized of the matter.
""",
        [
            (
                "Reaffirming its commitment to the sovereignty of Ulmar,",
                "Reaffirming its commitment to the sovereignty and unity of Ulmar,",
            ),
            ("Acting under Article 12 of its Charter,\n\n", ""),
            ("1. Demands that all parties cease firing at once;", "1. Calls for a cessation of fire;"),
            (
                "(c) exchange their sick and wounded;",
                "(c) exchange their sick and wounded;\n\n(d) grant the Commission access to all camps;",
            ),
            ("until 31 August 2033", "until 28 February 2034"),
            ("within thirty days", "within sixty days"),
            ("5. Urges Member States to contribute to the relief fund;\n\n6. Decides", "5. Decides"),
        ],
        [
            ("changed", "sovereignty"),
            ("removed", "Acting under"),
            ("changed", "ce"),
            ("added", "access to all camps"),
            ("changed", "Observer Mission"),
            ("changed", "report within"),
            ("removed", "relief fund"),
        ],
    ),
    drafts(
        "bill with sections moved",
        """A BILL to provide for the sharing of the waters of the Lune

PART 1
THE COMMISSION

1. Establishment
(1) There shall be a body called the Lune Waters Commission.
(2) The Commission shall consist of six members.
(3) A member holds office for four years.

2. Functions
(1) The Commission shall measure the flow of the Lune at every weir.
(2) The Commission may order that a weir be closed for not more than ten days.

PART 2
ALLOCATION

3. Shares
(1) The upper province may draw 40 per cent of the annual flow.
(2) The lower province may draw 45 per cent of the annual flow.
(3) The remainder shall be left in the river.

4. Drought
(1) Where the flow falls below 120 cubic metres a second the Commission shall reduce both shares equally.
(2) A reduction lasts until the flow has been above that level for thirty days.

5. Offences
A person who draws water without a licence commits an offence and is liable to a fine not exceeding 5,000 crowns.

6. Short title and commencement
This Act may be cited as the Lune Waters Act and comes into force three months after it is passed.
""",
        [
            ("six members", "eight members"),
            (
                "(3) A member holds office for four years.\n",
                "(3) A member holds office for four years.\n(4) A member may be appointed again once.\n",
            ),
            ("may draw 40 per cent", "may draw 38 per cent"),
            ("(2) A reduction lasts until the flow has been above that level for thirty days.\n", ""),
            (
                (
                    "5. Offences\n"
                    "A person who draws water without a licence commits an offence and is liable to a fine not "
                    "exceeding 5,000 crowns.\n\n"
                    "6. Short"
                ),
                "5. Short",
            ),
            (
                "(2) The Commission may order that a weir be closed for not more than ten days.\n",
                (
                    "(2) The Commission may order that a weir be closed for not more than ten days.\n\n"
                    "2A. Offences\n"
                    "A person who draws water without a licence commits an offence and is liable to a fine not "
                    "exceeding 5,000 crowns.\n"
                ),
            ),
        ],
        [
            ("changed", "members"),
            ("added", "appointed again"),
            ("changed", "upper province"),
            ("removed", "A reduction lasts"),
            ("moved", "Offences"),
        ],
    ),
    drafts(
        "roman articles split and merge",
        """ARMISTICE CONVENTION BETWEEN DORVAL AND KESH

Article I
Hostilities shall cease on all fronts at noon on the third day after signature. Aircraft shall remain on the ground.

Article II
The forces of Dorval shall withdraw behind the river Ane. The forces of Kesh shall withdraw behind the Tamber hills.

Article III
Prisoners of war shall be released without ransom.

Article IV
The prisoners who are sick shall be released first.

Article V
A mixed commission of ten officers shall settle all disputes about this Convention.

Article VI
This Convention is made in two copies, both being authentic.
""",
        [
            (
                (
                    "Article I\n"
                    "Hostilities shall cease on all fronts at noon on the third day after signature. Aircraft shall "
                    "remain on the ground."
                ),
                (
                    "Article I\n"
                    "Hostilities shall cease on all fronts at noon on the third day after signature.\n\n"
                    "Article II\n"
                    "Aircraft shall remain on the ground."
                ),
            ),
            ("Article II\nThe forces", "Article III\nThe forces"),
            (
                "Article III\nPrisoners of war shall be released without ransom.\n\nArticle IV\nThe prisoners who",
                "Article IV\nPrisoners of war shall be released without ransom. The prisoners who",
            ),
            ("ten officers", "twelve officers"),
            (
                "Article VI\nThis Convention is made in two copies, both being authentic.",
                "Article VI\nThis Convention is made in three copies, in Dorvalian, Keshi and French, all being authentic.",
            ),
        ],
        [
            ("divided", "Aircraft"),
            ("joined", "Prisoners of war"),
            ("changed", "mixed commission"),
            ("changed", "copies"),
        ],
    ),
    drafts(
        "one word each",
        """AGREEMENT ON THE OSTEL PIPELINE

1. The Parties shall maintain the pipeline in good order.

2. Either Party may inspect the pumping stations at any time.

3. Damage shall be made good by the Party on whose territory it occurs.

4. The transit fee is 14 marks for a thousand cubic metres.

5. The Parties shall consult each other before any change of the fee.

6. Disputes shall be referred to arbitration in Lindt.

7. This Agreement may be terminated by either Party on six months' notice.
""",
        [
            ("1. The Parties shall maintain", "1. The Parties should maintain"),
            ("2. Either Party may inspect", "2. Neither Party may inspect"),
            ("14 marks", "41 marks"),
            ("consult each other before", "consult each other after"),
            ("shall be referred to arbitration", "shall not be referred to arbitration"),
        ],
        [
            ("changed", "good order"),
            ("changed", "pumping stations"),
            ("changed", "transit fee"),
            ("changed", "consult each other"),
            ("changed", "arbitration"),
        ],
    ),
    drafts(
        "decimal numbered outline",
        """MEMORANDUM OF UNDERSTANDING ON THE PORT OF HALE

1. DEFINITIONS

1.1 "Port" means the harbour of Hale and its four quays.

1.2 "Operator" means the Hale Port Company.

2. USE OF THE PORT

2.1 Ships of both sides may use the Port on equal terms.

2.2 Warships shall give notice of:

2.2.1 the day of arrival;

2.2.2 the length of stay.

2.3 Fishing boats shall pay no dues.

3. DUES

3.1 The Operator shall publish its dues each January.

3.2 Dues shall not rise by more than 5% a year.

4. DURATION

4.1 This Memorandum applies for ten years.
""",
        [
            ("four quays", "five quays"),
            ("2.2.2 the length of stay.", "2.2.2 the length of stay;\n\n2.2.3 the number of the crew."),
            ("2.3 Fishing boats shall pay no dues.\n\n", ""),
            (
                "3.2 Dues shall not rise by more than 5% a year.",
                "3.2 Dues shall not rise by more than 5% a year.\n\n3.3 Fishing boats shall pay no dues.",
            ),
            (
                '1.2 "Operator" means the Hale Port Company.',
                '1.2 "Dues" means harbour dues, pilotage and storage.\n\n1.3 "Operator" means the Hale Port Company.',
            ),
            ("for ten years", "for five years and may be renewed once"),
        ],
        [
            ("changed", "harbour of Hale"),
            ("added", "number of the crew"),
            ("moved", "Fishing boats"),
            ("added", "harbour dues, pilotage"),
            ("changed", "Memorandum applies"),
        ],
    ),
    drafts(
        "plain statement no numbers",
        """Statement by the foreign ministers

We, the foreign ministers of the five states of the Gulf of Merrow, met today in Castra.

We condemn the seizure of the tanker Alda and call for the immediate release of her crew.
The tanker's owner has told us that all nineteen sailors are in good health.

We support the proposal of the envoy for a conference in September. Invitations will be sent by the end of the month.

We have asked our experts to draft rules for passage through the Narrows.

We thank the government of Castra for its hospitality.
""",
        [
            ("all nineteen sailors", "all eighteen sailors"),
            (
                (
                    "We support the proposal of the envoy for a conference in September. Invitations will be sent "
                    "by the end of the month."
                ),
                (
                    "We support the proposal of the envoy for a conference in September.\n\n"
                    "Invitations will be sent by the end of the month."
                ),
            ),
            (
                "We have asked our experts to draft rules for passage through the Narrows.",
                (
                    "We have instructed our legal experts to prepare binding rules for the passage of ships through "
                    "the Narrows before the conference."
                ),
            ),
            ("We thank", "We shall meet again in October.\n\nWe thank"),
        ],
        [("changed", "tanker Alda"), ("changed", "experts"), ("added", "meet again in October")],
    ),
    drafts(
        "annex and list reordered",
        """PROTOCOL ON THE EXCHANGE OF DETAINEES

Article 1
Each side shall release the persons named in Annex A.

Article 2
1. Release takes place at the Sorn bridge at ten o'clock.
2. The Red Crescent shall be present.
3. Photographers shall stay on the western bank.

Article 3
The sides shall pay for their own transport.

ANNEX A

1. Forty soldiers of the Second Brigade.
2. The crew of the trawler Minna.
3. Eleven teachers from Oprin.
4. Two journalists.

ANNEX B

The route of the convoys is the northern road by way of Tull and Sorn.
""",
        [
            (
                "2. The Red Crescent shall be present.\n3. Photographers shall stay on the western bank.",
                "2. Photographers shall stay on the western bank.\n3. The Red Crescent and the Order of Malta shall be present.",
            ),
            ("at ten o'clock", "at six o'clock"),
            (
                (
                    "1. Forty soldiers of the Second Brigade.\n"
                    "2. The crew of the trawler Minna.\n"
                    "3. Eleven teachers from Oprin.\n"
                    "4. Two journalists."
                ),
                (
                    "1. Forty soldiers of the Second Brigade.\n"
                    "2. Eleven teachers from Oprin.\n"
                    "3. Two journalists.\n"
                    "4. The crew of the trawler Minna.\n"
                    "5. The mayor of Oprin."
                ),
            ),
            ("Article 3\nThe sides shall pay for their own transport.\n\n", ""),
            ("northern road by way of Tull", "southern road by way of Dene"),
        ],
        [
            ("changed", "ten o'clock|six o'clock"),
            ("changed", "Red Crescent"),
            ("moved", "Photographers"),
            ("moved", "trawler Minna"),
            ("added", "mayor of Oprin"),
            ("removed", "own transport"),
            ("changed", "route of the convoys"),
        ],
    ),
    drafts(
        "html bill with definitions",
        """<html><head><title>Border Trade Bill</title></head><body><h1>Border Trade Bill</h1>
<h2>Section 1. Definitions</h2>
<p>(1) In this Act, "trader" means a person licensed under section 3.</p>
<p>(2) "Border market" means a market listed in Schedule 1.</p>
<h2>Section 2. Markets</h2>
<p>(1) A border market is open from sunrise to sunset.</p>
<p>(2) The governor may close a border market where there is danger to health.</p>
<h2>Section 3. Licences</h2>
<p>(1) A licence costs 30 florins.</p>
<p>(2) A licence is valid for one year.</p>
<p>(3) No licence is given to a person under eighteen.</p>
<h2>Schedule 1</h2>
<p>1. Rook Ford</p><p>2. Tallow Bridge</p><p>3. Upper Marn</p>
</body></html>""",
        [
            ("from sunrise to sunset", "from six in the morning to sunset"),
            (
                "<p>(2) The governor may close a border market where there is danger to health.</p>\n",
                (
                    "<p>(2) The governor may close a border market where there is danger to health or public "
                    "order.</p>\n"
                    "<p>(3) Notice of the closing is posted at the gate.</p>\n"
                ),
            ),
            ("30 florins", "30.50 florins"),
            ("<p>(2) A licence is valid for one year.</p>\n<p>(3) No licence", "<p>(2) No licence"),
            ("<p>3. Upper Marn</p>", "<p>3. Upper Marn</p><p>4. Lower Marn</p>"),
        ],
        [
            ("changed", "is open from"),
            ("changed", "danger to health"),
            ("added", "Notice of the closing"),
            ("changed", "licence costs"),
            ("removed", "valid for one year"),
            ("added", "Lower Marn"),
        ],
        "html",
    ),
    drafts(
        "french treaty",
        """TRAITÉ DE COMMERCE ENTRE LA RÉPUBLIQUE DE VARENNE ET LE ROYAUME D'OSK

Article premier

Les marchandises d'origine varennoise entrent en Osk en franchise de droits.

Article 2

1. Les vins paient un droit de douze pour cent.

2. Les draps paient un droit de huit pour cent.

Article 3

Une commission mixte se réunit deux fois par an.

Article 4

Le présent traité est conclu pour une durée de dix ans. Il est renouvelé tacitement.
""",
        [
            ("un droit de douze pour cent", "un droit de neuf pour cent"),
            (
                "Article 3\n\nUne commission mixte se réunit deux fois par an.",
                (
                    "Article 3\n\n"
                    "Les certificats d'origine sont délivrés par les chambres de commerce.\n\n"
                    "Article 4\n\n"
                    "Une commission mixte se réunit deux fois par an."
                ),
            ),
            ("Article 4\n\nLe présent", "Article 5\n\nLe présent"),
            (" Il est renouvelé tacitement.", ""),
        ],
        [("changed", "Les vins"), ("added", "certificats d'origine"), ("changed", "présent traité")],
    ),
)
