"""Objections about who did what to whom: another did it, to another, the other way round, or it is somebody else's."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from index.answering.frames.asked import BEGINNING
from index.answering.frames.done_to import (
    TO_ANOTHER,
    TURNED_ROUND,
    is_to_another,
    objection_to_patient,
    terms_of,
)
from index.answering.frames.ends import way_of_the_deed
from index.answering.frames.place import Place
from index.language.english.asking.frames.owners import Relation, owner_before, owner_behind
from index.language.english.asking.frames.verbs import LIGHT
from index.language.english.frame_words import COUNTERPARTS
from index.language.english.grammar.noun_phrases import NounPhrase, compare, noun_phrase
from index.language.english.grammar.roles import Deed, deeds, first_subject, verbs_of
from index.language.english.grammar.words import Word, Words

ANOTHER_DID_IT = "another did it"


def another_relation(relation: Relation, place: Place) -> str:
    """Return the objection that the sentence speaks of somebody else's minister, envoy or the like; empty for none."""
    objection = ""
    for n, word in enumerate(place.words):
        in_office = word.lower in COUNTERPARTS or any(
            place.asked.held(relation.role, {term}) for term in word.terms
        )
        if not in_office:
            continue
        owner = owner_before(place.words, n) or owner_behind(place.words, n)
        after = [w for w in place.words[n + 1 : n + 6] if w.tag != "d"]
        target = (
            {term for w in after[1:] if w.is_name for term in w.terms}
            if after and after[0].lower in {"to", "for", "in", "at"}
            else set()
        )
        if relation.owner and owner:
            if place.asked.holds_any(relation.owner, owner):
                return ""
            objection = "it is somebody else's"
        elif relation.owner and target and place.asked.holds_any(relation.owner, target):
            objection = "it is the one sent there, not from there"
        elif relation.target and target and not place.asked.holds_any(relation.target, target):
            objection = "it is the one sent to somebody else"
    return objection


def another_role(place: Place) -> str:
    """Return the objection that all deeds of the sentence have other doers or are done to others; empty for none."""
    way = way_of_the_deed(place)
    if way is not None:
        return TURNED_ROUND if way == "turned" else ""
    objections = [_objection_to(deed, place) for deed in _told_deeds(place)]
    if not all(objections):
        return ""
    objection = next(iter(objections), "")
    if not objection and place.asked.giving:
        given = [
            deed
            for deed in place.every_deed
            if not place.asked.giving.isdisjoint(place.words[deed.place].terms)
        ]
        if is_turned_round(place, given) or _is_given_by_its_receiver(place, given):
            return TURNED_ROUND
    if (
        not objection
        and not place.deeds
        and _has_both_named(place)
        and is_turned_round(place, _one_way(place))
    ):
        return TURNED_ROUND
    return objection or (ANOTHER_DID_IT if not place.deeds and _is_of_another_doer(place) else "")


def _told_deeds(place: Place) -> list[Deed]:
    """Return the deeds of the sentence that have anybody in them; where the question's own verb has its doer there, without the
    nouns that only stand for it and have none: "the *duty* that Sudria levies"."""
    told = [deed for deed in place.deeds if deed.agent or deed.patient]
    verb = place.asked.frame.verb
    if any(deed.sure and deed.agent and verb in place.words[deed.place].terms for deed in told):
        return [deed for deed in told if deed.agent]
    return told


def _is_given_by_its_receiver(place: Place, given: Sequence[Deed]) -> bool:
    """Tell whether one to whom it is given in the question gives it, and the question's giver does not."""
    agent = place.asked.frame.agent
    receivers = [one.names for one in place.asked.frame.attachments if one.preposition == "to"]
    if agent is None or not agent.names or not receivers:
        return False
    every = [*given, *deeds(place.words, place.asked.giving)]
    sure = [deed for deed in every if deed.sure and not _is_joint(deed)]
    return any(
        not _same(agent, deed.agent, place)
        and any(place.asked.holds_any(names, terms_of(deed.agent)) for names in receivers)
        for deed in sure
    )


def _has_both_named(place: Place) -> bool:
    agent, patient = place.asked.frame.agent, place.asked.frame.patient
    return agent is not None and patient is not None and bool(agent.names and patient.names)


def _one_way(place: Place) -> list[Deed]:
    """Return what one does to another in the sentence: not what is said, and not what both do, such as to meet."""
    return [
        deed
        for deed in place.every_deed
        if place.words[deed.place].tag not in "VBGP"
        and not place.asked.both_do.intersection(place.words[deed.place].terms)
    ]


def _is_of_another_doer(place: Place) -> bool:
    """Tell whether all is done by another name in a sentence that has neither the question's doer nor a pronoun for him."""
    agent = place.asked.frame.agent
    if (
        agent is None
        or not agent.names
        or place.asked.holds_any(agent.names, place.terms | place.title_terms)
    ):
        return False
    doers = [deed.agent for deed in place.every_deed if deed.agent]
    return (
        bool(doers)
        and not any(word.tag in "po" for word in place.words)
        and compare(agent, doers[0], place.asked.held, place.known) == "other"
    )


def is_turned_round(place: Place, found: Sequence[Deed]) -> bool:
    """Tell whether by the deeds ``found`` one to whom it is done in the question does it to the question's doer."""
    doer, others = _doer_and_others(place)
    straight = turned = False
    for deed in found:
        straight = straight or _runs(deed, place, doer, others)
        turned = turned or _runs_back(deed, place, doer, others)
    return turned and not straight


def _doer_and_others(place: Place) -> tuple[NounPhrase | None, list[NounPhrase]]:
    """Return the question's doer, where it names one, and the other names of which a deed is asked."""
    frame = place.asked.frame
    doer = frame.agent if frame.agent is not None and frame.agent.names else None
    if doer is None and not frame.asks_agent:
        return None, []
    own = frozenset(doer.names) if doer is not None else frozenset[str]()
    others = [NounPhrase(name, (), name[-1]) for name in frame.names if own.isdisjoint(name)]
    return doer, others


def _runs(deed: Deed, place: Place, doer: NounPhrase | None, others: Sequence[NounPhrase]) -> bool:
    """Tell whether the deed has the question's doer, or with none named somebody else than ``others``, as its own."""
    if doer is not None:
        return _same(doer, deed.agent, place)
    return bool(deed.agent) and any(_same(one, deed.patient, place) for one in others)


def _runs_back(deed: Deed, place: Place, doer: NounPhrase | None, others: Sequence[NounPhrase]) -> bool:
    """Tell whether one of ``others`` does it to the question's doer, or with none named, does it to anybody by name."""
    if not deed.agent or not any(_same(one, deed.agent, place) for one in others):
        return False
    if doer is not None:
        return not _same(doer, deed.agent, place) and _same(doer, deed.patient, place)
    return any(word.is_name for word in deed.patient) and not any(
        _same(one, deed.patient, place) for one in others
    )


def _same(phrase: NounPhrase, words: Words, place: Place) -> bool:
    return bool(words) and compare(phrase, words, place.asked.held, place.known) == "same"


def _objection_to(deed: Deed, place: Place) -> str:
    agent, patient = place.asked.frame.agent, place.asked.frame.patient
    if agent is not None:
        return _objection_to_agent(agent, patient, deed, place)
    if patient is not None:
        return objection_to_patient(patient, deed, place)
    return ""


def _objection_to_agent(agent: NounPhrase, patient: NounPhrase | None, deed: Deed, place: Place) -> str:
    if patient is not None and _is_turned_round(agent, patient, deed, place):
        return TURNED_ROUND
    as_agent = compare(agent, deed.agent, place.asked.held, place.known)
    if as_agent == "same":
        if patient is not None and _is_the_other_one(agent, patient, deed, place):
            return TURNED_ROUND
        return TO_ANOTHER if patient is not None and is_to_another(patient, deed, place) else ""
    as_patient = compare(agent, deed.patient, place.asked.held, place.known) if deed.patient else "unclear"
    if as_agent == "other" and deed.sure and not _is_joint(deed):
        return ANOTHER_DID_IT
    if deed.sure and not _is_joint(deed):
        if patient is not None and _is_doer(patient, deed, place):
            return TURNED_ROUND
        asked_of = place.asked.frame.asked_of
        # What is counted may stand where it has it done to it: "its army withdrew 200 soldiers".
        if (
            not agent.joined
            and _heads(deed.agent, asked_of, place)
            and not place.asked.holds_any(place.asked.heads_counted, terms_of(deed.patient))
        ):
            return TURNED_ROUND
        if _is_another_party(agent, deed, place):
            return ANOTHER_DID_IT
    if _stands_for_another(agent, deed, place) or _goes_on_of_another(agent, deed, place):
        return ANOTHER_DID_IT
    if (
        as_patient == "same"
        and patient is not None
        and deed.agent
        and compare(patient, deed.agent, place.asked.held, place.known) == "same"
    ):
        return TURNED_ROUND
    return ""


def _is_the_other_one(agent: NounPhrase, patient: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether two are told apart by a word before the noun, and the deed's doer has that of the one to whom it is done:
    "rich countries promised", where it is asked what the poor ones promised the rich."""
    if agent.names or patient.names or not deed.sure:
        return False
    own, theirs = set(agent.others) - {agent.head}, set(patient.others) - {patient.head}
    doer = {term for word in deed.agent for term in word.terms}
    return bool(own and theirs) and not own & doer and bool(theirs & doer) and agent.head not in doer & theirs


def _stands_for_another(agent: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether a pronoun does it behind "after" or "because" in a sentence whose subject is another than the question's doer,
    who stands behind a preposition: "Norland let aircraft of Sudria pass again, a year after it had closed the sky to them"."""
    if agent.joined or deed.passive:
        return False
    pronoun = next((n for n in range(deed.place - 1, -1, -1) if place.words[n].tag == "p"), None)
    if len(deed.agent) != 1 or pronoun is None or place.words[pronoun].lower not in {"it", "he", "she"}:
        return False
    if not pronoun or place.words[pronoun - 1].tag != "b":
        return False
    subject = first_subject(place.words)
    if not any(word.is_name for word in subject) or place.asked.holds_any(agent.terms, terms_of(subject)):
        return False
    if not any(
        word.tag == "i" and _names(agent, place.words[n + 1 : n + 5], place)
        for n, word in enumerate(place.words)
    ):
        return False
    return compare(agent, subject, place.asked.held, place.known) != "same"


def _goes_on_of_another(agent: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether "they", with which the sentence begins, do it, who are the subject of the sentence before, and not the doer of
    the question, whom that does not name: "The rebels accepted two points. They rejected the fourth." """
    if (
        agent.names
        or agent.joined
        or not deed.sure
        or len(deed.agent) != 1
        or deed.agent[0] is not place.words[0]
    ):
        return False
    if deed.agent[0].lower != "they":
        return False
    subject = first_subject(place.before)
    before = {term for word in place.before for term in word.terms}
    if not subject or place.asked.holds_any(agent.terms, before):
        return False
    return compare(agent, subject, place.asked.held, place.known) == "other"


def _names(phrase: NounPhrase, words: Words, place: Place) -> bool:
    terms = phrase.names or (phrase.head,)
    return any(place.asked.held(terms[-1], word.terms) for word in words if word.tag in "NTrn")


def _is_doer(patient: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether one to whom it is done in the question does it, by the same name, where it is not what both do."""
    if not place.asked.both_do.isdisjoint(place.words[deed.place].terms):
        return False
    own = frozenset(patient.names) or frozenset({patient.head})
    return _heads(deed.agent, own, place)


def _heads(words: Words, terms: Collection[str], place: Place) -> bool:
    """Tell whether the last noun of the first phrase of ``words`` has one of the terms, or a word of its name does."""
    until = next((n for n, word in enumerate(words) if n and word.text == ","), len(words))
    phrase = noun_phrase(words[:until])
    if phrase is None or phrase.joined:
        return False
    titles = {
        term
        for word, after in pairwise(words[:until])
        if word.tag in "rT" and after.is_name
        for term in word.terms
    }
    return any(place.asked.held(term, {phrase.head, *phrase.names, *titles}) for term in terms)


def _is_another_party(agent: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether the deed is another's than the question's doer, both of whom a sentence around names, or of another office."""
    doer = noun_phrase(deed.agent)
    if doer is None or doer.joined or agent.joined:
        return False
    if _is_in_another_office(agent, deed, place):
        return True
    own = set(agent.names) or {agent.head}
    others = set(doer.names) or {doer.head}
    if place.asked.holds_any(own, {term for word in deed.agent for term in word.terms}):
        return False
    return place.are_apart(own, others)


def _is_in_another_office(agent: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether the doer is somebody by name and office, the question's another one whom the document has beside him: asked is
    what the governor demanded, and "the union's president, Dora Kelm," demanded it."""
    offices = {term for word in place.asked.frame.words if word.tag in "rT" for term in word.terms}
    if agent.names or agent.head not in offices or agent.head not in place.known:
        return False
    held = [word for word in deed.agent if word.tag in "rT" and word.terms]
    named = any(word.is_name for word in deed.agent)
    return named and bool(held) and not place.asked.holds_any(agent.terms, terms_of(deed.agent))


def _is_turned_round(agent: NounPhrase, patient: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether a pronoun does it for the subject of the sentence before, to whom it is done in the question."""
    if (
        deed.passive
        or not deed.agent
        or not all(word.tag in "p" for word in deed.agent if word.terms or word.tag in "p")
    ):
        return False
    if not agent.names or not patient.names or not any(word.tag == "p" for word in deed.agent):
        return False
    subject = first_subject(place.before)
    return (
        compare(patient, subject, place.asked.held, place.known) == "same"
        and compare(agent, subject, place.asked.held, place.known) == "other"
    )


def lacks_the_deed(place: Place) -> bool:
    """Tell whether it is asked who did something, and neither the sentence nor one found with it has the verb, a word that stands
    for it, or one of its family: "who signed it?" is not answered where nothing is signed."""
    return place.asked.frame.asks_agent and tells_of_no_deed(place)


def lacks_the_doer(place: Place) -> bool:
    """Tell whether neither the sentence nor one found with it has a word for the question's doer."""
    agent = place.asked.frame.agent
    if agent is None:
        return False
    beside = terms_of(place.asked.read(place.beside))
    return not place.asked.holds_any(agent.terms, place.terms | beside | place.title_terms)


def tells_of_no_deed(place: Place) -> bool:
    """Tell whether neither the sentence nor one found with it has the question's verb, where that says what is done, a word that
    stands for it, or one of its family."""
    frame = place.asked.frame
    if frame.verb is None or frame.verb in LIGHT or place.deeds:
        return False
    if way_of_the_deed(place) is not None:
        return False
    verbs = {frame.verb, *place.asked.standing_for(frame.verb)}
    if any(_tells_of(word, verbs, place) for word in place.words if word.tag not in "NT"):
        return False
    beside = place.asked.read(place.beside)
    return not any(_tells_of(word, verbs, place) for word in beside if word.tag not in "NTr")


def _tells_of(word: Word, verbs: Collection[str], place: Place) -> bool:
    """Tell whether a word is one of the ``verbs``, or of the family of the question's."""
    verb = place.asked.frame.verb
    of_family = verb is not None and len(verb) >= BEGINNING and word.lower.startswith(verb[:BEGINNING])
    return of_family or not verbs_of(word).isdisjoint(verbs)


def does_it(place: Place) -> bool:
    """Tell whether the sentence has the question's doer do what is asked about, by its verb or a word that stands for it."""
    agent = place.asked.frame.agent
    return agent is not None and any(deed.sure and _same(agent, deed.agent, place) for deed in place.deeds)


def fills(place: Place) -> bool:
    """Tell whether the sentence itself has the question's names and its verb in their roles."""
    frame = place.asked.frame
    if any(
        not place.asked.holds_any(name, place.terms) and not place.asked.holds_any(name, place.title_terms)
        for name in frame.names
    ):
        return False
    if frame.relation is not None and not place.asked.held(frame.relation.role, place.terms):
        return False
    own = frame.patient.others if frame.patient is not None else ()
    # What is asked for, "how many civilians were freed", may be called otherwise.
    what = [term for term in own if term.isalpha() and term not in frame.asked_of]
    if (
        frame.verb is not None
        and frame.agent is not None
        and what
        and not place.asked.holds_any(what, place.terms)
    ):
        # "How far must Teland withdraw its artillery", where Teland withdraws its tanks: another thing is done by whom is asked.
        return False
    if frame.verb is not None and way_of_the_deed(place) == "straight":
        return True
    if frame.verb is not None:
        return any(
            frame.agent is None or compare(frame.agent, deed.agent, place.asked.held, place.known) == "same"
            for deed in place.deeds
        )
    return bool(frame.names)


def _is_joint(deed: Deed) -> bool:
    """Tell whether the doer's words are a pronoun, which may stand for anybody."""
    return all(word.tag in "poda" for word in deed.agent)
