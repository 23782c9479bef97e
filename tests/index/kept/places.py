"""Questions that name places in documents, in every way that people write them, and what is read of each."""

from collections.abc import Iterator

from index.answering.kinds.named_places import place_in

QUESTIONS = (
    "What does Article 5 of the Lomar Treaty say?",
    "Article 5(2)(c)(ii) of the Lomar Treaty",
    "Article 5, paragraph 2, point (c) of the Lomar Treaty",
    "Article 5.2.1 of Lomar II",
    "Article 5bis of Lomar II",
    "Article (5) of Lomar II",
    "Articles 5 and 6 of Lomar II",
    "Article No. 5 of Lomar II",
    "Article V, Section 2 of the constitution",
    "Section 2.3 of the pact, Article 4",
    "§ 5 Abs. 2 of the river law",
    "§§ 5 of the river law",
    "Chapter 3 of Part II of the code",
    "Part Two, Chapter One, Section 4",
    "Annex A of Lomar II",
    "Annex 2, Appendix 3 of Lomar II",
    "Appendix B to the annex of the accord",
    "What does the annex to the accord say?",
    "the annex",
    "What does the preamble of Lomar II say?",
    "Recital 4 of Lomar II",
    "recitals 4 and 5",
    "PP3 of the resolution",
    "OP 12 of the resolution",
    "operative paragraph 7",
    "third preambular paragraph of the resolution",
    "fourth operative clause of the resolution",
    "preambular paragraph 3",
    "sub-paragraph (b) of paragraph 2",
    "the Second Amendment",
    "the first article of the treaty",
    "the first article on the war",
    "the third clause",
    "clause 2.3(b) of the lease",
    "item 7 of the agenda",
    "point c of paragraph 1",
    "point (iv) of paragraph 10",
    "paragraph 3 of Article 4 of Protocol II",
    "Article 3 of Protocol II to the Convention",
    "Protocol 2",
    "the protocol a state signs",
    "Regulation 7, Article 2",
    "the regulation a port makes, Article 2",
    "Addendum 1 to Article 9",
    "Resolution 2118 (2013), paragraph 5",
    "Law No. 18/2020, Article 3",
    "What does 1.2.1.2 of the agreement say?",
    "rule 4.5 of the rules",
    "Rule 10a",
    "Artikel 2 Absatz 3 Buchstabe b",
    "l'article 2, paragraphe 1",
    "article premier",
    "стаття 5, частина 2",
    "у статті 5 додатка 1",
    "часть 2 статьи 7",
    "преамбула договору",
    "What does the treaty say of Article 6(1) and of Article 6(2)?",
    "How long is paragraph 12 of the report?",
    "What happened in chapter one?",
    "Who annexed part of the island?",
    "Did the parties agree on a clause?",
)  # fmt: skip


def places() -> Iterator[str]:
    """Yield each question with the place that it names: the ways in which it may lie, what is left of the question, the words
    for it, and what it is inside of an act that is called as a place is."""
    for question in QUESTIONS:
        yield f"? {question}"
        place = place_in(question)
        if place is None:
            yield "  none"
            continue
        for path in filter(None, place.paths):
            yield "  " + " > ".join(f"{'/'.join(labels)} {number}".strip() for labels, number in path)
        yield f"  {' '.join(place.words)} | {' '.join(place.rest.split())}"
        if place.in_act is not None:
            yield f"  in an act: {place.in_act.path} | {' '.join(place.in_act.rest.split())}"
