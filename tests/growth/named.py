"""What is given to the public functions over text whose hints do not tell it: readers of files, and what is built first."""

import gzip
import importlib
import json
import re
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time
from html import escape
from typing import Any

from lxml import html

from bot.app.quotas import Quota
from bot.on_discord.cards.source import list_card
from bot.on_discord.cards.timeline import picture_card
from index.adding.counting_days import CountingDays
from index.comparing.comparison import compare as compare_documents
from index.language.abbreviations import other_forms
from index.language.asking import AnswerKind, plain_question
from index.language.dates import find_time_expressions
from index.language.dates.expressions import find_expressions
from index.language.dates.rules.grammar import tokenise
from index.language.dates.tense import ends_a_span, tense_of
from index.language.english.asking.answer_kinds import find_answer_kind
from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.asking.follow_ups import follow_up
from index.language.english.asking.several import in_other_words, shows, whose_demands
from index.language.english.events.in_person import is_only_of_those_who_talk, tells_nothing_new
from index.language.english.events.narrowing import narrowed
from index.language.english.events.planning import is_goal, is_planned
from index.language.english.events.talk import is_intention, is_talk
from index.language.english.events.unrealised import unrealised
from index.language.english.grammar.clauses import Clauses
from index.language.english.grammar.converse import called, parties, two_ended
from index.language.english.grammar.noun_phrases import NounPhrase, compare
from index.language.english.grammar.parties import apart
from index.language.english.grammar.roles import deeds
from index.language.english.grammar.tenses import tells_the_past_alone
from index.language.english.grammar.words import read_words
from index.language.english.people.cast import Cast
from index.language.english.people.governments import government_of, land_of
from index.language.english.people.names import names_of_clause, placed_names
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.turn_labels import is_askers_place
from index.language.english.telling import TELLTALE
from index.language.known import known_languages
from index.language.sentences import sentences
from index.language.tokens import Analyzer, fold
from index.model import Part, PartLabel, Together
from index.quotations.speaker_groups import SpeakerGroup, group_speakers
from index.quotations.speakers import SpeakerKeys, find_speakers
from index.quotations.storage import SpeakerCount
from index.quotations.transcripts.labels import Labels
from index.quotations.transcripts.messages import find_messages
from index.readers import jsonl, mail, mbox
from index.readers.metadata.origin import Origin
from index.readers.metadata.page_dates import find_published
from index.readers.metadata.written_dates import read_day
from index.readers.parts.entries import Entry, compose
from index.readers.parts.messages import Message
from index.readers.parts.quoted_mail import split
from index.readers.pdf_pages import pdf
from index.readers.pdf_pages.pdf_pieces import Piece, Stroke
from index.readers.pdf_pages.pdf_rules import ruled_tables
from index.readers.pdf_pages.pdf_tables import with_tables
from index.readers.pdf_pages.recognised_lines import UNSURE
from index.readers.pdf_pages.scans import without_unsure
from index.readers.web_pages.main_text import extract
from index.readers.web_pages.standfirst import find_standfirst
from index.readers.web_pages.titles import find_title
from index.requests import TimelineRequest
from index.search.vocabulary import edits
from index.storage.documents import Usage
from index.timeline.similarity import TermVectors
from index.timeline.wording import Wording
from tests.growth.functions import TODAY, URL, Made, terms_by
from tests.growth.measuring import Prepare, Work


def _matched(text: str) -> Work:
    matcher, tokens = Made(text).matcher, Analyzer().tokens(text)
    terms, positions = [token.term for token in tokens], [token.position for token in tokens]

    def work() -> object:
        found = matcher.match(terms, positions)
        best = found.best
        return matcher.evidence(text, terms, found, (found, found), found, best, best, best, 1.0, 1.0, TODAY)

    return work


def _drafts(text: str) -> Work:
    document = Made(text).document
    others = [
        replace(document, text=other)
        for other in (f"{text[::-1]} end", f"{text[: len(text) // 2]} end", f"end {text}")
    ]
    return lambda: [compare_documents(document, other) for other in others]


def _tenses(text: str) -> Work:
    tokens = tokenise(text)
    found = list(find_expressions(tokens))
    return lambda: [tense_of(tokens, item) for item in found]


def _ends(text: str) -> Work:
    tokens = tokenise(text)
    found = list(find_expressions(tokens))
    return lambda: [ends_a_span(tokens, item) for item in found]


def _deeds(text: str) -> Work:
    words = read_words(text, terms_by(Analyzer()))
    verbs = {term for word in words for term in word.terms}
    return lambda: deeds(words, verbs)


def _compared(text: str) -> Work:
    words = read_words(text, terms_by(Analyzer()))
    terms = tuple(term for word in words for term in word.terms)
    phrase = NounPhrase(terms[:10], terms[10:20], "envoy")
    return lambda: compare(phrase, words, lambda term, others: term in others, terms)


def _apart(text: str) -> Work:
    words = read_words(text, terms_by(Analyzer()))
    terms = tuple(term for word in words for term in word.terms)
    return lambda: apart(words, terms[:1], terms[1:2], lambda term, others: term in others)


def _two_ends(text: str) -> Work:
    words = read_words(text, terms_by(Analyzer()))
    ends = two_ended("lend", terms_by(Analyzer()))
    assert ends is not None
    verbs = {term for word in words for term in word.terms}
    found = deeds(words, verbs)[:1]
    return lambda: (called(words, ends), [parties(words, deed, ends) for deed in found])


def _things(text: str) -> Work:
    questions = (
        *("How old is he?", "At what hour?", "How much did it cost?", "What share?", "Which hotel?"),
        *("How many people?", "How far is it?", "How long did it take?", "When?"),
    )
    things = [thing for question in questions if (thing := asked_thing(question)) is not None]
    return lambda: [holds(thing, text) for thing in things]


def _names_of_clauses(text: str) -> Work:
    spans = sentences(text)
    placed = placed_names(text, spans)
    return lambda: [
        names_of_clause(text, names, (span.start, span.end))
        for span, names in zip(spans, placed, strict=True)
    ]


def _lines(text: str, label: PartLabel) -> tuple[Part, ...]:
    """A part of every line, written by whom it begins with, on a day of its own."""
    return tuple(
        Part(label, *line.span(), fields=(("author", line.group()[:20]), ("day", TODAY.isoformat())))
        for line in re.finditer(r".+", text)
    )


def _counting(text: str) -> Work:
    document = replace(Made(text).document, structure=_lines(text, "entry"))
    return lambda: CountingDays(document)


def _messages(text: str) -> Work:
    parts = _lines(text, "message")
    return lambda: find_messages(text, parts)


def _mail_bodies(text: str) -> Work:
    own = Message("a", None, "")
    bodies = text, re.sub("^", "> ", text, flags=re.MULTILINE), f"From: {text}\nDate: {text}\n\n{text}"
    return lambda: [split(body, own, read_day) for body in bodies]


def _entries(text: str) -> Work:
    written = datetime.combine(TODAY, time())
    entries = [Entry("10:00", written, line[:80], (line, line)) for line in text.splitlines()]
    return lambda: compose((text,), entries)


def _answers(text: str) -> Work:
    kinds = typing.get_args(AnswerKind)
    return lambda: [find_answer_kind(text, kind, ()) for kind in kinds]


def _resolved(text: str) -> Work:
    spans = sentences(text)
    words = [match.span() for match in re.finditer(r"\S+", text)]

    def work() -> object:
        cast = Cast(text, spans, set(text.split()))
        return [cast.resolve(*span) for span in words]

    return work


def _worded(text: str) -> Work:
    spans = sentences(text)
    wording = Wording(text, spans)
    return lambda: [wording.span_of(number) for number in range(len(spans))]


def _groups(text: str) -> list[SpeakerGroup]:
    names = [text[:200], *text.split()]
    counts = [SpeakerCount(fold(name), name, name, 1, 1) for name in names]
    return list(group_speakers(counts))


def _found_speakers(text: str) -> Work:
    groups, keys = _groups(text), SpeakerKeys(Analyzer())
    return lambda: find_speakers(groups, keys, text[:100])


def _edits(text: str) -> Work:
    return lambda: edits(text, f"x{text[:-1]}", 2)


def _bytes(module: str, function: str, *files: Callable[[str], bytes]) -> Prepare:
    """What reads files of a format that hold a text in several places."""
    read = getattr(importlib.import_module(f"index.readers.{module}"), function)

    def prepare(text: str) -> Work:
        written = [file(text) for file in files]
        origin = Origin(name="a", key="a", url=URL)
        return lambda: [
            list(found) if isinstance(found := read(data, origin), Iterator) else found for data in written
        ]

    return prepare


def _record(text: str) -> bytes:
    return json.dumps({"text": text, "title": text, "publisher": text}).encode("utf-8", "replace")


def _records(text: str) -> bytes:
    return b"\n".join(map(_record, text.split(" ")))


def _packed(text: str) -> Work:
    data = gzip.compress(b"") * (1 + len(text) // 20)
    return lambda: jsonl.unpacked(data, "a")


def _front_matter(text: str) -> bytes:
    return f"---\ntitle: {text[:1000]!r}\n---{text}\n---\n# {text}\n{text}".encode("utf-8", "replace")


def _mail(text: str) -> bytes:
    return f"From: a@example.org\nSubject: a\n\n{text}".encode("utf-8", "replace")


def _mailbox(text: str) -> Work:
    data = b"From a Sat Jan  3 01:05:34 1996\n" + _mail(text) + b"\n\nFrom b\n" + _mail(text)
    origin = Origin(name="a", key="a", url=URL)
    return lambda: mbox.read(data, origin, mail.read)


def _pdf(text: str) -> Work:
    lines = text.splitlines()
    return lambda: pdf._flow(
        pdf._without_margins([lines[start : start + 40] for start in range(0, len(lines), 40)])
    )


def _unsure(text: str) -> Work:
    marked = text.replace(" ", f" {UNSURE}")
    return lambda: without_unsure(marked, range(0, len(marked), 3000))


def _pdf_tables(text: str) -> Work:
    lines = [line for line in text.splitlines() if line.strip()]
    rows = [
        [
            Piece(word, 50.0 + 90 * place, 780.0 - 14 * number, 10.0, False)
            for place, word in enumerate(line.split())
        ]
        for number, line in enumerate(lines)
    ]
    return lambda: with_tables(lines, rows)


def _ruled_tables(text: str) -> Work:
    lines = [line for line in text.splitlines() if line.strip()]
    rows = [
        [
            Piece(word, 50.0 + 90 * place, 780.0 - 14 * number, 10.0, False)
            for place, word in enumerate(line.split())
        ]
        for number, line in enumerate(lines)
    ]
    strokes = [
        Stroke(is_level, 40.0 + 14 * number % 700, 40.0, 700.0)
        for number in range(len(text) // 40)
        for is_level in (True, False)
    ]
    return lambda: ruled_tables(rows, strokes, text)


def _page(text: str) -> Work:
    said = escape(text, quote=True)
    page = (
        f'<html><head><meta name="date" content="{said}">'
        f'<script type="application/ld+json">{said}</script></head><body>'
        f'<h1>{said}</h1><time class="{said}" datetime="{said}">{said}</time>'
        f'<p itemprop="datePublished">{said}</p></body></html>'
    )
    tree = html.fromstring(page)
    return lambda: find_published(tree, f"{URL}/{text}")


def _web_page(find: Callable[[Any, str], object]) -> Prepare:
    """Work on a page whose headings, paragraphs and declarations are the text, and on the text itself."""

    def prepare(text: str) -> Work:
        said = escape(text, quote=True)
        page = (
            f'<html><head><title>{said}</title><meta name="description" content="{said}"></head><body><h1>{said}</h1>'
            f'<p class="lead">{said}</p><article><p>{said}</p></article></body></html>'
        )
        tree = html.fromstring(page)
        return lambda: find(tree, text)

    return prepare


def _alike(text: str) -> Work:
    terms = [frozenset(Analyzer().terms(text[span.start : span.end])) for span in sentences(text)]
    return lambda: TermVectors(terms).alike(range(len(terms)), 60, 0.35)


def _listed(text: str) -> Work:
    made = Made(text)
    documents = [made.document]
    return lambda: list_card(documents, [], Usage(1, 1, 1), Quota(9, 9, 9), 0)


def _pictured(text: str) -> Work:
    events = Made(text).events
    return lambda: picture_card(len(events), events, TimelineRequest(topic=text), text, None)


def _labelled(text: str) -> Work:
    def resolve() -> None:
        labels = Labels(text, text[:300], Cast(text, sentences(text)))
        for start in range(0, min(len(text), 2_000), 100):
            labels.resolve(text[start : start + 100])

    return resolve


def _planned(text: str) -> Work:
    times = find_time_expressions(text, TODAY)[:10]
    return lambda: [is_planned(found, TODAY, text, found.start) for found in times]


def _narrowed(text: str) -> Work:
    times = find_time_expressions(text, TODAY)[:10]
    return lambda: [narrowed(text, (0, len(text)), found, TODAY) for found in times]


def _goals(text: str) -> Work:
    times = find_time_expressions(text, TODAY)[:10]
    return lambda: [is_goal(found, TODAY, text, found.start) for found in times]


def _forms(text: str) -> Work:
    terms = Analyzer().terms(text)
    return lambda: other_forms(terms, {"eu": [("european", "union")]})


NAMED: Mapping[str, Prepare] = {
    "bot.on_discord.cards.source.list_card": _listed,
    "bot.on_discord.cards.timeline.picture_card": _pictured,
    "index.adding.counting_days.CountingDays.__init__": _counting,
    "index.answering.ranking.evidence.QuestionMatcher.evidence": _matched,
    "index.comparing.comparison.compare": _drafts,
    "index.language.dates.tense.ends_a_span": _ends,
    "index.language.dates.tense.tense_of": _tenses,
    "index.language.abbreviations.other_forms": _forms,
    "index.language.english.asking.answer_kinds.find_answer_kind": _answers,
    "index.language.english.asking.asked_things.holds": _things,
    "index.language.english.grammar.clauses.Clauses.__init__": lambda text: (
        lambda: Clauses(text, 0, len(text))
    ),
    "index.language.english.speech.cues.SpeechClauses.__init__": lambda text: (
        lambda: SpeechClauses(text, 0, len(text))
    ),
    "index.language.english.speech.turn_labels.is_askers_place": lambda text: lambda: is_askers_place(text),
    "index.language.english.asking.follow_ups.follow_up": lambda text: lambda: follow_up(text, [text]),
    "index.language.english.people.names.names_of_clause": _names_of_clauses,
    "index.language.english.people.cast.Cast.__init__": _resolved,
    "index.language.english.grammar.parties.apart": _apart,
    "index.language.english.grammar.converse.two_ended": _two_ends,
    "index.language.english.grammar.noun_phrases.compare": _compared,
    "index.language.english.grammar.roles.deeds": _deeds,
    "index.language.english.asking.several.whose_demands": lambda text: lambda: whose_demands(text),
    "index.language.english.asking.several.in_other_words": lambda text: lambda: in_other_words(text),
    "index.language.english.people.governments.land_of": lambda text: lambda: land_of("Lind", text),
    "index.language.english.people.governments.government_of": lambda text: lambda: government_of(text),
    "index.language.english.asking.several.shows": lambda text: (
        lambda: [shows(kind, text) for kind in typing.get_args(Together)]
    ),
    "index.language.english.grammar.tenses.tells_the_past_alone": lambda text: (
        lambda: tells_the_past_alone(text, (), [])
    ),
    "index.language.asking.plain_question": lambda text: lambda: plain_question(text, Analyzer()),
    "index.language.languages.Languages.are_known": lambda text: (
        lambda: known_languages().are_known(text, sentences(text))
    ),
    "index.language.languages.Languages.find_times": lambda text: (
        lambda: known_languages().find_times(text, TODAY)
    ),
    "index.language.languages.Languages.refers_back": lambda text: (
        lambda: known_languages().refers_back(text)
    ),
    "index.language.languages.Languages.goes_on": lambda text: lambda: known_languages().goes_on(text),
    "index.language.languages.Languages.asking": lambda text: lambda: known_languages().asking(text),
    "index.language.languages.Languages.find_abbreviations": lambda text: (
        lambda: known_languages().find_abbreviations(text, Analyzer())
    ),
    "index.language.languages.Languages.find_answers": lambda text: (
        lambda: [known_languages().find_answers(text, kind, ()) for kind in typing.get_args(AnswerKind)]
    ),
    "index.language.languages.Languages.placed_names": lambda text: (
        lambda: known_languages().placed_names(text, sentences(text))
    ),
    "index.language.languages.Languages.of_paragraphs": lambda text: (
        lambda: known_languages().of_paragraphs(text)
    ),
    "index.language.languages.Languages.of_sentences": lambda text: (
        lambda: known_languages().of_sentences(text, sentences(text))
    ),
    "index.language.languages.Languages.sentences": lambda text: lambda: known_languages().sentences(text),
    "index.language.telling.Telltale.count_letters": lambda text: lambda: TELLTALE.count_letters(text),
    "index.language.tokens.Analyzer.term": lambda text: lambda: Analyzer().term(text),
    "index.language.tokens.Analyzer.terms": lambda text: lambda: Analyzer().terms(text),
    "index.quotations.transcripts.labels.Labels.__init__": _labelled,
    "index.quotations.transcripts.messages.find_messages": _messages,
    "index.quotations.speakers.SpeakerKeys.key": lambda text: (
        lambda: SpeakerKeys(Analyzer()).key(text, person=True)
    ),
    "index.quotations.speakers.find_speakers": _found_speakers,
    "index.readers.parts.entries.compose": _entries,
    "index.readers.jsonl.read": _bytes("jsonl", "read", _record, _records),
    "index.readers.jsonl.unpacked": _packed,
    "index.readers.mail.read": _bytes("mail", "read", _mail),
    "index.readers.mbox.read": _mailbox,
    "index.readers.markdown.read": _bytes("markdown", "read", str.encode, _front_matter),
    "index.readers.metadata.page_dates.find_published": _page,
    "index.readers.pdf_pages.pdf.read": _pdf,
    "index.readers.pdf_pages.pdf_tables.with_tables": _pdf_tables,
    "index.readers.pdf_pages.pdf_rules.ruled_tables": _ruled_tables,
    "index.readers.pdf_pages.scans.without_unsure": _unsure,
    "index.readers.web_pages.main_text.extract": _web_page(lambda tree, text: extract(tree, None)),
    "index.readers.web_pages.standfirst.find_standfirst": _web_page(
        lambda tree, text: find_standfirst(tree, text, text.split("\n"))
    ),
    "index.readers.web_pages.titles.find_title": _web_page(
        lambda tree, text: find_title(tree, text, text.split("\n"), text)
    ),
    "index.readers.parts.quoted_mail.split": _mail_bodies,
    "index.search.vocabulary.edits": _edits,
    "index.language.english.events.planning.is_goal": _goals,
    "index.language.english.events.planning.is_planned": _planned,
    "index.timeline.similarity.TermVectors.__init__": _alike,
    "index.language.english.events.talk.is_intention": lambda text: (
        lambda: is_intention(text, len(text) // 2)
    ),
    "index.language.english.events.talk.is_talk": lambda text: (
        lambda: is_talk(text, len(text) // 2, 5, names=False)
    ),
    "index.language.english.events.in_person.is_only_of_those_who_talk": lambda text: (
        lambda: is_only_of_those_who_talk(text, len(text) // 2, 5)
    ),
    "index.language.english.events.in_person.tells_nothing_new": lambda text: (
        lambda: tells_nothing_new(text, names=False)
    ),
    "index.language.english.events.narrowing.narrowed": _narrowed,
    "index.language.english.events.unrealised.unrealised": lambda text: (
        lambda: unrealised(text, (0, len(text)), (len(text) // 2, len(text) // 2 + 5))
    ),
    "index.timeline.wording.Wording.__init__": _worded,
}
"""Functions that are given more than can be told from their hints, with what gives it them."""
