"""What the units of treaties, resolutions and statutes are called in the languages that Parley reads."""

from collections.abc import Mapping

from index.model import PartLabel

UNITS: Mapping[PartLabel, tuple[str, ...]] = {
    "annex": (
        "annex", "annexe", "appendix", "schedule", "protocol", "exhibit", "attachment", "addendum",
        "anhang", "anlage", "anexo", "allegato", "додаток", "приложение",
    ),
    "part": (
        "part", "title", "book", "division", "phase", "stage", "basket", "pillar", "track", "teil", "partie", "titre", "titel",
        "частина", "часть", "етап", "этап",
    ),
    "chapter": ("chapter", "kapitel", "chapitre", "capítulo", "розділ", "глава"),
    "section": ("section", "abschnitt", "sección", "раздел", "підрозділ"),
    "article": (
        "article", "artikel", "artículo", "articolo", "artigo", "стаття", "статья", "rule", "regulation", "clause", "principle",
        "amendment", "measure", "step", "commitment", "undertaking", "recommendation", "принцип",
    ),
}  # fmt: skip
"""The words that stand before the number of a unit, by its label, in lower case."""

LABELS: Mapping[str, PartLabel] = {word: label for label, words in UNITS.items() for word in words}

SHORT: Mapping[str, str] = {
    "art": "article",
    "arts": "article",
    "sec": "section",
    "ch": "chapter",
    "ст": "стаття",
}
"""Abbreviations, and what they stand for."""

PREAMBLES = ("preamble", "präambel", "préambule", "preámbulo", "преамбула")
