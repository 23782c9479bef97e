"""Public functions that are given text and are not measured, each with the reason."""

DATABASE = "Reads or writes rows by numbers, ids and names; what it does with text is done by functions that are measured."
NAMES = "Its text is one of a few names that the project itself gives."
SET_UP = "Its text is the host's own: a path, a setting, an argument of a command."
DISCORD = "Takes an event of Discord, whose text Discord bounds to 6,000 characters, and hands it on."
BOUNDED = "Its text is bounded before it is called."
PROCESSES = "Passes text between processes."
HOLDS = "Only keeps what it is given."

PASSED_OVER = {
    "index.adding.batches": DATABASE,
    "index.adding.finders.find": "Measured with prepare().",
    "index.adding.finders.rows_of_older": DATABASE,
    "index.adding.ingestion.prepare_batch": "Measured with prepare().",
    "index.adding.ingestion.remove": DATABASE,
    "index.adding.ingestion.stored_digest": DATABASE,
    "index.adding.isolation": PROCESSES,
    "index.adding.preparation": PROCESSES,
    "index.adding.removal": DATABASE,
    "index.adding.reprints.record": DATABASE,
    "index.adding.sources": DATABASE,
    "index.answering.answers.answer": DATABASE,
    "index.answering.asking": DATABASE,
    "index.answering.confidence": "Adds up numbers.",
    "index.evaluation": SET_UP,
    "index.answering.evidence.QuestionMatcher.__init__": "A question has at most 2,000 characters; measured with evidence().",
    "index.answering.evidence.QuestionMatcher.holds": NAMES,
    "index.answering.evidence.QuestionMatcher.match": "Measured with evidence().",
    "index.answering.reprints": DATABASE,
    "index.answering.retrieval": DATABASE,
    "index.answering.said.with_quotations": "Goes through as many quotations as are shown.",
    "index.answering.surroundings": DATABASE,
    "index.errors": HOLDS,
    "index.following": DATABASE,
    "index.index": DATABASE,
    "index.keeping.upkeep": SET_UP,
    "index.language.dates.calendar": NAMES,
    "index.language.english.people.Cast.people_named": "Measured with the labels of transcripts.",
    "index.language.english.stances": "Its text is one word.",
    "index.quotations.labels.Labels.resolve": "Measured with the labels of transcripts.",
    "index.readers.tables.table_parts": "Goes through the lines of tables; measured with the readers.",
    "index.readers.read_chunks": "Measured with the readers that it calls.",
    "index.language.dates.counting": NAMES,
    "index.language.dates.partial": NAMES,
    "index.language.dates.runs.Run": "A rule matches at most some dozens of words; measured with find_expressions().",
    "index.language.dates.runs.symbol_set": NAMES,
    "index.language.dates.story": NAMES,
    "index.language.english.opposites.Opposites": NAMES,
    "index.language.english.questions.RelatedWords": SET_UP,
    "index.language.tokens.Analyzer.__init__": SET_UP,
    "index.language.tokens.Analyzer.tokens": "Measured with terms().",
    "index.language.tokens.data_lines": NAMES,
    "index.model.Part.field": NAMES,
    "index.processes": PROCESSES,
    "index.quotations.days": "Measured with find_quotations().",
    "index.quotations.speakers.SpeakerKeys.terms": "Analyzer.terms(), whose results are remembered.",
    "index.quotations.speakers.known_speakers": "Measured with find_speakers().",
    "index.quotations.speakers.speakers_within": DATABASE,
    "index.quotations.storage": DATABASE,
    "index.quotations.tracing": "A message has at most 4,000 characters.",
    "index.readers.archive": "Reads files that are packed with the functions that are measured.",
    "index.readers.feed.read": "Measured with parse().",
    "index.readers.read_bytes": "Hands its bytes to one of the readers.",
    "index.readers.read_file": DATABASE,
    "index.requests": HOLDS,
    "index.search.bm25": DATABASE,
    "index.search.engine": "Says what others do.",
    "index.search.searcher": DATABASE,
    "index.search.segment_engine": DATABASE,
    "index.search.segments": DATABASE,
    "index.search.vocabulary.nearest_among": "Measured with edits().",
    "index.search.vocabulary.nearest_term": DATABASE,
    "index.searchers": PROCESSES,
    "index.storage": DATABASE,
    "index.timeline.storage": DATABASE,
    "index.web.feeds.Feeds": DATABASE,
    "index.web.fetching": "An address has at most 2,048 characters.",
    "bot.app.additions": HOLDS,
    "bot.app.alerts": DATABASE,
    "bot.app.asked": BOUNDED,
    "bot.app.charts.draw_timeline": "Draws with matplotlib; the labels are cut first.",
    "bot.app.gathering": SET_UP,
    "bot.app.library": DATABASE,
    "bot.app.log": SET_UP,
    "bot.app.memory": DATABASE,
    "bot.app.quotas": DATABASE,
    "bot.app.settings": SET_UP,
    "bot.cli": SET_UP,
    "bot.on_discord.answering": DISCORD,
    "bot.on_discord.cards.buttons": NAMES,
    "bot.on_discord.client": DISCORD,
    "bot.on_discord.cogs": DISCORD,
    "bot.on_discord.collections": NAMES,
    "bot.on_discord.options": DISCORD,
    "bot.on_discord.periodic": NAMES,
    "bot.on_discord.preview": SET_UP,
    "bot.on_discord.remembered": DISCORD,
    "bot.on_discord.replies": DISCORD,
}
"""The reason by the name of a function, or of the class, module or package that it is in."""


def reason_for(name: str) -> str | None:
    """Return why the function with that name is not measured; None when it is."""
    parts = name.split(".")
    return next(
        (why for end in range(len(parts), 0, -1) if (why := PASSED_OVER.get(".".join(parts[:end])))), None
    )
