"""Six files with tables of invented exchanges, losses, payments and votes, in each format, as people draw them."""

import io

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

EXCHANGES = """<!DOCTYPE html><html lang="en">
<head><meta charset="utf-8"><title>Prisoner exchanges of the Tarvo war</title></head>
<body><article><h1>Prisoner exchanges of the Tarvo war</h1>
<p>Both states have confirmed the exchanges in this list. The Red Crescent of Ostvale accompanied each of them.</p>
<table class="wikitable sortable"><caption>Exchanges by date</caption>
<thead><tr><th rowspan="2">Date</th><th rowspan="2">Place</th><th colspan="2">Released by</th><th rowspan="2">Mediator</th></tr>
<tr><th>Ostvale</th><th>Kirrin</th></tr></thead>
<tbody><tr><td rowspan="2">12 April 2023<sup>[1]</sup></td>
<td>Tarvo bridge</td><td>41</td><td>38</td><td rowspan="2">Lunnland</td></tr>
<tr><td>Port of Esk</td><td>7</td><td>9</td></tr>
<tr><td>3 September 2023</td><td>Tarvo bridge</td><td>97</td><td>112</td><td>Republic of Sarn</td></tr>
<tr><td>24 December 2023</td><td>Wolm airfield</td><td>203</td><td>—</td><td>Republic of Sarn</td></tr></tbody></table>
<p>Talks about a further exchange broke down in February 2024.</p></article></body></html>"""

LEVY = """<!DOCTYPE html><html lang="en">
<head><meta charset="utf-8"><title>Contributions to the Lowland reconstruction fund</title></head>
<body><main><h1>Contributions to the Lowland reconstruction fund</h1>
<p>The fund was set up at the conference of Zwolmark and is kept by the Bank of Ijsel.</p>
<table><tr><td><b>Donor</b></td><td><b>Pledged (million guilders)</b></td>
<td><b>Paid (million guilders)</b></td><td><b>Last payment</b></td></tr>
<tr><td>Maasland</td><td>420</td><td>390</td><td>2 May 2022</td></tr>
<tr><td>Vennmark</td><td>150</td><td>150</td><td>18 January 2022</td></tr>
<tr><td>Republic of Oude</td><td>75</td><td>12</td><td>30 June 2021</td></tr>
<tr><td>Hanse cities</td><td>60</td><td>0</td><td></td></tr></table>
<p>The Republic of Oude has asked for more time.</p></main></body></html>"""

VOTES = """\
---
title: Votes of the Assembly on the Dorn accord
published: 2024-10-02
---

# Votes of the Assembly on the Dorn accord

The Assembly of Garde voted on each chapter by itself.

| Chapter | Date | For | Against | Abstained |
|:--------|:----:|----:|--------:|----------:|
| Ceasefire | 1 October 2024 | 131 | 20 | 4 |
| Amnesty | 1 October 2024 | 78 | 74 | 3 |
| **Land reform** | 2 October 2024 | 66 | 85 | 4 |

The chapter on land reform goes back to the committee.

Party | Seats | Leader
--- | --- | ---
Upland Union | 62 | Ruta Silins
Harvest League | 51 | Jonas Weld
Free Garde | 42 | Mira \\| Tolk
"""


def _merged_word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Losses in the battle of Selm"
    document.add_paragraph("The figures were gathered by the Commission on the Missing.")
    grid = document.add_table(rows=5, cols=4)
    heads = [("Unit", "Killed", "", "Commander"), ("", "Officers", "Men", "")]
    rows = [
        ("4th Marine Brigade", "12", "140", "Colonel Arne Falk"),
        ("9th Rifle Regiment", "3", "58", "Major Ines Holt"),
        ("Coastal Guard", "0", "17", "Captain Per Lind"),
    ]
    for number, row in enumerate([*heads, *rows]):
        for cell, words in zip(grid.rows[number].cells, row, strict=True):
            cell.text = words
    for above, below, shown in (
        ((0, 0), (1, 0), "Unit"),
        ((0, 1), (0, 2), "Killed"),
        ((0, 3), (1, 3), "Commander"),
    ):
        merged = grid.cell(*above).merge(grid.cell(*below))
        merged.text = shown
    document.add_paragraph("The Commission works until the last of the missing is found.")
    prices = document.add_table(rows=4, cols=3)
    for row, named in zip(
        prices.rows,
        [
            ("Port", "Berths", "Depth"),
            ("Pellan", "14", "11 metres"),
            ("Oster", "6", "9 metres"),
            ("Tarn Harbour", "3", "7 metres"),
        ],
        strict=True,
    ):
        for cell, word in zip(row.cells, named, strict=True):
            cell.text = word
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _drawn(title: str, placed: list[tuple[float, float, str, str]]) -> bytes:
    """A page with words at points from the left and the bottom, each in one of two fonts."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    fonts = {}
    for name, base in (("F1", "Helvetica"), ("F2", "Helvetica-Bold")):
        fonts[NameObject(f"/{name}")] = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject(f"/{base}"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject(fonts)})
    escaped = ((x, y, font, words.replace("(", "\\(").replace(")", "\\)")) for x, y, font, words in placed)
    drawn = " ".join(f"BT /{font} 10 Tf {x} {y} Td ({words}) Tj ET" for x, y, font, words in escaped)
    stream = DecodedStreamObject()
    stream.set_data(drawn.encode("cp1252"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": title})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def grid_of(
    rows: list[tuple[str, ...]], lefts: list[int], top: int, bold: bool = True
) -> list[tuple[float, float, str, str]]:
    """The words of a table's cells where they stand on a page, its first row in bold."""
    return [
        (left, top - 16 * number, "F2" if bold and not number else "F1", words)
        for number, row in enumerate(rows)
        for left, words in zip(lefts, row, strict=True)
        if words
    ]


def _convoys() -> bytes:
    return _drawn(
        "Convoys to Harnau",
        [
            (60, 790, "F2", "Convoys to Harnau"),
            (
                60,
                765,
                "F1",
                "The relief office of the Lakes counts every lorry that passes the bridge of Harnau.",
            ),
            *grid_of(
                [
                    ("Date", "Lorries", "Cargo", "Escort"),
                    ("2 June 2024", "31", "flour and oil", "Lake Guard"),
                    ("9 June 2024", "18", "medicine", "Blue Shield"),
                    ("16 June 2024", "44", "seed and diesel", "Lake Guard"),
                ],
                [60, 180, 280, 430],
                735,
            ),
            (60, 650, "F1", "No lorry was turned back in June, and drivers waited two hours on the average."),
        ],
    )


def _fees() -> bytes:
    return _drawn(
        "Tariff schedule of Brunn",
        [
            (60, 790, "F1", "The schedule applies to goods that enter Brunn from Aland from January on."),
            *grid_of(
                [
                    ("Good", "Old rate", "New rate"),
                    ("Copper", "9 %", "4 %"),
                    ("Salted fish", "12 %", "12 %"),
                    ("Turbines", "5 %", "free"),
                ],
                [60, 260, 400],
                750,
                bold=False,
            ),
            (60, 660, "F1", "Rates for other goods are set by the customs office in Brunn each spring."),
        ],
    )


FILES = {
    "exchanges.html": EXCHANGES.encode,
    "fund.html": LEVY.encode,
    "votes.md": VOTES.encode,
    "losses.docx": _merged_word,
    "convoys.pdf": _convoys,
    "tariff.pdf": _fees,
}
"""How each file is made, by its name."""

ROWS = [
    (
        "How many prisoners did Ostvale release in September 2023?",
        "table 1, row 3",
        "Released by Ostvale: 97",
    ),
    ("How many prisoners did Kirrin release at the port of Esk?", "table 1, row 2", "Released by Kirrin: 9"),
    ("Who mediated the exchange at the Wolm airfield?", "table 1, row 4", "Mediator: Republic of Sarn"),
    ("When were prisoners exchanged at the port of Esk?", "table 1, row 2", "Date: 12 April 2023"),
    ("Where were prisoners exchanged on 24 December 2023?", "table 1, row 4", "Place: Wolm airfield"),
    (
        "How much has the Republic of Oude paid to the reconstruction fund?",
        "table 1, row 3",
        "Paid (million guilders): 12",
    ),
    ("How much did Maasland pledge?", "table 1, row 1", "Pledged (million guilders): 420"),
    ("When was the last payment of Vennmark?", "table 1, row 2", "Last payment: 18 January 2022"),
    ("How much have the Hanse cities paid to the fund?", "table 1, row 4", "Paid (million guilders): 0"),
    ("How many voted for the chapter on amnesty?", "table 1, row 2", "For: 78"),
    ("How many voted against the land reform?", "table 1, row 3", "Against: 85"),
    ("When did the Assembly vote on the ceasefire chapter?", "table 1, row 1", "Date: 1 October 2024"),
    ("How many seats has the Harvest League?", "table 2, row 2", "Seats: 51"),
    ("Who leads the Upland Union?", "table 2, row 1", "Leader: Ruta Silins"),
    ("Who commanded the 9th Rifle Regiment?", "table 1, row 2", "Commander: Major Ines Holt"),
    ("How many officers of the 4th Marine Brigade were killed?", "table 1, row 1", "Killed Officers: 12"),
    ("How many men of the Coastal Guard were killed?", "table 1, row 3", "Killed Men: 17"),
    ("How many berths has the port of Oster?", "table 2, row 2", "Berths: 6"),
    ("How deep is Tarn Harbour?", "table 2, row 3", "Depth: 7 metres"),
    ("How many lorries went to Harnau on 9 June 2024?", "table 1, row 2", "Lorries: 18"),
    ("Who escorted the convoy with seed and diesel?", "table 1, row 3", "Escort: Lake Guard"),
    ("What was the cargo of the convoy of 2 June 2024?", "table 1, row 1", "Cargo: flour and oil"),
    ("What is the new rate for copper?", "table 1, row 1", "New rate: 4 %"),
    ("What was the old rate for salted fish?", "table 1, row 2", "Old rate: 12 %"),
]
"""A question for a row, the row, and its cell with its head."""
