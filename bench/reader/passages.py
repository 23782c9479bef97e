"""Passages, parsed: their sentences and names, and what may stand before them."""

import re
from collections import defaultdict

ACTORS = {"PERSON", "ORG", "GPE", "NORP"}
ALIAS = re.compile(
    r"\b(known as|called|named|also|formerly|nicknamed|short for|abbreviat\w+|i\.e\.)|[()–—/:]", re.I
)
MONTHS = "January February March April May June July August September October November December".split()
CITIES = [
    *"""
    Moscow Kyiv Washington Geneva Brussels Beijing Ankara Cairo Doha Tehran Vienna Paris London
    Berlin Rome Tokyo Seoul Delhi Nairobi Kampala Lagos Brasilia Ottawa Canberra Warsaw Budapest
    Istanbul Riyadh Jerusalem Beirut Baghdad Kabul Islamabad Hanoi Manila Jakarta Pretoria Tbilisi
    Yerevan Baku Minsk
    """.split(),
    "New York",
    "The Hague",
    "United Nations",
    "Addis Ababa",
    "Mexico City",
]

AGENCIES = "Reuters AP AFP TASS Interfax Xinhua UPI DPA Anadolu EFE Kyodo Yonhap ANSA PAP Ukrinform".split()

AUTHORS = (
    "James Mary Robert Anna David Elena John Sarah Ivan Laura Peter Maria Omar Ingrid Samuel Chen".split(),
    "Carter Novak Miller Haddad Petrov Larsen Osei Tanaka Moreau Weber Silva Kaya Byrne Novotny Okafor Lindt".split(),
)


def dateline(rnd):
    city, agency, month, day = (
        rnd.choice(CITIES),
        rnd.choice(AGENCIES),
        rnd.choice(MONTHS),
        rnd.randint(1, 28),
    )
    author = f"{rnd.choice(AUTHORS[0])} {rnd.choice(AUTHORS[1])}"
    return rnd.choice(
        [
            f"{city.upper()}, {month} {day}. /{agency}/. ",
            f"{city.upper()}, {month} {day} ({agency}) - ",
            f"{city.upper()} ({agency}) — ",
            f"{city}, {day} {month}, {agency}. ",
            f"By {author}, {agency}\n{city.upper()} — ",
            f"{author}\n{month} {day}, {rnd.randint(2009, 2026)}\n",
            f"{agency} | {month} {day}, {rnd.randint(2009, 2026)} | ",
            f"{month} {day}, {rnd.randint(2009, 2026)}, {rnd.randint(1, 12)}:{rnd.randint(10, 59)} {rnd.choice('AP')}.M. EST\n",
            f"{city.upper()}, {month} {day} /{agency}/ ",
            f"{month[:3].upper()} {day}, {rnd.randint(2009, 2026)} - {agency} - {city}. ",
        ]
    )


def holds(text, name):
    return re.search(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text) is not None


class Passage:
    """A parsed passage: its sentences and its names, grouped by kind."""

    def __init__(self, doc):
        self.doc, self.text = doc, doc.text
        self.sentences = [(s.start_char, s.end_char) for s in doc.sents]
        self.names = defaultdict(list)
        for e in doc.ents:
            name = re.sub(r"^(the|a|an) |['’]s$", "", e.text).strip()
            if len(name) > 1 and "\n" not in name:
                self.names[e.label_].append((name, e.start_char))

    def sentence(self, at):
        return next((i for i, (a, b) in enumerate(self.sentences) if a <= at < b), 0)

    def label(self, a, b):
        return next((e.label_ for e in self.doc.ents if e.start_char < b and e.end_char > a), None)


def overlap(a, b):
    return bool(set(re.findall(r"\w+", a.lower())) & set(re.findall(r"\w+", b.lower())))


def quiet(passage, name, example):
    """True when the sentences that hold ``name`` give nothing else that could be an answer of the same kind."""
    a, b = example["sp"][0]
    kind, answer = passage.label(a, b), example["c"][a:b]
    at = {passage.sentence(m.start()) for m in re.finditer(re.escape(name), passage.text)}
    if kind is None:
        return at <= {passage.sentence(a)}
    for e in passage.doc.ents:
        if (
            e.label_ == kind
            and passage.sentence(e.start_char) in at
            and not overlap(e.text, answer)
            and e.text != name
            and not holds(example["q"], e.text)
        ):
            return False
    return True


def joined(passage, one, other):
    """True when the passage puts the two names side by side (a list, an alias, a place within a place)."""
    for x, y in ((one, other), (other, one)):
        for m in re.finditer(re.escape(x) + r"(.{1,40}?)" + re.escape(y), passage.text):
            gap = m.group(1)
            if (
                re.fullmatch(r"[\s,;&]*(and|or|,|of|in|the|as well as)?[\s,]*(the )?", gap)
                or ALIAS.search(gap)
                or re.fullmatch(r"(, [\w .]+)*,? (and|or) (the )?", gap)
            ):
                return True
    return False
