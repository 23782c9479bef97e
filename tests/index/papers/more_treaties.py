"""Two more agreements of invented parties, in forms that the first six leave out, each as text, Word, a web page and a PDF.

One has chapters in Roman numbers, sections as "Section 2.3(a)", and annexes with appendices; the other is a resolution with a
package of numbered points annexed to it.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from html import escape

import docx

from tests.index.readers.file_samples import pdf

FACILITY = """\
FACILITY AGREEMENT ON THE HARBOUR OF LYSVIK

between the Port Authority of Lysvik and the Free City of Arn

CHAPTER I
DEFINITIONS

Section 1.1 Terms

In this Agreement "Basin" means the water between the two moles, and "Season" means the months from May to September.

Section 1.2 Days

A day on which banks in Arn are closed is not counted.

CHAPTER II
THE FACILITY

Section 2.1 Grant

The Authority grants the City the use of berths 4 to 9 for thirty years.

Section 2.2 Rent

(a) The City shall pay a rent of 1.4 million crowns for each Season.

(b) The rent rises by two per cent every third Season.

Section 2.3 Works

(a) The City shall dredge the Basin to a depth of eleven metres before the first Season.

(b) The Authority shall repair the north mole at its own cost.

(c) Disputes about the works are decided by an engineer named by the Seamen's Guild.

CHAPTER III
FINAL PROVISIONS

Section 3.1 Termination

Either party may end this Agreement with notice of eighteen months.

Section 3.2 Language

The Arnish text prevails.

ANNEX A
TARIFFS

1. A vessel of less than 500 tonnes pays 80 crowns a day.

2. A vessel of 500 tonnes or more pays 210 crowns a day.

Appendix 1 to Annex A
REDUCTIONS

1. Fishing boats of Lysvik pay half.

2. Hospital ships pay nothing.

ANNEX B
SAFETY

1. No fuel is taken on between dusk and dawn.

2. A fire boat is manned at all hours.
"""

RESOLUTION = """\
Resolution 3107 (2024)

Adopted by the Assembly of Straits at its 612th meeting, on 9 October 2024

The Assembly of Straits,

Recalling its resolution 3090 (2023),

Deeply concerned at the mining of the Tuva narrows,

Welcoming the package agreed at Orsa on 1 October 2024,

1. Endorses the Orsa Package, which is annexed to this resolution;

2. Calls upon all parties to stop laying mines at once;

3. Decides to send forty observers to the Tuva narrows for nine months;

4. Requests the Secretary to report every sixty days;

5. Decides to remain seized of the matter.

Annex
Orsa Package

Point 1. All fire ceases at 06:00 on 12 October 2024.

Point 2. The island of Holm is handed to the observers within ten days.

Point 3. Mines in the narrows are charted by both navies.

Point 4. Ferries sail again from 1 November 2024.

Point 5. Fishermen may return to the eastern banks.

Point 6. Each side frees the crews that it holds.

Point 7. No warship of more than 900 tonnes enters the narrows.

Point 8. The lighthouse of Skar is kept by a joint crew.

Point 9. Claims for sunk ships go to a tribunal of five.

Point 10. The tribunal sits at Orsa.

Point 11. Insurance of cargo is backed by a fund of 60 million crowns.

Point 12. The fund is paid by the donors of the Lysvik meeting.

Point 13. Radio traffic stays open on channel 16.

Point 14. Drones are not flown below 3,000 metres.

Point 15. The observers have access to every port.

Point 16. A hotline joins the two admirals.

Point 17. Maps of the mines are destroyed after the clearing.

Point 18. Schools on Holm open within a month.

Point 19. The parties meet again in Orsa in March 2025.

Point 20. The package ends when a treaty is signed.
"""


def as_word(text: str) -> Callable[[], bytes]:
    def make() -> bytes:
        document = docx.Document()
        for paragraph in text.strip().split("\n\n"):
            for line in paragraph.split("\n"):
                document.add_paragraph(line)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make


def as_page(text: str) -> Callable[[], bytes]:
    def make() -> bytes:
        title, *paragraphs = text.strip().split("\n\n")
        body = "".join(f"<p>{escape(one).replace(chr(10), '<br>')}</p>" for one in paragraphs)
        head = f"<title>{escape(title)}</title>"
        return f"<html><head>{head}</head><body><article><h1>{escape(title)}</h1>{body}</article></body></html>".encode()

    return make


def as_pdf(text: str) -> Callable[[], bytes]:
    def make() -> bytes:
        lines: list[str] = []
        for paragraph in text.strip().split("\n\n"):
            for line in paragraph.split("\n"):
                words = ""
                for word in line.split():
                    if len(words) + len(word) > 76:
                        lines.append(words)
                        words = word
                    else:
                        words = f"{words} {word}".strip()
                lines.append(words)
        return pdf([lines[start : start + 45] for start in range(0, len(lines), 45)])

    return make


FORMS: Mapping[str, Callable[[str], Callable[[], bytes]]] = {
    "txt": lambda text: text.encode,
    "docx": as_word,
    "html": as_page,
    "pdf": as_pdf,
}
"""By the ending of a file, what makes its bytes."""

FACILITY_BY_PLACE: Sequence[tuple[str, str, str]] = [
    ("What does Section 2.3(a) say?", "Section 2.3(a)", "depth of eleven metres"),
    ("What does Section 2.3(c) say?", "Section 2.3(c)", "an engineer"),
    ("section 2.2(b)", "Section 2.2(b)", "two per cent"),
    ("What is in section 2.1?", "Section 2.1", "berths 4 to 9"),
    ("What does Section 3.1 of the facility agreement provide?", "Section 3.1", "eighteen months"),
    ("sec. 1.2", "Section 1.2", "banks in Arn"),
    ("What does Chapter III say?", "Chapter III", "Arnish text prevails"),
    ("What does Annex B say?", "Annex B", "No fuel"),
    ("Annex A, paragraph 2", "Annex A, paragraph 2", "210 crowns"),
    ("What does Appendix 1 to Annex A say?", "Annex A, appendix 1", "Fishing boats"),
]
FACILITY_BY_CONTENT: Sequence[tuple[str, str, str]] = [
    ("How much rent does the City pay for each Season?", "Section 2.2(a)", "1.4 million crowns"),
    ("To what depth shall the City dredge the Basin?", "Section 2.3(a)", "eleven metres"),
    ("Who decides disputes about the works?", "Section 2.3(c)", "an engineer"),
    ("Which berths does the Authority grant to the City?", "Section 2.1", "berths 4 to 9"),
    ("With what notice may either party end the Agreement?", "Section 3.1", "eighteen months"),
    ("Which text prevails?", "Section 3.2", "Arnish text"),
    ("What do hospital ships pay?", "Annex A, appendix 1", "nothing"),
    ("How much does a vessel of less than 500 tonnes pay a day?", "Annex A, paragraph 1", "80 crowns"),
    ("When is no fuel taken on?", "Annex B, paragraph 1", "between dusk and dawn"),
    ("Who repairs the north mole?", "Section 2.3(b)", "The Authority"),
]
RESOLUTION_BY_PLACE: Sequence[tuple[str, str, str]] = [
    ("What does operative paragraph 3 say?", "operative paragraph 3", "forty observers"),
    ("What does point 7 of the Orsa Package say?", "Annex, point 7", "900 tonnes"),
    ("What does point 14 say?", "Annex, point 14", "Drones"),
    ("point 20", "Annex, point 20", "treaty is signed"),
    ("What is point 1 of the package?", "Annex, point 1", "06:00 on 12 October 2024"),
    ("OP4", "operative paragraph 4", "sixty days"),
    ("What does the preamble say?", "preamble", "Recalling"),
    ("What does point ten say?", "Annex, point 10", "sits at Orsa"),
    ("What do points 11 and 12 of the package say?", "Annex, point 1", "60 million crowns"),
    ("What does paragraph 2 of resolution 3107 say?", "operative paragraph 2", "laying mines"),
]
RESOLUTION_BY_CONTENT: Sequence[tuple[str, str, str]] = [
    ("How many observers are sent to the Tuva narrows?", "operative paragraph 3", "forty observers"),
    ("How often does the Secretary report?", "operative paragraph 4", "sixty days"),
    ("When does all fire cease?", "Annex, point 1", "12 October 2024"),
    ("From when do ferries sail again?", "Annex, point 4", "1 November 2024"),
    ("Where does the tribunal sit?", "Annex, point 10", "Orsa"),
    ("How large is the fund for the insurance of cargo?", "Annex, point 11", "60 million crowns"),
    ("On which channel does radio traffic stay open?", "Annex, point 13", "channel 16"),
    ("Who charts the mines in the narrows?", "Annex, point 3", "both navies"),
    ("Below what height are drones not flown?", "Annex, point 14", "3,000 metres"),
    ("Who keeps the lighthouse of Skar?", "Annex, point 8", "joint crew"),
]
