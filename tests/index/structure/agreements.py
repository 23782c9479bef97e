"""Agreements of invented parties, as texts and as files of each format."""

import io
from html import escape

import docx as writer

from tests.index.readers.file_samples import pdf

HARROW = """AGREEMENT BETWEEN THE REPUBLIC OF VELMAR AND THE KINGDOM OF ESTRA ON THE HARROW STRAIT

PREAMBLE

The Parties,

Recalling the armistice of 9 May 2021,

Wishing to keep the strait open to the ships of all nations,

Have agreed as follows:

Article 1
Definitions

In this Agreement:

(a) "strait" means the waters between Cape Harrow and the island of Lunn;

(b) "pilot" means a person licensed by the Harbour Council.

Article 2
Passage

1. Ships of all nations shall enjoy free passage in time of peace.

2. Warships shall give notice eight days before they enter the strait. The notice shall name:

(a) the port of departure;

(b) the displacement of each ship.

3. Submarines shall pass on the surface.

Article 3
Harbour Council

1. A Harbour Council of eight members is hereby established.

2. The Council shall sit in the town of Lunnport and shall meet every quarter.

3. The Council shall decide by a majority of six votes.

Article 4
Pilots

No ship above 5,000 tonnes shall enter the strait without a pilot.

The fee for a pilot shall not exceed 900 crowns.

Article 5
Disputes

1. Disputes shall be settled by negotiation within 90 days.

2. A dispute that is not settled shall be referred to the Court of Sea Claims in accordance with Annex II.

Article 6
Entry into force

This Agreement shall enter into force on 1 January 2023.

Done at Lunnport on 3 October 2022 in two copies.

ANNEX I
Lights and buoys

1. Estra shall keep the light on Cape Harrow.

2. Velmar shall keep forty buoys.

ANNEX II
Claims

Section A. Filing

1. A claim shall be filed in writing within six months.

Section B. Costs

1. Each side shall bear its own costs.

2. The costs of experts shall be shared equally.
"""

ORLANE = """Treaty of Orlane

The High Contracting Parties, desirous of an end to the war over the Tamsin uplands, have resolved as follows.

CHAPTER I
PEACE

ARTICLE I

There shall be perpetual peace between Dorvany and Halmark.

ARTICLE II. The armies of Dorvany shall leave the uplands before 30 April 2020.

CHAPTER II
PAYMENTS

ARTICLE III - Reparations

3.1 Halmark shall pay 40 million florins to Dorvany.

3.2 The payment shall be made in ten yearly parts.

ARTICLE IV

Prisoners shall be sent home within twenty days.

ARTICLE V

The waters of the Tamsin shall be shared half and half, as Article III of the Convention of 1988 provides.
"""

PLAN = """Ten steps toward a settlement in the Miro delta

1. Fighting stops at midnight on 4 June 2024.

2. Both sides withdraw their guns twenty kilometres.

3. A line of observers is set up.

4. Detained fishermen go free.

5. The Miro bridge opens to lorries.

6. Refugees may return to Askerd.

7. Grain leaves by the eastern canal.

8. A joint radio channel is set up.

9. Mines are cleared from the delta by engineers of both armies.

10. Elections are held in Askerd within a year.
"""

RESOLUTION = """Resolution 77 on the situation in Sarne

The General Assembly,

Recalling its resolution 61 of 2 March 2019,

Noting with concern the shortage of water in Sarne,

1. Calls upon all parties to let water convoys through;

2. Requests the Secretary-General to name an envoy for Sarne;

3. Decides to send forty observers to the Sarne dam;

4. Decides to remain seized of the matter.
"""

LAW = """Закон про прикордонну зону

Преамбула

Цей закон визначає порядок у зоні.

Розділ I. Загальні положення

Стаття 1. Терміни

1. Зона охоплює дванадцять кілометрів від річки.

2. Режим зони встановлює рада.

Стаття 2. В'їзд

1. В'їзд дозволено за посвідкою.

2. Посвідку видає комендант упродовж трьох днів.
"""

AGREEMENTS = {
    "Harrow Strait Agreement": HARROW,
    "Treaty of Orlane": ORLANE,
    "Miro delta plan": PLAN,
    "Resolution 77": RESOLUTION,
    "Закон про прикордонну зону": LAW,
}
"""The texts, by their titles."""


def blocks(text: str) -> list[str]:
    """Return the paragraphs of a text, its single line breaks kept."""
    return [block for block in text.strip().split("\n\n") if block.strip()]


def as_markdown(title: str, text: str) -> bytes:
    """A Markdown file with front matter whose heads are headings."""
    written = ["## " + block.replace("\n", "\n\n### ") if is_head(block) else block for block in blocks(text)]
    return (f'---\ntitle: "{title}"\n---\n\n' + "\n\n".join(written) + "\n").encode()


def as_page(title: str, text: str) -> bytes:
    """A web page whose heads are headings."""
    written = [
        f"<h2>{escape(block).replace(chr(10), '<br>')}</h2>" if is_head(block) else f"<p>{escape(block)}</p>"
        for block in blocks(text)
    ]
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{''.join(written)}</article></body></html>"
    ).encode()


def as_word(title: str, text: str) -> bytes:
    """A .docx file whose heads are headings."""
    document = writer.Document()
    document.core_properties.title = title
    for block in blocks(text):
        if is_head(block):
            for line in block.split("\n"):
                document.add_heading(line, level=2)
        else:
            document.add_paragraph(block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(title: str, text: str) -> bytes:
    """A PDF of lines without empty ones between paragraphs, as word processors print them."""
    lines = [line for block in blocks(text) for line in block.split("\n")]
    return pdf([lines[start : start + 50] for start in range(0, len(lines), 50)], title=title)


def is_head(block: str) -> bool:
    """Tell whether a paragraph is the head of an article, an annex or a chapter."""
    return block[-1] not in ".;:," and not block[0].isdigit() and len(block) < 60
