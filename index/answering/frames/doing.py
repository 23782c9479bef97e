"""Objections about who did what to whom: another did it, to another, the other way round, or it is somebody else's."""

from index.answering.frames.place import Place
from index.language.english.asking.frames import Relation, owner_before
from index.language.english.roles import Deed, NounPhrase, compare, first_subject


def another_relation(relation: Relation, place: Place) -> str:
    """Return the objection that the sentence speaks of somebody else's minister, envoy or the like; empty for none."""
    objection = ""
    for n, word in enumerate(place.words):
        if not any(place.asked.held(relation.role, {term}) for term in word.terms):
            continue
        owner = owner_before(place.words, n)
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
    objection = ""
    for deed in place.deeds:
        found = _objection_to(deed, place)
        if not found:
            return ""
        objection = objection or found
    return objection


def _objection_to(deed: Deed, place: Place) -> str:
    agent, patient = place.asked.frame.agent, place.asked.frame.patient
    if agent is not None:
        return _objection_to_agent(agent, patient, deed, place)
    if patient is not None:
        return _objection_to_patient(patient, deed, place)
    return ""


def _objection_to_agent(agent: NounPhrase, patient: NounPhrase | None, deed: Deed, place: Place) -> str:
    if patient is not None and _is_turned_round(agent, patient, deed, place):
        return "it was done the other way round"
    as_agent = compare(agent, deed.agent, place.asked.held, place.known)
    if as_agent == "same":
        return ""
    as_patient = compare(agent, deed.patient, place.asked.held, place.known) if deed.patient else "unclear"
    if as_agent == "other" and deed.sure and not _is_joint(deed):
        return "another did it"
    if (
        as_patient == "same"
        and patient is not None
        and deed.agent
        and compare(patient, deed.agent, place.asked.held, place.known) == "same"
    ):
        return "it was done the other way round"
    return ""


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


def _objection_to_patient(patient: NounPhrase, deed: Deed, place: Place) -> str:
    if not patient.names:
        return ""
    if compare(patient, deed.patient, place.asked.held, place.known) == "same":
        return ""
    turned = (
        deed.sure and deed.agent and compare(patient, deed.agent, place.asked.held, place.known) == "same"
    )
    if turned and (place.asked.frame.asks_agent or deed.patient):
        return "it was done the other way round"
    direct = deed.patient[:1]
    if place.asked.frame.asks_agent and not deed.passive and direct and direct[0].is_name:
        return "it was done to another"
    return ""


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
    if frame.verb is not None:
        return any(
            frame.agent is None or compare(frame.agent, deed.agent, place.asked.held, place.known) == "same"
            for deed in place.deeds
        )
    return bool(frame.names)


def _is_joint(deed: Deed) -> bool:
    """Tell whether the doer's words are a pronoun, which may stand for anybody."""
    return all(word.tag in "poda" for word in deed.agent)
