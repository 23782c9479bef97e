"""Who did what to whom: questions made by rule from a parsed sentence, and the same with the parties exchanged.

Each is a pair of answerable questions with their spans, and unanswerable ones; tokens and spans are spaCy's.
"""

import re

from bench.reader.passages import ACTORS, overlap

SYMMETRIC_VERBS = frozenset(
    """
    meet marry join include contain border fight face resemble equal accompany have be become
    represent remain constitute comprise mean involve see feature match rival divorce play star say
    call name know find make
    """.split()
)
"""Verbs by which the parties may change places, or that say too little."""

SPEAKS = (
    "said|says|announced|claimed|argued|added|noted|told|reported|stated|warned|promised|insisted|suggested|stressed|wrote"
    "|declared|asked"
)

MUTUAL = frozenset(
    """
    sign hold share agree conclude reach establish form discuss negotiate begin start enter maintain
    seek strengthen deepen build develop exchange continue conduct sever break restore end launch
    open
    """.split()
)
"""What is done with somebody is done by both."""


def phrase(token):
    """The noun phrase of a token, cut before a relative clause, an apposition or a second member."""
    out = []

    def walk(t):
        for x in t.lefts:
            if x.dep_ in ("relcl", "appos", "acl", "punct", "advcl") or not walk(x):
                return False
        out.append(t)
        for x in t.rights:
            if x.dep_ in ("relcl", "appos", "acl", "advcl", "punct", "cc", "conj", "parataxis"):
                return x.i > token.i
            if not walk(x):
                return False
        return True

    return (
        out
        if walk(token) and len(out) <= 9 and out[-1].i - out[0].i == len(out) - 1 and out[-1].dep_ != "prep"
        else None
    )


def clean(tokens):
    text = "".join(t.text_with_ws for t in tokens).strip()
    return text if "\n" not in text and not re.search(r"[\"“”():;]", text) else None


def actor(head, tokens):
    """Tell whether the head of a phrase is a person, body, country or people, or tied to one: "the Ukrainian delegation"."""
    if any(t.pos_ == "PRON" or t.tag_ == "PRP$" for t in tokens) or re.search(
        r"\b(Act|Bill|Medal|Award|Prize|Treaty|Agreement|Tribute|Times)\b",
        head.doc[tokens[0].i : tokens[-1].i + 1].text,
    ):
        return False
    return (head.ent_type_ in ACTORS and head.text[0].isupper()) or (
        head.pos_ == "NOUN"
        and any(
            c.ent_type_ in ACTORS and c.dep_ in ("amod", "compound", "poss", "nmod") for c in head.children
        )
    )


def lower(s):
    return s[0].lower() + s[1:] if re.match(r"(The|A|An|Our|His|Her|Their|Its) ", s) else s


def roles(sent, window, base, rnd):
    """Who did what to whom: answerable questions about a sentence, and the same with the two parties exchanged."""
    for v in sent:
        if (
            v.pos_ != "VERB"
            or v.tag_ not in ("VBD", "VBZ")
            or v.lemma_ in SYMMETRIC_VERBS
            or v.dep_ not in ("ROOT", "conj", "ccomp")
        ):
            continue
        if any(c.dep_ in ("neg", "aux", "prt", "auxpass") for c in v.children):
            continue
        subject = [c for c in v.lefts if c.dep_ == "nsubj"]
        objects = [c for c in v.rights if c.dep_ == "dobj"]
        if len(subject) != 1 or len(objects) != 1:
            continue
        o = objects[0]
        doer = phrase(subject[0])
        if not doer or not actor(subject[0], doer):
            continue
        # the other party: the object itself, or a name in a phrase hung on the object or the verb
        hosts = [o] + [
            p
            for c in list(o.rights) + [c for c in v.rights if c.i > o.i]
            if c.dep_ in ("prep", "dative")
            and c.text.lower() in ("with", "to", "from", "against", "of", "for", "on")
            for p in c.rights
            if p.dep_ == "pobj"
        ]
        for host in hosts:
            party = phrase(host)
            if not party or not actor(host, party):
                continue
            a, b = clean(doer), clean(party)
            last = max(party[-1].i, o.right_edge.i if host is o else party[-1].i)
            between = v.doc[v.i + 1 : party[0].i].text
            if (
                not a
                or not b
                or overlap(a, b)
                or "," in between
                or '"' in between
                or any(t.tag_ == "PRP$" or t.pos_ == "PRON" for t in v.doc[v.i + 1 : party[0].i])
                or len(between) > 60
                or last != party[-1].i
            ):
                continue
            if host is not o and host.head.lower_ == "with" and v.lemma_ in MUTUAL:
                continue
            if sum(t.lemma_ == v.lemma_ for t in window) > 1 or re.search(
                r"\b(each other|mutual|joint|both)\b", sent.text
            ):
                continue
            gap = (" " + between if between else "") + " "
            base_form = v.lemma_
            aux = "did" if v.tag_ == "VBD" else "does"
            sa, sb = (
                [doer[0].idx - base, doer[-1].idx + len(doer[-1]) - base],
                [party[0].idx - base, party[-1].idx + len(party[-1]) - base],
            )

            def who(toks):
                return (
                    rnd.choice(["Which country", "Who"])
                    if any(t.ent_type_ == "GPE" for t in toks) and len(toks) <= 2
                    else "Who"
                )

            yes, no = [], []
            yes.append((f"{who(doer)} {v.text}{gap}{lower(b)}?", sa))
            no.append(f"{who(doer)} {v.text}{gap}{lower(a)}?")
            if host is o:
                yes.append((f"Whom {aux} {lower(a)} {base_form}?", sb))
                no.append(f"Whom {aux} {lower(b)} {base_form}?")
                if v.text.endswith("ed"):
                    yes += [
                        (f"Who was {v.text} by {lower(a)}?", sb),
                        (f"By whom was {lower(b)} {v.text}?", sa),
                    ]
                    no += [f"Who was {v.text} by {lower(b)}?", f"By whom was {lower(a)} {v.text}?"]
            else:
                prep = host.head.text
                yes.append(
                    (
                        f"{prep.capitalize()} whom {aux} {lower(a)} {base_form}{gap.rstrip()[: -len(prep)].rstrip()}?",
                        sb,
                    )
                )
                no.append(
                    f"{prep.capitalize()} whom {aux} {lower(b)} {base_form}{gap.rstrip()[: -len(prep)].rstrip()}?"
                )
            for c in v.children:
                if (
                    c.dep_ == "advcl"
                    and any(t.lower_ in ("because", "since", "after") for t in c.lefts)
                    and c.i > last
                ):
                    span = v.doc[c.left_edge.i : c.right_edge.i + 1]
                    ask = "Why" if span[0].lower_ == "because" else "When"
                    if len(span) < 25:
                        yes.append(
                            (
                                f"{ask} {aux} {lower(a)} {base_form}{gap}{lower(b)}?",
                                [span.start_char - base, span.end_char - base],
                            )
                        )
                    no.append(f"{ask} {aux} {lower(b)} {base_form}{gap}{lower(a)}?")
            dates = [e for e in sent.ents if e.label_ == "DATE" and not set(e) & set(party)]
            if len(dates) == 1:
                yes.append(
                    (
                        f"When {aux} {lower(a)} {base_form}{gap}{lower(b)}?",
                        [dates[0].start_char - base, dates[0].end_char - base],
                    )
                )
                no.append(f"When {aux} {lower(b)} {base_form}{gap}{lower(a)}?")
            elif not dates:
                no.append(f"Why {aux} {lower(b)} {base_form}{gap}{lower(a)}?")
            rnd.shuffle(yes)
            rnd.shuffle(no)
            yield yes[:2], no[:2]
            break


def others(window, a, o_text):
    """Other actors of the window, of the kind of the subject's name: candidates for a wrong subject."""
    kinds = {t.ent_type_ for t in a if t.ent_type_ in ACTORS}
    own = "".join(t.text_with_ws for t in a)
    out = {}
    for e in window.ents:
        name = re.sub(r"^(the|The) |['’]s$", "", e.text).strip()
        if (
            e.label_ not in kinds
            or e.label_ == "NORP"
            or overlap(name, own)
            or len(name) < 3
            or "\n" in name
            or not name[0].isupper()
            or overlap(name, o_text)
        ):
            continue
        if any(c.dep_ == "conj" for c in e.root.children) or e.root.dep_ in ("conj", "appos") or name in out:
            continue
        out[name] = e
    return out


def statements(sent, window, base, rnd):
    """What someone did or said: answerable questions, and the same about another actor of the passage."""
    for v in sent:
        if (
            v.pos_ != "VERB"
            or v.tag_ not in ("VBD", "VBZ")
            or v.lemma_ in ("be", "have", "become", "do", "go", "get", "include")
            or v.dep_ not in ("ROOT", "conj", "ccomp", "advcl")
        ):
            continue
        if any(c.dep_ in ("neg", "aux", "prt", "auxpass", "expl") for c in v.children):
            continue
        subject = [c for c in v.lefts if c.dep_ == "nsubj"]
        if len(subject) != 1:
            continue
        doer = phrase(subject[0])
        if not doer or not actor(subject[0], doer):
            continue
        a = clean(doer)
        if not a:
            continue
        aux = "did" if v.tag_ == "VBD" else "does"
        sa = [doer[0].idx - base, doer[-1].idx + len(doer[-1]) - base]
        objects = [c for c in v.rights if c.dep_ == "dobj"]
        clause = [c for c in v.rights if c.dep_ == "ccomp"]
        place = [
            p
            for c in v.rights
            if c.dep_ == "prep" and c.lower_ in ("in", "at", "to")
            for p in c.rights
            if p.dep_ == "pobj" and p.ent_type_ in ("GPE", "LOC", "FAC")
        ]
        dates = [e for e in sent.ents if e.label_ == "DATE"]
        yes, no, o_text = [], [], ""

        def span(x):
            return [x.start_char - base, x.end_char - base]

        if len(objects) == 1:
            thing = phrase(objects[0])
            o_text = clean(thing) if thing else None
            if not o_text or any(t.pos_ == "PRON" or t.tag_ == "PRP$" for t in thing):
                continue
            person = actor(objects[0], thing) and objects[0].ent_type_ == "PERSON"
            ask = f"{'Whom' if person else 'What'} {aux} {{}} {v.lemma_}?"
            ro = [thing[0].idx - base, thing[-1].idx + len(thing[-1]) - base]
            yes += [(ask.format(lower(a)), ro), (f"Who {v.text} {lower(o_text)}?", sa)]
            no.append(ask)
            if len(dates) == 1 and not set(dates[0]) & set(thing):
                yes.append((f"When {aux} {lower(a)} {v.lemma_} {lower(o_text)}?", span(dates[0])))
            no += [
                f"{w} {aux} {{}} {v.lemma_} {lower(o_text)}?"
                for w in (["When", "Why"] if not dates else ["When"])
            ]
        elif len(clause) == 1 and v.lemma_ in (
            "say",
            "announce",
            "claim",
            "argue",
            "add",
            "note",
            "believe",
            "report",
            "state",
            "warn",
            "promise",
            "insist",
            "suggest",
            "stress",
        ):
            said = v.doc[clause[0].left_edge.i : clause[0].right_edge.i + 1]
            if not 4 <= len(said) <= 30 or said.start <= v.i:
                continue
            yes.append((f"What {aux} {lower(a)} {v.lemma_}?", span(said)))
            no.append(f"What {aux} {{}} {v.lemma_}?")
        elif place and not objects:
            where = v.doc[place[0].left_edge.i : place[0].i + 1]
            yes.append((f"Where {aux} {lower(a)} {v.lemma_}?", span(where)))
            no.append(f"Where {aux} {{}} {v.lemma_}?")
        else:
            continue
        names = others(window, doer, o_text)
        busy = {
            t.head.lemma_ + t.text
            for t in window
            if t.dep_ in ("nsubj", "nsubjpass", "conj", "agent", "pobj")
        }
        names = [n for n, e in names.items() if v.lemma_ + e.root.text not in busy]
        if not objects:
            names = [
                n
                for n in names
                if not (
                    clause and re.search(re.escape(n) + r"(\W+\w+){0,3}?\W+(" + SPEAKS + ")", window.text)
                )
            ]
        if not names or sum(t.lemma_ == v.lemma_ for t in window) > 1:
            continue
        rnd.shuffle(yes)
        rnd.shuffle(no)
        yield yes[: rnd.choice((1, 1, 2))], [n.format(rnd.choice(names)) for n in no[: rnd.choice((1, 2))]]
