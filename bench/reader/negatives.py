"""Make hard unanswerable questions, and a few answerable twins, by rule.

    python -m bench.reader.negatives --examples examples.jsonl.gz --documents documents.jsonl.gz --out negatives.jsonl.gz

``documents``: texts in the public domain {"title", "text"} whose sentences feed the questions about who did what. Needs spaCy
3.8 and its small English model, to find names and subjects.
"""

import argparse
import random
import re
from collections import Counter, defaultdict

import spacy

from bench.reader.examples import read_examples, write_examples
from bench.reader.passages import MONTHS, Passage, dateline, holds, joined, overlap, quiet
from bench.reader.roles import roles, statements

NAMES = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
CARDINALS = "two three four five six seven eight nine ten eleven twelve".split()
SYMMETRIC = re.compile(
    r"\b(between|with|and|both|or|versus|vs|same|together|near|border\w*|distance|difference|common|meet|met|share[ds]?"
    r"|relat\w+|neighbou?r\w*|similar|compar\w+|along|differ\w*|equal)\b",
    re.IGNORECASE,
)
ANTONYMS = dict(
    pair
    for one, other in (
        line.split("/")
        for line in """
        largest/smallest highest/lowest oldest/youngest most/least more/fewer before/after
        increase/decrease increased/decreased first/last north/south northern/southern east/west
        eastern/western won/lost win/lose best/worst higher/lower larger/smaller longer/shorter
        earliest/latest began/ended begin/end started/stopped support/oppose supported/opposed
        accepted/rejected allowed/forbade legal/illegal above/below older/younger majority/minority
        rich/poor gained/lost rise/fall rose/fell male/female entered/left inside/outside buy/sell
        bought/sold opened/closed attacked/defended
        """.split()
    )
    for pair in ((one, other), (other, one))
)

ATTRIBUTES = [
    (
        {"PERSON"},
        ["How old is {}?", "How old was {} at the time?", "What is {}'s age?", "In what year was {} born?"],
        r"\bage[ds]?\b|\bold\b|born|birth|\b\d\d\b,|-year-",
    ),
    (
        {"PERSON"},
        ["Where was {} born?", "In which city does {} live?", "Where did {} go to school?"],
        r"born|birth|native|liv(es?|ed|ing)|resid|home|school|universit|college|raised|grew|studied|educated|from\b",
    ),
    (
        {"PERSON"},
        [
            "Who is {} married to?",
            "What is the name of {}'s wife?",
            "How many children does {} have?",
            "Who is {}'s father?",
        ],
        r"married|wife|husband|spouse|child|son\b|daughter|father|mother|parent|widow|brother|sister|famil",
    ),
    (
        {"PERSON"},
        [
            "In which hotel did {} stay?",
            "What was {} wearing?",
            "How did {} travel there?",
            "What time did {} arrive?",
            "Which airline did {} use?",
        ],
        r"hotel|inn\b|residence|stay|wear|wore|dress|suit|train|plane|fl(y|ew|ight)|drove|car\b|ship"
        r"|boat|arriv|o'clock|[ap]\.?m\b|airline|travel",
    ),
    (
        {"PERSON"},
        [
            "What is {}'s phone number?",
            "How much does {} earn?",
            "What languages does {} speak?",
            "Who interpreted for {}?",
            "What religion is {}?",
        ],
        r"phone|earn|salar|paid|\$|languages?|speak|spoke|fluent|interpret|translat|religio|church"
        r"|catholic|muslim|jewish|christian|faith",
    ),
    (
        {"GPE"},
        [
            "What is the population of {}?",
            "What is the area of {}?",
            "What is the currency of {}?",
            "How many soldiers does {} have?",
            "What is the official language of {}?",
            "Who is the finance minister of {}?",
        ],
        r"population|people|inhabitant|resident|area|square|km|mile|acre|currenc|dollar|euro|pound"
        r"|soldier|troop|army|forces|languages?|speak|financ|minister",
    ),
    (
        {"ORG"},
        [
            "When was {} founded?",
            "Who founded {}?",
            "How many employees does {} have?",
            "Where is {} headquartered?",
            "Who is the spokesperson of {}?",
            "What is the annual budget of {}?",
        ],
        r"found|establish|creat|form(ed|ation)|start|began|launch|employ|staff|worker|member"
        r"|headquart|based|locat|office|spokes|budget|billion|million|incorporat|open",
    ),
    (
        {"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"},
        [
            "How many pages does {} have?",
            "Who translated {}?",
            "How long did {} last?",
            "How much did {} cost?",
            "In which hotel did {} take place?",
            "Who sponsored {}?",
        ],
        r"page|translat|hour|minute|day|week|month|year|last|cost|price|\$|£|million|billion|hotel|sponsor|fund",
    ),
    (
        None,
        [
            "In which hotel were the talks held?",
            "How many pages does the document have?",
            "How long did the meeting last?",
            "Who interpreted at the meeting?",
            "Who photographed the ceremony?",
            "At what time did the meeting begin?",
            "Which newspaper published the letter?",
            "How many journalists were present?",
            "What was on the menu?",
        ],
        r"hotel|page|hour|minute|interpret|translat|photo|o'clock|[ap]\.?m\b|newspaper|journalist"
        r"|reporter|press|menu|dinner|lunch|meal",
    ),
]
"""Whose attribute, questions about it, and the words that would betray that the passage may give it after all."""


def change_value(word, rnd):
    if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", word):
        return str(int(word) + rnd.choice((-25, -10, -4, -3, -2, -1, 1, 2, 3, 4, 10)))
    if re.fullmatch(r"\d{1,3}", word):
        return str(max(1, int(word) + rnd.choice((-9, -5, -3, -2, 2, 3, 4, 7, 12))))
    if re.fullmatch(r"\d{1,2}(st|nd|rd|th)", word):
        return re.sub(
            r"\d+(st|nd|rd|th)",
            lambda m: f"{max(4, (int(m.group()[:-2]) + rnd.choice((3, 5, -4))) % 20)}th",
            word,
        )
    for group in (MONTHS, WEEKDAYS, ORDINALS, CARDINALS):
        if word in group:
            return rnd.choice([w for w in group if w != word])
    return None


def from_question(example, passage, question, pool, rnd):
    """Yield (kind, question) for one answerable example."""
    q, c = example["q"], example["c"]
    answer = c[example["sp"][0][0] : example["sp"][0][1]]
    ents = [(re.sub(r"^(the|The) |['’]s$", "", e.text), e.label_) for e in question.ents]
    ents = [(n, label) for n, label in ents if len(n) > 2 and holds(q, n) and not overlap(n, answer)]
    own = [(n, label) for n, label in ents if label in NAMES and holds(c, n)]
    # two names of the question change places
    for i, (x, lx) in enumerate(own):
        for y, ly in own[i + 1 :]:
            if (
                (lx != ly and not {lx, ly} <= {"PERSON", "ORG", "GPE"})
                or overlap(x, y)
                or SYMMETRIC.search(q)
            ):
                continue
            gap = q[q.find(x) + len(x) : q.find(y)]
            if q.find(y) < q.find(x) or len(gap) < 5 or re.fullmatch(r"\W*(of|in|the|from|\s)*\W*", gap):
                continue
            yield "swap", q.replace(x, "\0").replace(y, x).replace("\0", y)
    # a name gives way to another of the passage, or to one from elsewhere
    for x, label in own:
        near = [
            n
            for n, _ in passage.names[label]
            if n != x
            and not holds(q, n)
            and not overlap(n, x)
            and not overlap(n, answer)
            and (n[0].isupper() or n[0].isdigit())
        ]
        near = [n for n in set(near) if not joined(passage, x, n) and quiet(passage, n, example)]
        if near and not re.search(r"\b(and|or|between|both)\b", q):
            yield "name-near", q.replace(x, rnd.choice(sorted(near)))
        if rnd.random() < 0.25 and label in ("PERSON", "GPE", "NORP"):
            n = rnd.choice(pool[label])
            if not overlap(n, c) and not overlap(n, q):
                yield "name-far", q.replace(x, n)
    # another year, number, month, weekday, ordinal
    for m in re.finditer(r"\b[A-Za-z0-9]+\b", q):
        w = m.group()
        if (
            m.start() == 0
            or example["src"].startswith("tsqa")
            or change_value(w, rnd) is None
            or (w in ("May", "March", "one", "first") and rnd.random() < 0.5)
        ):
            continue
        if not holds(c, w):
            continue
        values = (
            [
                v
                for v in set(re.findall(r"\b(?:1[0-9]{3}|20[0-9]{2})\b", c))
                if v != w and not overlap(v, answer) and v not in q and quiet(passage, v, example)
            ]
            if re.fullmatch(r"\d{4}", w)
            else []
        )
        v = rnd.choice(sorted(values)) if values and rnd.random() < 0.6 else change_value(w, rnd)
        if v in values or not holds(c, v):
            yield "value", q[: m.start()] + v + q[m.end() :]
    # negation and antonym
    m = re.search(r"\b(did|does|do|is|was|are|were|can|could|will|would|has|have|had|must|should)\b", q)
    if (
        m
        and m.start() > 2
        and len(q) > 22
        and not re.search(r"\bnot\b|n't|\b(how|when|why)\b", q, re.I)
        and not re.search(r"\b(is|was|are|were)\b (the|a|an)\b", q)
    ):
        verb = m.group()
        if verb in ("did", "does", "do"):
            re.match(r"(?: (?:the |an? )?[\w’'-]+)", q[m.end() :])
            subject = next(
                (t for t in question if t.dep_ in ("nsubj", "nsubjpass") and t.idx > m.end()), None
            )
            if subject is not None:
                at = subject.right_edge.idx + len(subject.right_edge.text)
                if at < len(q) - 3:
                    yield "not", q[:at] + " not" + q[at:]
        elif re.match(r"(who|what|which)\b", q, re.I) and not any(
            t.dep_ in ("nsubj", "nsubjpass") and t.idx > m.end() for t in question
        ):
            yield "not", q[: m.end()] + " not" + q[m.end() :]
    for m in re.finditer(r"\b[a-z]+\b", q):
        if m.group() in ANTONYMS and not holds(c.lower(), ANTONYMS[m.group()]):
            yield "antonym", q[: m.start()] + ANTONYMS[m.group()] + q[m.end() :]
            break


def attribute(passage, rnd):
    kinds, templates, cue = rnd.choice(ATTRIBUTES)
    if re.search(cue, passage.text, re.I):
        return None
    if kinds is None:
        return rnd.choice(templates)
    names = [
        n for k in kinds for n, _ in passage.names[k] if n[0].isupper() and len(n) > 3 and not n.isupper()
    ]
    return rnd.choice(templates).format(rnd.choice(names)) if names else None


def without_answer(example, passage, rnd):
    """The passage less every sentence that holds the answer: the same names, no answer."""
    answers = {example["c"][a:b].lower() for a, b in example["sp"]}
    words = {w for a in answers for w in re.findall(r"\w{4,}", a)}
    keep = [
        passage.text[a:b].strip()
        for a, b in passage.sentences
        if not any(x in passage.text[a:b].lower() for x in answers)
        and not (words and words <= set(re.findall(r"\w+", passage.text[a:b].lower())))
    ]
    left = " ".join(keep)
    names = set(re.findall(r"\b[A-Z][a-z]{2,}", example["q"][1:]))
    if (
        len(keep) < 1
        or len(left) < 90
        or any(x in left.lower() for x in answers)
        or (names and not any(n in left for n in names))
    ):
        return None
    return left


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--examples", required=True)
    p.add_argument("--documents", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--model", default="en_core_web_sm")
    p.add_argument("--seed", type=int, default=11)
    p.add_argument("--documents-used", type=int, default=500)
    p.add_argument("--limit", type=int, default=10**9)
    p.add_argument("--only-roles", action="store_true")
    p.add_argument("--few", type=int, default=2000, help="at most so many negations, antonyms, foreign names")
    a = p.parse_args()
    rnd = random.Random(a.seed)
    nlp = spacy.load(a.model)
    examples = read_examples(a.examples)
    examples = [
        e for e in examples if e["k"] == "span" and e["c"] != e["c"].lower() and e["q"] != e["q"].lower()
    ]
    rnd.shuffle(examples)
    seen = Counter()
    chosen = []
    for e in examples:  # at most five questions of one passage, ten of one sentence
        seen[e["c"]] += 1
        if seen[e["c"]] <= (5 if len(e["c"]) > 300 else 10):
            chosen.append(e)
    chosen = chosen[: a.limit]
    texts = sorted({e["c"] for e in chosen})
    print("questions", len(chosen), "passages", len(texts), flush=True)
    passages = {d.text: Passage(d) for d in nlp.pipe(texts, batch_size=128, n_process=2)}
    print("passages parsed", flush=True)
    if a.only_roles:
        chosen = []
    questions = list(nlp.pipe((e["q"] for e in chosen), batch_size=512, n_process=2))
    print("questions parsed", flush=True)
    pool = defaultdict(list)
    for s in passages.values():
        for label, ns in s.names.items():
            pool[label] += [n for n, _ in ns if n[0].isupper()]
    out = []

    def put(kind, q, t, c, sp, of):
        out.append(
            {"q": q, "t": t, "c": c, "sp": sp, "k": "span" if sp else "null", "src": "made-" + kind, "of": of}
        )

    for e, qd in zip(chosen, questions, strict=False):
        s = passages[e["c"]]
        got = []
        for kind, q in from_question(e, s, qd, pool, rnd):
            if q != e["q"]:
                got.append((kind, q))
        rnd.shuffle(got)
        got.sort(key=lambda g: g[0] not in ("swap", "name-near", "value"))
        for kind, q in got[:2]:
            put(kind, q, e["t"], e["c"], [], e["q"])
        if rnd.random() < 0.3:
            left = without_answer(e, s, rnd)
            if left:
                put("neighbour", e["q"], e["t"], left, [], e["q"])
        if rnd.random() < 0.08:
            line = dateline(rnd)
            put(
                "dateline-kept",
                e["q"],
                e["t"],
                line + e["c"],
                [[x + len(line), y + len(line)] for x, y in e["sp"]],
                e["q"],
            )
        if rnd.random() < 0.07 and len(e["c"]) > 200:
            left = without_answer(e, s, rnd)
            if left:
                put(
                    "dateline",
                    e["q"],
                    e["t"],
                    dateline(rnd) + left[: rnd.choice((150, 300, 600))],
                    [],
                    e["q"],
                )
        if rnd.random() < 0.15:
            q = attribute(s, rnd)
            if q:
                put("attribute", q, e["t"], e["c"] if rnd.random() < 0.8 else dateline(rnd) + e["c"], [], "")
    print(Counter(x["src"] for x in out), flush=True)
    # roles, from the passages and from public-domain documents
    docs = read_examples(a.documents)
    rnd.shuffle(docs)
    extra = []
    for d in docs[: a.documents_used]:
        paragraphs = [" ".join(x.split()) for x in re.split(r"\n\s*\n", d["text"])]
        paragraphs = [
            x
            for x in paragraphs
            if 120 < len(x) < 900 and len(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", x)) >= 3
        ]
        extra += [(x, d["title"]) for x in rnd.sample(paragraphs, min(len(paragraphs), 20))]
    print("document paragraphs", len(extra), flush=True)
    parsed = nlp.pipe(extra, as_tuples=True, batch_size=64, n_process=2)
    for doc, title in [(passages[t].doc, "") for t in texts] + list(parsed):
        sents = list(doc.sents)
        for i, s in enumerate(sents):
            if len(s) > 60:
                continue
            lo, hi = max(0, i - rnd.choice((0, 1, 1, 2))), min(len(sents) - 1, i + rnd.choice((0, 1, 1, 2)))
            window = doc[sents[lo].start : sents[hi].end]
            base = window.start_char
            for kind, find in (("roles", roles), ("statements", statements)):
                for yes, no in find(s, window, base, rnd):
                    text = window.text
                    line = dateline(rnd) if rnd.random() < 0.12 else ""
                    t = title if rnd.random() < 0.5 else ""
                    for q, (x, y) in yes:
                        put(kind + "-kept", q, t, line + text, [[x + len(line), y + len(line)]], s.text)
                    for q in no:
                        put(kind, q, t, line + text, [], s.text)
        if title and rnd.random() < 0.5 and not a.only_roles:
            q = attribute(Passage(doc), rnd)
            if q:
                put("attribute", q, title if rnd.random() < 0.5 else "", doc.text, [], "")
    few = {"made-not": a.few, "made-antonym": a.few, "made-name-far": a.few}
    rnd.shuffle(out)
    kept = Counter()
    some = []
    for x in out:
        kept[x["src"]] += 1
        if kept[x["src"]] <= few.get(x["src"], 10**9):
            some.append(x)
    out = some
    print(Counter(x["src"] for x in out))
    write_examples(a.out, out)


if __name__ == "__main__":
    main()
