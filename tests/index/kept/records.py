"""What Parley answers, finds and ranks, written down: a record of many outputs at once, in which a change of any rule shows.

    python -m tests.index.kept.records

writes the records anew after a change that is meant. What differs is read in the diff, and kept if each line of it is right.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from index import Document, Index
from index.adding.counting_days import CountingDays
from index.answering.confidence import confidence_features
from index.answering.ranking.features import FEATURES
from index.answering.ranking.retrieval import Ranking
from index.errors import QueryError
from index.language.known import known_languages
from index.language.quotation_marks import quoted_spans
from index.language.sentences import paragraphs_of
from index.model import Answer, Event, Excerpt, Quotation, Span
from index.quotations import find_quotations
from index.quotations.speakers import speakers_within
from index.requests import AskRequest, Filters, Period, QuotesRequest, TimelineRequest
from index.timeline.finding import find_events
from tests.index.kept.clauses import clauses_of
from tests.index.kept.complements import complements
from tests.index.kept.conditions import conditions
from tests.index.kept.corpus import TODAY, asked, documents, opened
from tests.index.kept.dated import dated
from tests.index.kept.edges import edges
from tests.index.kept.follow_ups import FOLLOW_UPS
from tests.index.kept.ladders import ladders
from tests.index.kept.pairs import pairs
from tests.index.kept.people import people
from tests.index.kept.places import places
from tests.index.kept.quoted import quoted
from tests.index.kept.verdicts import verdicts

FOLDER = Path(__file__).parent
_WORDS = 70
"""Characters of a sentence that are shown of it: enough to know it again."""

ASKED = (
    AskRequest("When do the patrols begin?"),
    AskRequest("and when do they end?", previous=("When do the patrols begin?",)),
    AskRequest("Who said so?", previous=("Were the crews trained?", "Since when have the crews trained?")),
    AskRequest("What did Orsic say about the patrols?"),
    AskRequest("What did Mara Lind say?", limit=1),
    AskRequest("Did Zelensky say that herring is a reason for war?"),
    AskRequest("What has happened in the estuary since April 2024?"),
    AskRequest("What happened last week?"),
    AskRequest("What did the ministry deny last month?"),
    AskRequest("What has been agreed since the Lomar Treaty?"),
    AskRequest("Who took part in the talks between Norland and Sudria?"),
    AskRequest("What did Sudria demand?", points=3),
    AskRequest("Why did the envoys meet?", points=2),
    AskRequest("Summarise the river accord", points=4),
    AskRequest("Compare what Norland and Sudria want"),
    AskRequest("What are the terms of the accord?", limit=5),
    AskRequest("What does paragraph 2 of the Resolution on the safety of ferries say?"),
    AskRequest("What is the latest about the estuary?"),
    AskRequest("thanks!"),
    AskRequest("how much?"),
    AskRequest("Nobody was hurt, General Oskar Brandt told the Estuary Times, and the ambassador left by train on Monday."),
    AskRequest('"Not one boat will go out alone"'),
    AskRequest("who chairs the lomar union"),
    AskRequest("How many boats does Lomar have?"),
    AskRequest("What is the catch of Port Amity?"),
    AskRequest("Is the Lomar Treaty still in force?"),
    AskRequest("How old is the ambassador?"),
    AskRequest("Who is Vera Holm?"),
    AskRequest("Did Norland recall its ambassador?"),
    AskRequest("When did Sudria recall its ambassador?", Filters(publisher="The Delta Courier")),
    AskRequest("When did the navies fight?", Filters(Period(date(2024, 5, 7), date(2024, 5, 7)))),
    AskRequest("When did the navies fight?", Filters(Period(until=date(2024, 5, 6)))),
    AskRequest("Where was the pact signed?", limit=6),
    AskRequest("Which xylophone did the zeppelin carry to Lomar?"),
    AskRequest("When was the Lommar Treaty signed?"),
    AskRequest("What will happen in September 2024?"),
    AskRequest("What does Article 2 of the Treaty on the Passage of the Strait of Lomar say?"),
    AskRequest("Article 2(2)(c) of Lomar II"),
    AskRequest("What does paragraph 3 of Article 4 of the Lomar Treaty say?"),
    AskRequest("Article 2, paragraph 2, point (c)(ii) of the Treaty on the Passage of the Strait"),
    AskRequest("Annex A of Lomar II"),
    AskRequest("Which recitals does Lomar II have?"),
    AskRequest("Article 9 of Lomar II"),
    AskRequest("Part II of Lomar II"),
    AskRequest("What does Article 6 say about when the treaty enters into force?"),
    AskRequest("How long may a warship stay in the Strait?"),
    AskRequest("Who is the head of the JBC?"),
    AskRequest("When does the Joint Border Commission meet?"),
    AskRequest("How many boats does Cape Sella have?"),
    AskRequest("What was the catch of Lomar in 2023?"),
    AskRequest("When was the catch of Halm counted?"),
    AskRequest("How much does a Party pay for each hour of delay?"),
    AskRequest("When were the talks in Lomar broken off?"),
    AskRequest("At what time did the envoys return to the table?"),
    AskRequest("Is Vera Holm still the ambassador in Port Amity?"),
    AskRequest("What did the spokesman for Sudria say about fish?"),
    AskRequest("What are the duties of each Party under the Treaty?", points=5),
    AskRequest("What is a ferry?"),
    AskRequest("Compare Norland's and Sudria's catch", points=4),
    AskRequest("Why did the ambassador serve for eleven years?"),
    AskRequest("How many sailors were not held?"),
    AskRequest("When did Sudland expel the attaches?"),
    AskRequest("Was the treaty not renewed in 2011?"),
    AskRequest("What happened between 1974 and 1983?"),
)  # fmt: skip

TRACED = (
    'He wrote: "Not one boat will go out alone" and then he left.',
    "The two navies fought off Cape Sella. Nobody knows why. It met every year until 1983.",
    "the patrols will end at once",
    "patrols will end at once",
    "We will talk about herring, and about nothing else, and the commission has never met since the crews had trained.",
    "The mood was good.",
)

TIMELINES = (
    TimelineRequest(),
    TimelineRequest(limit=7),
    TimelineRequest("estuary"),
    TimelineRequest("the ferry pact", limit=4),
    TimelineRequest("talks", Period(date(2024, 1, 1), date(2024, 5, 2))),
    TimelineRequest(period=Period(since=date(2024, 5, 3))),
    TimelineRequest(period=Period(until=date(1991, 9, 9))),
    TimelineRequest(actor="Sudria"),
    TimelineRequest(actor="Orsic"),
    TimelineRequest(filters=Filters(publisher="Estuary Times")),
    TimelineRequest("patrols", filters=Filters(Period(date(2024, 4, 28), date(2024, 4, 28)))),
    TimelineRequest("zeppelin"),
)
QUOTES = (
    QuotesRequest(limit=40),
    QuotesRequest(chronological=True, limit=25),
    QuotesRequest(("Orsic",)),
    QuotesRequest(("Lind",)),
    QuotesRequest(("Mara Lind", "Zelensky"), limit=2),
    QuotesRequest(("Zelenskiy",), "herring"),
    QuotesRequest(about="herring", limit=8),
    QuotesRequest(about="the truce", limit=8),
    QuotesRequest(period=Period(date(2024, 5, 2), date(2024, 5, 3))),
    QuotesRequest(filters=Filters(publisher="Lomar Herald")),
    QuotesRequest(("foreign minister",), limit=5),
    QuotesRequest(("Nobody Known",)),
)


def answers(index: Index, requests: Iterable[AskRequest]) -> Iterator[str]:
    """Yield what is answered to each question: how surely, why not, and each excerpt with what is marked in it."""
    for request in requests:
        yield f"? {request.question}"
        if request != AskRequest(request.question):
            yield f"  {_differing(request, AskRequest(request.question))}"
        try:
            yield from _answer(index.answer(request))
        except QueryError as error:
            yield f"  {error}"


def _answer(answer: Answer) -> Iterator[str]:
    answered = "answered" if answer.answered else "not answered"
    yield f"  {answered} {answer.confidence:.3f} {answer.strength}, at most {answer.most}"
    for name in (
        "as_of",
        "reason",
        "missing",
        "talk",
        "understood",
        "since",
        "until",
        "together",
        "topics",
        "claim",
    ):
        if value := getattr(answer, name):
            yield f"  {name}: {value}"
    for side in answer.sides:
        yield f"  side {side.name}: {[one.citation.number for one in side.excerpts]}"
    for one in (*answer.excerpts, *answer.nearest):
        yield from _excerpt(one)


def _excerpt(one: Excerpt) -> Iterator[str]:
    cited, document = one.citation, one.document
    also = f", also {', '.join(cited.also_reported_by)}" if cited.also_reported_by else ""
    place = f"{cited.title}, {cited.paragraphs}{also} {one.start}-{one.end}"
    yield f"  [{cited.number}] {place}: {_words(document, (one.start, one.end))}"
    marked = [_words(document, span) for span in one.highlights]
    dates = [f"{_words(document, (d.start, d.end))} {d.earliest} {d.latest}" for d in one.dates]
    yield f"      marked {marked} {dates or ''} {one.state or ''} {[_words(document, s) for s in one.heads] or ''}".rstrip()


def explanations(index: Index, requests: Iterable[AskRequest]) -> Iterator[str]:
    """Yield how each question was read, and what each sentence that came near has, lacks, and failed by."""
    for request in requests:
        why = index.explain(request)
        yield f"? {why.asked_as}"
        yield f"  {why.kind} {why.thing} {why.names} {why.period} {why.agent} | {why.verb} | {why.patient} | {why.speaker}"
        yield f"  failed: {why.failed}"
        for one in why.considered:
            yield f"  {_short(one.text)}"
            yield f"      has {one.has} beside {one.beside} lacks {one.lacks} {one.failed}"


def traces(index: Index) -> Iterator[str]:
    """Yield where the words of messages are found."""
    for text in TRACED:
        for limit in (1, 5):
            yield f"? {limit}: {text}"
            for one in index.trace(text, limit=limit):
                yield from _excerpt(one)


def evidence(index: Index, questions: Iterable[str]) -> Iterator[str]:
    """Yield what was read of each question, what speaks for the sentences ranked first, and each factor of the confidence."""
    with index.searching() as searcher:
        for question in questions:
            ranking = index.asker.rank(searcher, AskRequest(question))
            yield f"? {question}"
            yield from _read(ranking)
            for one in ranking.candidates[:4]:
                span = one.sentence.span
                yield f"  {one.score:.3f} {_words(one.document, (span.start, span.end))}"
                yield f"      {_numbers({name: getattr(one.evidence, name) for name in FEATURES})}"
            others = [f"{one.score:.2f}" for one in ranking.candidates[4:]]
            yield f"  {len(ranking.candidates)} candidates, the others {' '.join(others)}"
            if ranking.candidates:
                yield f"  confidence: {_numbers(confidence_features(ranking))}"


def _read(ranking: Ranking) -> Iterator[str]:
    question, matcher = ranking.question, ranking.matcher
    idf = dict(zip(matcher.terms, matcher.idf, strict=True))
    yield f"  {question.kind}; {_numbers(idf)}; unknown {ranking.unknown}; latest {ranking.latest}"


def quotations(index: Index) -> Iterator[str]:
    """Yield every quotation of every document with every field, then what is listed to requests, and the speakers."""
    for document in documents():
        found = list(_quotations_of(document))
        yield from (f"# {document.title}", *found) if found else ()
    for request in QUOTES:
        yield f"? {_differing(request, QuotesRequest()) or 'everything'}"
        try:
            yield from map(_listed, index.quotations(request))
        except QueryError as error:
            yield f"  {error}"
    with index.searching() as searcher:
        for group in speakers_within(searcher, Filters().collections):
            yield f"  {group.speaker} {sorted(group.keys)}"


def sentences_read() -> list[str]:
    """Return the sentences that the readings of quotations stand beside; a pilcrow ends a paragraph of one."""
    table = (FOLDER.parent / "quotations" / "readings.txt").read_text(encoding="utf-8")
    blocks = [
        [line for line in block.splitlines() if line and not line.startswith("#")]
        for block in table.split("\n\n")
    ]
    return [lines[0] for lines in blocks if lines]


def readings() -> Iterator[str]:
    """Yield every quotation and event, with every field, of the sentences that the readings of quotations stand beside."""
    for line in sentences_read():
        document = Document("reading", "Reading", line.replace(" ¶ ", "\n\n"), published=TODAY)
        yield f"# {line}"
        yield from _quotations_of(document)
        yield from _events_of(document)


def _quotations_of(document: Document) -> Iterator[str]:
    text, languages = document.text, known_languages()
    sentences = languages.sentences(text)
    days = CountingDays(document)
    found = find_quotations(
        text,
        sentences=sentences,
        times=days.find_times(languages),
        published=document.published,
        quoted=quoted_spans(text, paragraphs_of(sentences)),
        title=document.title,
        publisher=document.publisher,
        structure=document.structure,
        day_at=days.at,
    )
    for one in found:
        told = [
            f"{one.speaker} ({one.role or '-'})",
            one.stance,
            *(
                name
                for name in ("named", "direct", "fragment", "hearsay", "is_somebodys", "is_listed")
                if getattr(one, name)
            ),
            f"{one.earliest} to {one.latest} {one.basis}",
            *(
                f"{name} {_words(document, span)!r}"
                for name in ("mention", "cue", "when", "condition", "question")
                if (span := getattr(one, name))
            ),
        ]
        yield f"  {one.start}-{one.end} {document.slice(one.start, one.end)!r}"
        yield f"      {', '.join(told)}"


def _listed(one: Quotation) -> str:
    sources = ", ".join(f"{cited.number} {cited.title}" for cited in one.citations)
    role = f" ({one.role})" if one.role else ""
    told = [
        f"{name} {value}"
        for name in ("stance", "cue", "direct", "fragment", "hearsay")
        if (value := getattr(one, name)) not in ("says", "", False)
    ]
    places = [
        f"{name} {_words(one.document, span)!r}"
        for name in ("mention", "cue_span", "when", "condition", "question")
        if (span := getattr(one, name))
    ]
    days = f"{one.earliest} to {one.latest}"
    said = f"  {one.said_on or '-'} {one.basis} {one.speaker}{role}: {_short(one.words)} [{sources}]"
    return "; ".join((said, days, *told, *places))


def events(index: Index) -> Iterator[str]:
    """Yield every event of every document with every field, then what stands on timelines, in order."""
    for document in documents():
        found = list(_events_of(document))
        yield from (f"# {document.title}", *found) if found else ()
    for request in TIMELINES:
        yield f"? {_differing(request, TimelineRequest()) or 'everything'}"
        try:
            for event in index.events(request):
                yield from _dated(event)
        except QueryError as error:
            yield f"  {error}"


def _events_of(document: Document) -> Iterator[str]:
    languages = known_languages()
    sentences = languages.sentences(document.text)
    days = CountingDays(document)
    for one in find_events(document, sentences, days.find_times(languages), None, days.at):
        when, clause = (_words(document, span) if span else "-" for span in (one.when, one.clause))
        became = one.undone or ("planned" if one.planned else "happened")
        yield f"  {one.sentence} {one.start}-{one.end} {one.earliest} to {one.latest} {one.granularity} {one.basis} {became}"
        yield f"      {when!r} in {clause!r}: {', '.join(one.actors)}"


def _dated(event: Event) -> Iterator[str]:
    sources = ", ".join(f"{cited.number} {cited.title}" for cited in event.citations)
    days = f"{event.earliest} to {event.latest} {event.granularity} {event.status}"
    yield f"  {days}: {_short(event.text)} [{sources}] {', '.join(event.actors)}"
    when, clause = (_words(event.document, span) if span else "-" for span in (event.when, event.clause))
    yield f"      {event.basis} {when!r} in {clause!r}"
    for telling in event.tellings:
        yield f"      also {telling.earliest} to {telling.latest}: {_short(telling.text)}"


def searches(index: Index) -> Iterator[str]:
    """Yield what a searcher returns: passages by weights, limits and filters, what holds terms, and what is near to them."""
    everything = Filters()
    with index.searching() as searcher:
        numbers = range(searcher.passages)
        yield f"{searcher.passages} passages"
        for terms in (
            "herring",
            "estuari talk",
            "norland sudria",
            "ferri pact lomar",
            "sign",
            "zeppelin",
            "u.s",
            "patrol guard boat",
        ):
            weights = {term: 1.0 / place for place, term in enumerate(terms.split(), 1)}
            yield f"? {terms}: {[searcher.holding(term) for term in weights]}"
            for limit in (1, 5, 400):
                found = searcher.search(weights, limit, everything)
                yield f"  {limit}: {' '.join(f'{one.passage}={one.score:.4f}' for one in found[:24])} of {len(found)}"
            for filters in (
                Filters(publisher="Estuary Times"),
                Filters(Period(date(2024, 5, 6), date(2024, 5, 8))),
                Filters(collections=("server:1",)),
            ):
                found = searcher.search(weights, 6, filters)
                yield f"  {_differing(filters, everything)}: {[one.passage for one in found]}"
            first = searcher.search(weights, 1, everything)
            passages = searcher.read_passages([one.passage for one in first])
            hidden = [one.document for one in passages.values()]
            yield f"  hidden {hidden}: {[one.passage for one in searcher.search(weights, 6, everything, hidden)]}"
            scores = searcher.score(weights, numbers)
            yield f"  scored: {len(scores)}, {sum(scores.values()):.4f} in all"
            for passage in passages.values():
                spans = [
                    (one.span.start, one.span.end, one.terms[:3], tuple(map(int, one.positions[:3])))
                    for one in passage.sentences
                ]
                yield f"  {searcher.document(passage.document).title}: {spans}"
        for typed in (
            "lommar",
            "sudrian",
            "heering",
            "accrod",
            "norlnd",
            "estuarys",
            "xq",
            "patrolling",
            "zelenski",
        ):
            yield f"  {typed}: {searcher.nearest_term(typed)}"


def _numbers(values: Mapping[str, float]) -> str:
    return " ".join(f"{name}={value:.3f}" for name, value in values.items() if round(value, 3))


def _differing(one: object, plain: object) -> str:
    """Return the fields of a request that are not as they are in a plain one."""
    names = [field.name for field in fields(one)]
    return ", ".join(
        f"{name}={getattr(one, name)}"
        for name in names
        if getattr(one, name) != getattr(plain, name) and name != "question"
    )


def _words(document: Document, span: Span) -> str:
    return _short(document.slice(*span))


def _short(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= _WORDS else f"{whole[: _WORDS - 1]}…"


def _set(name: str) -> Callable[[Index], Iterator[str]]:
    return lambda index: answers(index, map(AskRequest, asked(name)))


RECORDS: Mapping[str, Callable[[Index], Iterator[str]]] = {
    "searches": searches,
    "events": events,
    "quotations": quotations,
    "ladders": lambda index: ladders(),
    "readings": lambda index: readings(),
    "verdicts": lambda index: verdicts(),
    "quoted": lambda index: quoted(sentences_read()),
    "people": lambda index: people(),
    "places": lambda index: places(),
    "pairs": lambda index: pairs(),
    "edges": lambda index: edges(),
    "complements": lambda index: complements(),
    "conditions": lambda index: conditions(),
    "dated": lambda index: dated(),
    "clauses": lambda index: clauses_of(sentences_read()),
    "traces": traces,
    "explanations": lambda index: explanations(index, [*ASKED, *map(AskRequest, list(asked("frames"))[::2])]),
    "answers": lambda index: answers(index, ASKED),
    "answers_follow_ups": lambda index: answers(index, FOLLOW_UPS),
    "answers_quality": _set("quality"),
    "answers_states": _set("states"),
    "evidence": lambda index: evidence(
        index, [*(one.question for one in ASKED), *asked("quality"), *list(asked("frames"))[::4]]
    ),
    "answers_seed": _set("seed"),
    "answers_frames": _set("frames"),
}
"""By name, what writes the lines of each record."""


def path_of(name: str) -> Path:
    """Return where a record is kept."""
    return FOLDER / f"{name}.txt"


def written(name: str, index: Index) -> str:
    """Return a record as it is now."""
    return "".join(f"{line}\n" for line in RECORDS[name](index))


def main() -> None:
    """Write all records anew."""
    with TemporaryDirectory() as folder, opened(Path(folder) / "parley.db") as index:
        for name in RECORDS:
            path_of(name).write_text(written(name, index), encoding="utf-8")


if __name__ == "__main__":
    main()
