"""Six agreements of invented parties as they lie on people's disks, and what is asked of them.

A text in lines of 72 characters, Markdown with nested lists, a web page whose points stand in tables, a Word document that
numbers its articles itself, a PDF of a resolution, and a statute in Cyrillic letters.
"""

import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.index.readers.file_samples import pdf

KESTREL = """\
            TREATY OF FRIENDSHIP AND BOUNDARIES
        BETWEEN THE REPUBLIC OF KESTREL AND THE STATE OF ONDRA

The Government of the Republic of Kestrel and the Government of the
State of Ondra,

Desiring to settle the boundary in the Marle valley for all time,

Mindful of the award given at Lysvik on 6 July 1998,

Have agreed as follows:

                              PART ONE
                            THE BOUNDARY

                              ARTICLE I

    The boundary shall follow the middle of the river Marle from the
falls at Tuva to the bridge of Sorn.

                              ARTICLE II

    (1) Boundary stones shall be placed every two kilometres. Each Party
shall pay for the stones of its own bank.

    (2) The stones shall be inspected every five years by a Joint Boundary
Commission, which shall be composed of:

        (a) three surveyors named by Kestrel;

        (b) three surveyors named by Ondra; and

        (c) a chairman named by the Hydrographic Union.

    (3) The chairman shall hold office for four years.

                             ARTICLE III

    Fishermen of both banks may cast their nets across the whole width of
the river between sunrise and sunset.

                              PART TWO
                         TRANSIT AND WATERS

                             ARTICLE IV

    (1) Kestrel grants the citizens of Ondra transit to the port of Halden
over the road through Vesle.

    (2) Transit shall be free of customs duties. A fee of no more than
twelve marks may be taken for the upkeep of the road.

    (3) Transit may be suspended only:

        (i) in time of war;

        (ii) during an epidemic declared by both health ministers.

                              ARTICLE V

    Neither Party shall draw more than thirty cubic metres a second from
the Marle above the falls.

                              PART THREE
                          FINAL PROVISIONS

                             ARTICLE VI

    Any dispute shall be laid before the arbitrator in Lysvik, whose award
is final and binding.

                             ARTICLE VII

    This Treaty shall be ratified and shall enter into force thirty days
after the exchange of instruments at Halden.

    IN WITNESS WHEREOF the plenipotentiaries have signed this Treaty.

    DONE at Tuva this 2nd day of May 2003, in two originals.

                                ANNEX

                       Co-ordinates of the stones

    1. Stone 1 stands at the falls of Tuva.

    2. Stone 48 stands at the western abutment of the bridge of Sorn.
"""

CORRIDOR = """\
---
title: "Framework Agreement on the Pellan Corridor"
publisher: Joint Secretariat
published: 2022-11-08
---

# Framework Agreement on the Pellan Corridor

## Preamble

The Sides, **recalling** the [Declaration of Amsel](https://secretariat.example/amsel), agree to the following.

## Chapter 1 – General provisions

### Article 1 – Purpose

This Agreement opens a corridor for the carriage of fertiliser and grain.

### Article 2 – Definitions

For the purposes of this Agreement:

- *corridor* means the belt four nautical miles wide between Pellan and Oster light;
- *inspector* means a person accredited under Article 5.

## Chapter 2 – Safe passage

### Article 3 – Vessels

1. Vessels shall register with the Coordination Centre 72 hours before they sail.
2. Each vessel shall carry:
   a) a transponder;
   b) a list of its crew;
   c) a certificate of its cargo.
3. No warship shall come within ten nautical miles of a registered vessel.

### Article 4 – Coordination Centre

1. The Centre sits in Brannock.
2. The Centre is led by a director whom both Sides appoint for 120 days.

### Article 5 – Inspection

1. Inspections take place in the roads of Oster.
2. An inspection shall last no longer than three hours.
3. Inspectors may open holds, but not the quarters of the crew.

## Chapter 3 – Duration

### Article 6 – Duration

This Agreement lasts 120 days and is prolonged unless a Side objects.

## Annex A – Ports

1. Pellan
2. Oster
3. Tarn Harbour, for fertiliser alone.

## Annex B – Fees

### Section 1. Dues

Harbour dues shall not exceed 0.4 crowns a tonne.

### Section 2. Exemptions

Ships of the World Grain Fund pay no harbour dues.
"""


def corridor() -> bytes:
    """The framework agreement, Markdown."""
    return CORRIDOR.encode()


def kestrel() -> bytes:
    """The treaty, text in short lines."""
    return KESTREL.encode()


def _article(number: int, title: str, paragraphs: list[str]) -> str:
    return (
        f'<div class="eli-subdivision" id="art_{number}"><p class="oj-ti-art">Article&nbsp;{number}</p>'
        f'<div class="eli-title"><p class="oj-sti-art">{title}</p></div>{"".join(paragraphs)}</div>'
    )


def _paragraph(words: str) -> str:
    return f'<div id="p"><p class="oj-normal">{words}</p></div>'


def _point(letter: str, words: str) -> str:
    return (
        '<table width="100%" border="0" cellspacing="0" cellpadding="0"><col width="4%"><col width="96%"><tbody><tr>'
        f'<td valign="top"><p class="oj-normal">{letter}</p></td><td valign="top"><p class="oj-normal">{words}</p></td>'
        "</tr></tbody></table>"
    )


def accord() -> bytes:
    """A regulation on a web page as official journals print them: points are tables of one row."""
    body = [
        '<p class="oj-doc-ti">REGULATION 2021/77 ON THE SHARED GRID OF THE LOWLAND COMMUNITY</p>',
        '<p class="oj-normal">THE COUNCIL OF THE LOWLAND COMMUNITY,</p>',
        '<p class="oj-normal">Having regard to the Treaty of Maas, and in particular Article 14 thereof,</p>',
        '<p class="oj-normal">Whereas:</p>',
        _point(
            "(1)", "The blackout of 9 January 2020 left four million homes without power for eleven hours."
        ),
        _point("(2)", "A shared reserve lowers the cost of such events for all members."),
        '<p class="oj-normal">HAS ADOPTED THIS REGULATION:</p>',
        '<p class="oj-ti-section-1">CHAPTER I</p><p class="oj-ti-section-2">GENERAL PROVISIONS</p>',
        _article(1, "Subject matter", [_paragraph("This Regulation lays down rules for the shared grid.")]),
        _article(
            2,
            "Reserve",
            [
                _paragraph("1.&nbsp;&nbsp;&nbsp;Each member shall hold a reserve of 8 % of its peak load."),
                _paragraph("2.&nbsp;&nbsp;&nbsp;The reserve may consist of:"),
                _point("(a)", "batteries connected to the high-voltage grid;"),
                _point("(b)", "pumped storage with at least six hours of head;"),
                _point("(c)", "contracts with large consumers."),
                _paragraph("3.&nbsp;&nbsp;&nbsp;Members without a coast may hold half of that reserve."),
            ],
        ),
        '<p class="oj-ti-section-1">CHAPTER II</p><p class="oj-ti-section-2">DISPATCH</p>',
        _article(
            3,
            "Dispatch office",
            [
                _paragraph("1.&nbsp;&nbsp;&nbsp;A dispatch office is hereby set up in Zwolmark."),
                _paragraph("2.&nbsp;&nbsp;&nbsp;The office shall answer a call for power within 90 seconds."),
            ],
        ),
        _article(
            4,
            "Penalties",
            [
                _paragraph("A member that fails to deliver shall pay 3 000 guilders for each megawatt-hour."),
                _paragraph("The office shall publish the penalties each quarter."),
            ],
        ),
        _article(
            5, "Entry into force", [_paragraph("This Regulation shall enter into force on 1 July 2021.")]
        ),
        '<p class="oj-doc-ti">ANNEX I</p><p class="oj-ti-grseq-1">Interconnectors</p>',
        _point("1.", "The cable from Zwolmark to Ijsel carries 700 megawatts."),
        _point("2.", "The line over the Venn carries 1 200 megawatts."),
        '<p class="oj-doc-ti">ANNEX II</p><p class="oj-ti-grseq-1">Reporting form</p>',
        '<p class="oj-normal">Members report by the tenth day of each month.</p>',
    ]
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Regulation 2021/77 on the shared grid</title></head>"
        "<body><header><a href='/'>Official Journal</a><nav><a href='/search'>Search</a></nav></header>"
        f"<div id='document1'><div class='tabContent'>{''.join(body)}</div></div>"
        "<footer><a href='/legal'>Legal notice</a></footer></body></html>"
    ).encode()


def _numbering(document: docx.document.Document) -> None:
    """Give the document a list whose first level reads "Article 1", its second "1." and its third "(a)"."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "900")
    for level, (kind, words) in enumerate(
        [("decimal", "Article %1"), ("decimal", "%2."), ("lowerLetter", "(%3)")]
    ):
        made = OxmlElement("w:lvl")
        made.set(qn("w:ilvl"), str(level))
        for name, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", words)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            made.append(child)
        abstract.append(made)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "900")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "900")
    number.append(link)
    numbering.append(number)


def charter() -> bytes:
    """A ceasefire in Word whose numbers the word processor writes."""
    document = docx.Document()
    document.core_properties.title = "Ceasefire and Disengagement Agreement of Dorn"
    _numbering(document)

    def add(words: str, level: int | None = None, style: str | None = None) -> None:
        paragraph = document.add_paragraph(words, style=style)
        if level is not None:
            properties = paragraph._p.get_or_add_pPr()
            numbered = OxmlElement("w:numPr")
            for name, value in (("w:ilvl", str(level)), ("w:numId", "900")):
                child = OxmlElement(name)
                child.set(qn("w:val"), value)
                numbered.append(child)
            properties.append(numbered)

    add("Ceasefire and Disengagement Agreement of Dorn", style="Title")
    add(
        "The Commander of the Northern Army and the Council of the Uplands, wishing to spare the people further harm, agree:"
    )
    add("Cessation of hostilities", 0, "Heading 2")
    add("All fire ceases at 06:00 on 14 August 2024.", 1)
    add("Drones shall not be flown within thirty kilometres of the line of contact.", 1)
    add("Disengagement", 0, "Heading 2")
    add("Within ten days the following are moved back fifteen kilometres:", 1)
    add("tanks;", 2)
    add("howitzers of more than 100 millimetres;", 2)
    add("rocket launchers.", 2)
    add("Engineers of both sides mark the minefields with red tape.", 1)
    add("Monitoring", 0, "Heading 2")
    add("A mission of 250 monitors is deployed under Colonel Ruta Silins.", 1)
    add("Monitors may pass every checkpoint without prior notice.", 1)
    add("Prisoners", 0, "Heading 2")
    add("All prisoners are exchanged at the mill of Garde by 1 September 2024.", 1)
    add("Annex 1", style="Heading 1")
    add("Checkpoints", style="Heading 2")
    add("The checkpoints at Lutz and Mirow are open from 07:00 to 19:00.")
    add("Annex 2", style="Heading 1")
    add("Radio")
    add("The monitors use channel 16.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


RESOLUTION = [
    [
        "United Assembly                                                         S/RES/1190 (2019)",
        "Resolution 1190 (2019)",
        "Adopted by the Security Chamber at its 802nd meeting, on 12 June 2019",
        "The Security Chamber,",
        "Recalling its resolution 1077 (2016),",
        "Gravely concerned at the closing of the strait of Ormen to shipping since 3 May 2019,",
        "Acting under Chapter VII of the Charter,",
        "1. Demands that the strait of Ormen be opened to merchant ships within 72 hours;",
        "2. Decides that all members shall prevent the sale of sea mines to the parties,",
        "and that they shall report on it within 60 days;",
        "3. Authorizes the Maritime Mission to sweep mines north of the island of Quill;",
    ],
    [
        "S/RES/1190 (2019)                                                                       2",
        "4. Requests the Secretary to appoint a special envoy, who shall:",
        "(a) visit both capitals within a month;",
        "(b) report to the Chamber every 90 days;",
        "5. Freezes the accounts of the persons named in the annex;",
        "6. Decides to remain actively seized of the matter.",
        "Annex",
        "Persons whose accounts are frozen",
        "1. Admiral Teodor Branik, commander of the coastal batteries.",
        "2. Liva Korsak, director of Ormen Shipyards.",
    ],
]


def resolution() -> bytes:
    """A resolution as a PDF of two pages, with a running head."""
    return pdf(RESOLUTION, title="Resolution 1190 (2019)")


STATUTE = """\
ФЕДЕРАЛЬНЫЙ ЗАКОН

О пограничных рынках

Принят Собранием 17 марта 2018 года

Глава I. Общие положения

Статья 1. Основные понятия

В настоящем законе используются следующие понятия:

1) пограничный рынок — торговое место не далее пяти километров от границы;

2) участник рынка — лицо, получившее карточку.

Статья 2. Открытие рынков

1. Рынок открывается решением губернатора.

2. Рынок работает с 8 до 18 часов, кроме воскресенья:

а) летом — с 7 часов;

б) в дни ярмарок — до 22 часов.

Глава II. Участники

Статья 3. Карточка

1. Карточка выдаётся бесплатно на три года.

2. Утраченная карточка заменяется в течение десяти дней.

Статья 4. Пошлины

Товары стоимостью до 500 талеров ввозятся без пошлины.

Глава III. Заключительные положения

Статья 5. Вступление в силу

Настоящий закон вступает в силу с 1 июня 2018 года.

Приложение № 1

Перечень рынков

1. Рынок в селе Верхний Лог.

2. Рынок на станции Каменка.
"""


def statute() -> bytes:
    """A statute in Russian, text."""
    return STATUTE.encode()


FILES = {
    "kestrel.txt": kestrel,
    "corridor.md": corridor,
    "regulation.html": accord,
    "dorn.docx": charter,
    "resolution.pdf": resolution,
    "statute.txt": statute,
}
"""How each file is made, by its name."""

BY_PLACE = [
    ("What does Article I of the Kestrel–Ondra treaty say?", "Article I", "middle of the river Marle"),
    ("Kestrel Ondra treaty, Article 2(2)", "Article II(2)", "inspected every five years"),
    (
        "Who is named in Article II(2)(c) of the Treaty between Kestrel and Ondra?",
        "Article II(2)(c)",
        "Hydrographic Union",
    ),
    ("treaty between Kestrel and Ondra art. 4 para 2", "Article IV(2)", "free of customs duties"),
    ("What does Article 4(3)(ii) of the Kestrel treaty provide?", "Article IV(3)(ii)", "epidemic"),
    ("What does Part Two of the Kestrel–Ondra treaty contain?", "Part Two", "ARTICLE IV"),
    ("third article of the Kestrel treaty", "Article III", "cast their nets"),
    ("paragraph 2 of the annex to the Kestrel–Ondra treaty", "Annex, paragraph 2", "Stone 48"),
    ("the preamble of the treaty between Kestrel and Ondra", "preamble", "Lysvik on 6 July 1998"),
    ("Article VII Kestrel", "Article VII", "exchange of instruments"),
    ("What does Article 3 of the Pellan Corridor agreement say?", "Article 3", "72 hours"),
    ("Pellan Corridor Article 3(2)(b)", "Article 3(2)(b)", "list of its crew"),
    ("Pellan framework agreement, Art 5.2", "Article 5(2)", "three hours"),
    ("Pellan Corridor Annex B section 2", "Annex B, section 2", "World Grain Fund"),
    ("Annex A of the Pellan Corridor agreement", "Annex A", "Tarn Harbour"),
    ("Pellan Corridor annex A point 3", "Annex A, paragraph 3", "fertiliser alone"),
    ("Chapter 2 of the framework agreement on the Pellan Corridor", "Chapter 2", "Coordination Centre"),
    ("What does the preamble to the Pellan Corridor agreement recall?", "preamble", "Declaration of Amsel"),
    ("What does Article 4(2) of the Pellan agreement say about the director?", "Article 4(2)", "120 days"),
    ("Article 2(2)(b) of Regulation 2021/77", "Article 2(2)(b)", "pumped storage"),
    ("What does Article 2(3) of the shared grid regulation say?", "Article 2(3)", "without a coast"),
    ("shared grid regulation, Article 4", "Article 4", "3 000 guilders"),
    (
        "Second paragraph of Article 4 of the shared grid regulation",
        "Article 4, paragraph 2",
        "publish the penalties",
    ),
    ("Article 3 paragraph 2 of the regulation on the shared grid", "Article 3(2)", "90 seconds"),
    ("recital 1 of Regulation 2021/77", "recital 1", "9 January 2020"),
    ("Annex I point 2 of the shared grid regulation", "Annex I, paragraph 2", "over the Venn"),
    ("Annex II to Regulation 2021/77", "Annex II", "tenth day"),
    ("What does Article 1(2) of the Dorn ceasefire say?", "Article 1(2)", "thirty kilometres"),
    ("Dorn agreement Article 2(1)(b)", "Article 2(1)(b)", "howitzers"),
    ("What does Article 3 of the Ceasefire Agreement of Dorn provide?", "Article 3", "250 monitors"),
    ("Annex 2 of the Dorn agreement", "Annex 2", "channel 16"),
    ("Annex I of the Dorn ceasefire", "Annex 1", "Lutz and Mirow"),
    ("What does operative paragraph 3 of resolution 1190 authorize?", "operative paragraph 3", "sweep mines"),
    ("OP2 of Resolution 1190", "operative paragraph 2", "sale of sea mines"),
    ("Resolution 1190, paragraph 4(b)", "operative paragraph 4(b)", "every 90 days"),
    ("What does the preamble of resolution 1190 say?", "preamble", "strait of Ormen"),
    ("annex to resolution 1190", "Annex", "Branik"),
    ("Что говорит статья 3 закона о пограничных рынках?", "Статья 3", "бесплатно"),
    ("статья 2 часть 2 закона о пограничных рынках", "Статья 2(2)", "с 8 до 18"),
    ("пункт «б» части 2 статьи 2 закона о пограничных рынках", "Статья 2(2)(б)", "22 часов"),
    ("приложение 1 к закону о пограничных рынках", "Приложение 1", "Верхний Лог"),
]
"""Questions that name a place, the place, and words that it holds."""

BY_CONTENT = [
    ("How often are the boundary stones inspected?", "Article II(2)", "every five years"),
    (
        "How long does the chairman of the Joint Boundary Commission hold office?",
        "Article II(3)",
        "four years",
    ),
    ("When may fishermen cast their nets?", "Article III", "between sunrise and sunset"),
    ("What fee may be taken for the upkeep of the road through Vesle?", "Article IV(2)", "twelve marks"),
    ("How much water may be drawn from the Marle above the falls?", "Article V", "thirty cubic metres"),
    ("Where does stone 48 stand?", "Annex, paragraph 2", "western abutment"),
    ("When must vessels register with the Coordination Centre?", "Article 3(1)", "72 hours"),
    ("Where does the Coordination Centre sit?", "Article 4(1)", "Brannock"),
    ("How long may an inspection last?", "Article 5(2)", "three hours"),
    ("Who pays no harbour dues?", "Annex B, section 2", "World Grain Fund"),
    ("How large a reserve shall each member hold?", "Article 2(1)", "8 %"),
    ("How quickly must the dispatch office answer a call for power?", "Article 3(2)", "90 seconds"),
    ("What must a member pay that fails to deliver?", "Article 4, paragraph 1", "3 000 guilders"),
    ("When does all fire cease?", "Article 1(1)", "06:00 on 14 August"),
    ("Who commands the monitors at Dorn?", "Article 3(1)", "Ruta Silins"),
    ("Where are the prisoners exchanged?", "Article 4(1)", "mill of Garde"),
    ("How often shall the special envoy report to the Chamber?", "operative paragraph 4(b)", "every 90 days"),
    ("Whose accounts are frozen?", "Annex", "Branik"),
    ("На сколько лет выдаётся карточка?", "Статья 3(1)", "на три года"),
]
"""Questions by content, the place that holds the answer, and words of it."""
