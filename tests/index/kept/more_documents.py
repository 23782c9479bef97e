"""Made articles with what the question sets' documents have little of: reprints, transcripts, people of one name, denials."""

from datetime import date

from index import Document

WIRE = """The coast guards of Norland and Sudria agreed on Friday, 26 April 2024, to patrol the Anda estuary together.
"Not one boat will go out alone," harbour chief Pavel Orsic said on Friday. The patrols begin on 6 May 2024 and last
until the end of June.

Orsic said that the crews had trained since February. A spokeswoman for the Norland ministry denied that the guns
would stay on board.

If the truce collapses, the patrols will end at once, she warned."""

BRIEFING = """MS. LIND: Good afternoon. The minister met the envoys of Sudria in Port Amity on Tuesday, and the talks
went on for nine hours.

QUESTION: Will the gunboats leave the estuary?

MS. LIND: They will leave by 1 June. We have said so since March, and nothing that happened yesterday changes it.

QUESTION: Did the minister ask for a share of the herring?

MS. LIND: No. He did not ask for it, and he will not.

MR. TAMM: Let me add that the joint board sits twice a year. It met in January and it will meet again in September 2024.

QUESTION: Thank you.

MS. LIND: Thank you, everyone."""

LETTERS = """Ilse Zelenskyy, president of Sudria, wrote on 2 May 2024 that "herring is no reason for a war between neighbours".

"We will talk about herring, and about nothing else," Zelensky said in Lomar on 3 May 2024. Asked about the guns, she
declined to comment.

Anton Lind, who chairs the fishermen's union, called her plan "a net full of holes". Mara Lind, the spokeswoman,
rejected that. "It holds," Mara Lind said, "and it will hold in the autumn."

According to Anton Lind, two thirds of the crews are against it. The union reportedly voted on Sunday. He would
consider a second vote, Lind added, if the minister came to the harbour."""

CHRONICLE = """The war over the estuary began in 1961 and ended with the truce of 4 March 1962.

From 12 to 19 July 1974 the two navies fought off Cape Sella. In the spring of 1975 a first commission was set up; it
met every year until 1983.

On 9 September 1991, five days after the harbour had burned, the prime ministers signed the Lomar Treaty. It came into
force on 1 January 1992. The treaty was due to be renewed in December 2011, but the signing was called off.

In the late 1990s the catch fell by half. Since 2003 the commission has not met. Talks planned for 14 February 2005
did not take place.

The accord of 2 May 2024 may change that. It could be signed again by the parliaments before the end of the year."""

RESOLUTION = """The Assembly of the Strait,

Recalling its resolution of 11 November 2022 on the safety of ferries,

Noting with concern that three ferries sank between March and May 2023,

1. Calls upon all parties to keep the strait open;

2. Demands that the wrecks be raised by 30 September 2023;

3. Decides to meet again within ninety days."""

REBUTTAL = """Norland did not recall its ambassador from Sudria, the foreign ministry said on Wednesday. Sudria
recalled its own ambassador from Norland on Monday.

The ministry refused to confirm that 14 sailors had been held. Sudria says it holds 9 of them. "Nobody was hurt,"
General Oskar Brandt told the Estuary Times.

The ambassador, Vera Holm, aged 61, left Port Amity by train at 10:30 a.m. on Monday. She had served there for eleven
years because no successor had been named.

Lieutenant General Oskar Brandt is the commander of the coast guard. Oskar Brandt is not related to foreign minister
Ilse Brandt."""

TABLE = """The joint board published the catch of each harbour.

Harbour | Country | Boats | Catch in tonnes
Port Amity | Norland | 214 | 18,400
Lomar | Sudria | 96 | 7,250
Cape Sella | Sudria | 41 | 2,900

The catch of 2023 was the smallest since 1996."""


def _document(
    key: str, title: str, text: str, published: date | None, publisher: str | None = None
) -> Document:
    return Document(key, title, text, published=published, publisher=publisher)


MORE_DOCUMENTS = (
    Document("secret", "Of a server", "The herring talks in Lomar failed on 2 May 2024.", collection="server:1"),
    _document("wire-1", "Guards agree on joint patrols", WIRE, date(2024, 4, 27), "The Delta Courier"),
    _document("wire-2", "Joint patrols in the estuary", WIRE, date(2024, 4, 28), "Estuary Times"),
    _document("wire-3", "Patrols from May", f"Fog closed the port.\n\n{WIRE}", date(2024, 4, 28), "Lomar Herald"),
    _document("briefing", "Press briefing by spokeswoman Mara Lind", BRIEFING, date(2024, 5, 8), "Ministry of Norland"),
    _document("letters", "A quarrel about herring", LETTERS, date(2024, 5, 6), "Lomar Herald"),
    _document("chronicle", "Sixty years of the estuary", CHRONICLE, date(2024, 5, 7), "Estuary Times"),
    _document("resolution", "Resolution on the safety of ferries", RESOLUTION, date(2023, 6, 20)),
    _document("rebuttal", "No recall, says Norland", REBUTTAL, date(2024, 5, 1), "The Delta Courier"),
    _document("catch", "The catch of the year", TABLE, date(2024, 1, 15), "Estuary Times"),
    _document("undated", "From the archive", "The ferry pact was signed in Lomar long ago. The herring came later.", None),
)  # fmt: skip
