"""Gather question and passage pairs from openly licensed sources.

    python -m bench.reader.gather --sources FOLDER --squad2 FOLDER --held questions.jsonl ... --out FOLDER

``sources`` holds one checkout a repository, named OWNER+NAME (README.md lists them). ``squad2`` holds passages.jsonl and
questions.jsonl of SQuAD 2.0's development articles: those up to "Immune system" are trained on, the rest goes to
dev.jsonl.gz. ``held`` are questions that must never be trained on, compared as strings of letters and digits. Writes
examples.jsonl.gz, easy.jsonl.gz (unanswerable pairs found by search) and dev.jsonl.gz.
"""

import argparse
import collections
import csv
import gzip
import io
import json
import pathlib
import random
import re
import zipfile

import numpy as np
from scipy import sparse

from bench.reader.examples import key, write_examples

LAST_TRAINED = "Immune system"


CLOSE = set(". , ; : ? ! ) ] } % 's n't 're 've 'll 'm 'd '' ”".split())
OPEN = set("( [ { $ `` “ £ €".split())
BRACKETS = {
    "``": '"',
    "''": '"',
    "-lrb-": "(",
    "-rrb-": ")",
    "-LRB-": "(",
    "-RRB-": ")",
    "-lsb-": "[",
    "-rsb-": "]",
}
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
STOP = frozenset(
    """
    the a an of in on at to for and or is was were are be been by with from as that this it its his her their
    which what who when where how why did does do many much has have had not
    """.split()
)


def detokenise(tokens):
    text, offsets, before = "", [], None
    for t in tokens:
        m = BRACKETS.get(t, t)
        tight = (
            not text
            or t in CLOSE
            or m in ")]"
            or before in OPEN
            or BRACKETS.get(before, before) in ("(", "[")
        )
        text += "" if tight else " "
        offsets.append((len(text), len(text) + len(m)))
        text += m
        before = t
    return text, offsets


def find(text, answer):
    i = text.lower().find(answer.lower())
    return [i, i + len(answer)] if i >= 0 and answer.strip() else None


def sentences(text):
    out, p = [], 0
    for m in SENTENCE.finditer(text):
        if m.start() > p:
            out.append((p, m.start()))
        p = m.end()
    return out + ([(p, len(text))] if p < len(text) else [])


class Gatherer:
    def __init__(self, sources, held, seed):
        self.root, self.held, self.rnd, self.examples, self.asked = (
            pathlib.Path(sources),
            held,
            random.Random(seed),
            [],
            set(),
        )

    def text(self, repository, path):
        raw = (self.root / repository / path).read_bytes()
        return (gzip.decompress(raw) if path.endswith((".gz", ".gzip")) else raw).decode("utf8", "replace")

    def lines(self, repository, path):
        return self.text(repository, path).rstrip("\n").split("\n")

    def add(self, q, t, c, spans, kind, src):
        q = " ".join(q.split())
        if len(q) >= 6 and key(q) not in self.held and (kind == "null" or spans):
            self.examples.append({"q": q, "t": t, "c": c, "sp": spans, "k": kind, "src": src})
            return True
        return None

    def window(self, text, span, longest=900):
        """A few sentences around a span."""
        if len(text) <= longest:
            return text, 0
        ss = sentences(text)
        lo = [j for j, (a, b) in enumerate(ss) if a <= span[0] <= b]
        hi = [j for j, (a, b) in enumerate(ss) if a < span[1] <= b + 2]
        if not lo or not hi:
            return None, 0
        lo, hi = lo[0], hi[-1]
        want = self.rnd.randint(2, 6)
        while hi - lo + 1 < want:
            sides = [-1] * (lo > 0 and ss[hi][1] - ss[lo - 1][0] <= longest) + [1] * (
                hi < len(ss) - 1 and ss[min(hi + 1, len(ss) - 1)][1] - ss[lo][0] <= longest
            )
            if not sides:
                break
            if self.rnd.choice(sides) < 0:
                lo -= 1
            else:
                hi += 1
        a, b = ss[lo][0], ss[hi][1]
        return (None, 0) if span[1] > b or b - a > 1600 else (text[a:b], a)

    def windowed(self, q, t, text, spans, src):
        w, o = self.window(text, spans[0])
        if w:
            self.add(q, t, w, [[s - o, e - o] for s, e in spans if s >= o and e - o <= len(w)], "span", src)

    def elsewhere(self, text, answers, longest=900):
        """A window of the same text without any of the answers."""
        ss = sentences(text)
        for _ in range(3):
            lo = hi = self.rnd.randrange(len(ss))
            while hi < len(ss) - 1 and ss[hi + 1][1] - ss[lo][0] <= longest and hi - lo < 4:
                hi += 1
            w = text[ss[lo][0] : ss[hi][1]]
            if 80 < len(w) < 1600 and not any(x.lower() in w.lower() for x in answers):
                return w
        return None

    # ---- sources

    def squad(self):
        repo, small, du = "liweijiang+QASystem", "michaelschung+cs224n-project", "xinyadu+nqg"
        contexts = {}

        def keep(tokens):
            contexts.setdefault(key(" ".join(tokens)), tokens)

        def put(tokens, q, s, e, src):
            text, off = detokenise(tokens)
            q = detokenise(q)[0]
            if (
                key(q) not in self.asked
                and s <= e < len(off)
                and self.add(q, "", text, [[off[s][0], off[e][1]]], "span", src)
            ):
                self.asked.add(key(q))

        for c, q, span in zip(
            *(self.lines(repo, "data/squad/all_val/val." + x) for x in ("context", "question", "span")),
            strict=False,
        ):
            s, e = sorted(map(int, span.split()))
            keep(c.split())
            put(c.split(), q.split(), s, e, "squad1-val")
        for f in ("small_train/train", "super_small_train/train", "density_val/val", "volume_mass_val/val"):
            for c in self.lines(repo, f"data/squad/{f}.context"):
                keep(c.split())
        for f in ("small", "tiny"):
            for c in self.lines(small, f"data/{f}.context"):
                keep(c.split())
        # Questions of the training split whose passage is among the known ones: the answer stands where its span says, and the
        # words agree.
        vocabulary = self.lines(repo, "data/squad/vocab.dat")
        known = list(contexts.values())
        at = collections.defaultdict(list)
        for i, t in enumerate(known):
            for j, w in enumerate(t):
                at[j, w.lower()].append(i)
        low = [[w.lower() for w in t] for t in known]
        bags = [set(t) for t in low]
        df = collections.Counter(w for b in bags for w in b)

        def idf(w, n):
            return np.log(1 + (n - df[w] + 0.5) / (df[w] + 0.5))

        answers = {}
        for q, span, answer in zip(
            *(
                self.lines(repo, f"data/squad/all_train/train.{x}")
                for x in ("ids.question", "span", "answer")
            ),
            strict=False,
        ):
            q = [vocabulary[int(x)] for x in q.split()]
            a = [w.lower() for w in answer.split()]
            s, e = sorted(map(int, span.split()))
            answers[key(" ".join(q))] = answer
            fits = [i for i in at.get((s, a[0]), []) if low[i][s : e + 1] == a] if a else []
            words = {w.lower() for w in q if len(w) > 2}
            whole = sum(idf(w, len(known)) for w in words) + 1e-6
            ranked = sorted(
                ((sum(idf(w, len(known)) for w in words if w in bags[i]) / whole, i) for i in fits),
                reverse=True,
            )
            if ranked and ranked[0][0] >= 0.35 and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= 0.12):
                put(known[ranked[0][1]], q, s, e, "squad1-recovered")
        # the sentences of Du et al. with the same answers
        quoted = {"(": "-lrb-", ")": "-rrb-", "[": "-lsb-", "]": "-rsb-", '"': "''"}
        for f in ("dev", "test"):
            unique, where = [], []
            for line in self.lines(du, f"data/processed/src-{f}.txt"):
                if not unique or unique[-1] != line:
                    unique.append(line)
                where.append(len(unique) - 1)
            bad = [
                key(" ".join(BRACKETS.get(w, w) for w in u.split()))[:60] in self.held_text for u in unique
            ]
            for p, q in zip(where, self.lines(du, f"data/processed/tgt-{f}.txt"), strict=False):
                answer = answers.get(key(q))
                if answer is None or key(q) in self.asked or bad[p]:
                    continue
                tokens = unique[p].split()
                a = [quoted.get(w.lower(), w.lower()) for w in answer.split()]
                hit = [i for i in range(len(tokens) - len(a) + 1) if tokens[i : i + len(a)] == a]
                if not hit:
                    continue
                lo, hi = (
                    max(0, p - self.rnd.choice((0, 1, 2))),
                    min(len(unique) - 1, p + self.rnd.choice((0, 1, 2))),
                )
                joined, start = [], 0
                for j in range(lo, hi + 1):
                    if bad[j]:
                        continue
                    if j == p:
                        start = len(joined)
                    joined += unique[j].split()
                if len(joined) > 170:
                    joined, start = tokens, 0
                put(joined, q.split(), start + hit[0], start + hit[0] + len(a) - 1, "squad1-du")
                keep(joined)
        # SQuAD 2.0's unanswerable questions, matched to those passages by their words
        known = list(contexts.values())
        bags = [{w.lower() for w in t} for t in known]
        df = collections.Counter(w for b in bags for w in b)
        inverted = collections.defaultdict(list)
        for i, b in enumerate(bags):
            for w in b:
                inverted[w].append(i)
        archive = zipfile.ZipFile(self.root / "antest1+SQuAD2-CR" / "SQuAD2_CR_20191127.zip")
        questions = {}
        for f in ("rationales/word_att_gold_train.tsv", "rationales/word_att_extended.tsv"):
            for line in archive.read(f).decode("utf8", "replace").split("\n")[1:]:
                p = line.split("\t")
                if len(p) > 1:
                    questions.setdefault(p[0], p[1])
        for q in questions.values():
            words = {w.lower() for w in q.split() if len(w) > 2}
            whole = sum(idf(w, len(known)) for w in words) + 1e-6
            score = collections.Counter()
            for w in words:
                if w in df and df[w] < len(known) * 0.1:
                    for i in inverted[w]:
                        score[i] += idf(w, len(known))
            if score and score.most_common(1)[0][1] / whole >= 0.42:
                self.add(
                    detokenise(q.split())[0],
                    "",
                    detokenise(known[score.most_common(1)[0][0]])[0],
                    [],
                    "null",
                    "squad2-cr",
                )

    def squadshifts_wikipedia(self):
        for a in json.loads(self.text("albertvillanova+squadshifts-website", "datasets/new_wiki_v1.0.json"))[
            "data"
        ]:
            for p in a["paragraphs"]:
                for q in p["qas"]:
                    c = p["context"].rstrip("\n")
                    spans = [[x["answer_start"], x["answer_start"] + len(x["text"])] for x in q["answers"]]
                    spans = [
                        s for s, x in zip(spans, q["answers"], strict=False) if c[s[0] : s[1]] == x["text"]
                    ]
                    if spans:
                        self.windowed(q["question"], "", c, spans, "sh_wiki")

    def natural_questions(self):
        for line in self.lines("nelson-liu+lost-in-the-middle", "qa_data/nq-open-oracle.jsonl.gz"):
            d = json.loads(line)
            gold = d["nq_annotated_gold"]
            c = gold["long_answer"]
            spans = [s for s in (find(c, a) for a in gold["short_answers"]) if s]
            if spans and len(c) <= 6000:
                self.windowed(d["question"], gold["title"], c, spans, "nq-oracle")

    def timeqa(self):
        for level in ("hard", "easy"):
            for line in self.lines("wenhuchen+Time-Sensitive-QA", f"dataset/human_train.{level}.json.gzip"):
                d = json.loads(line)
                c = d["context"]
                title = d["idx"].split("#")[0].split("/")[-1].replace("_", " ")
                good = [
                    [s, e]
                    for s, e, t in zip(d["from"], d["end"], d["targets"], strict=False)
                    if t and c[s:e] == t
                ]
                for s in good[:2]:
                    self.windowed(d["question"], title, c, [s] + [x for x in good if x != s], f"tsqa_{level}")
                w = self.elsewhere(c, [t for t in d["targets"] if t])
                if w:
                    self.add(d["question"], title, w, [], "null", f"tsqa_{level}-neg")

    def selqa(self):
        for part in ("dev", "test"):
            for d in json.loads(self.text("emorynlp+selqa", f"ass/selqa-ass-{part}.json")):
                ss, right = [x.strip() for x in d["candidates"]], d["answers"]
                if not right:
                    continue
                lo, hi = (
                    max(0, right[0] - self.rnd.randint(0, 3)),
                    min(len(ss) - 1, right[0] + self.rnd.randint(0, 3)),
                )
                while sum(map(len, ss[lo : hi + 1])) > 1000 and hi > lo:
                    lo, hi = (lo + 1, hi) if right[0] - lo > hi - right[0] else (lo, hi - 1)
                c, spans = "", []
                for j in range(lo, hi + 1):
                    c += " " if c else ""
                    spans += [[len(c), len(c) + len(ss[j])]] if j in right else []
                    c += ss[j]
                self.add(d["question"], d["article"], c, spans, "sent", "selqa")
                rest = [j for j in range(len(ss)) if j not in right]
                if len(rest) >= 3:
                    j = self.rnd.choice(rest)
                    self.add(
                        d["question"],
                        d["article"],
                        " ".join(ss[k] for k in range(j, min(j + 4, len(ss))) if k not in right)[:1000],
                        [],
                        "null",
                        "selqa-neg",
                    )

    def qamr(self):
        sentence = {
            line.split("\t")[0]: line.split("\t")[1].split()
            for line in self.lines("uwnlp+qamr", "data/wiki-sentences.tsv")
            if "\t" in line
        }
        for part in ("dev", "test"):
            for line in self.lines("uwnlp+qamr", f"data/filtered/{part}.tsv"):
                p = line.split("\t")
                t = sentence.get(p[0])
                ix = [int(x) for x in p[6].split()] if len(p) > 6 and p[6].replace(" ", "").isdigit() else []
                if t and ix and max(ix) - min(ix) <= len(ix) + 3:
                    c, off = detokenise(t)
                    self.add(p[5], "", c, [[off[min(ix)][0], off[max(ix)][1]]], "span", "qamr")

    def qadiscourse(self):
        seen = set()
        for part in ("train", "dev", "test"):
            for r in csv.DictReader(
                io.StringIO(
                    self.text("ValentinaPy+QADiscourse", f"Dataset/wikinews_{part}.tsv").replace("\0", "")
                ),
                delimiter="\t",
                quoting=csv.QUOTE_NONE,
            ):
                if not r.get("sentence") or not r.get("answer"):
                    continue
                c = detokenise(r["sentence"].split())[0]
                s = find(c, detokenise(r["answer"].split())[0])
                if s and (c, r["full_question"]) not in seen:
                    seen.add((c, r["full_question"]))
                    self.add(r["full_question"] + "?", "", c, [s], "span", "qadiscourse")

    def easy(self):
        """For each question a passage or two that search finds and that lack the answer."""

        def group(s):
            return (
                "squad"
                if s.startswith("squad1")
                else s
                if s == "sh_wiki"
                else "nq"
                if s in ("nq-oracle", "selqa")
                else None
            )

        def words(s):
            return [w for w in re.findall(r"[a-z0-9]+", s.lower()) if w not in STOP]

        out = []
        for g in ("squad", "sh_wiki", "nq"):
            answered = [e for e in self.examples if group(e["src"]) == g and e["k"] != "null"]
            texts = sorted({e["c"] for e in answered})
            bags = [collections.Counter(words(c)) for c in texts]
            n = np.array([sum(b.values()) for b in bags])
            df = collections.Counter(w for b in bags for w in b)
            number = {w: i for i, w in enumerate(df)}
            cells = [
                (
                    number[w],
                    i,
                    np.log(1 + (len(texts) - df[w] + 0.5) / (df[w] + 0.5))
                    * k
                    * 1.9
                    / (k + 0.9 * (0.6 + 0.4 * n[i] / n.mean())),
                )
                for i, b in enumerate(bags)
                for w, k in b.items()
            ]
            r, c, v = zip(*cells, strict=False)
            matrix = sparse.csr_matrix((v, (r, c)), shape=(len(number), len(texts)))
            for b in range(0, len(answered), 256):
                part = answered[b : b + 256]
                pairs = [
                    (i, number[w]) for i, e in enumerate(part) for w in set(words(e["q"])) if w in number
                ]
                found = (
                    sparse.csr_matrix(
                        (np.ones(len(pairs)), tuple(zip(*pairs, strict=False))),
                        shape=(len(part), len(number)),
                    )
                    @ matrix
                ).toarray()
                for e, s in zip(part, found, strict=False):
                    answers = [e["c"][x:y].lower() for x, y in e["sp"]] if e["k"] == "span" else []
                    want = 1 + (self.rnd.random() < 0.35)
                    for j in np.argsort(-s)[:12]:
                        if (
                            want
                            and texts[j] != e["c"]
                            and texts[j][:60] not in e["c"]
                            and not any(a in texts[j].lower() for a in answers)
                            and self.rnd.random() > 0.3
                        ):
                            out.append(
                                {
                                    "q": e["q"],
                                    "t": "",
                                    "c": texts[j],
                                    "sp": [],
                                    "k": "null",
                                    "src": g + "-bm25neg",
                                }
                            )
                            want -= 1
        return out


def records(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--sources", required=True)
    p.add_argument("--squad2", required=True)
    p.add_argument("--held", nargs="*", default=[])
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    folder = pathlib.Path(a.squad2)
    out = pathlib.Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    passages = {p["id"]: p for p in records(folder / "passages.jsonl")}
    questions = records(folder / "questions.jsonl")
    held = {key(record["question"]) for path in a.held for record in records(pathlib.Path(path))} - {""}
    g = Gatherer(a.sources, held | {key(q["question"]) for q in questions}, a.seed)
    g.held_text = "|".join(key(p["text"]) for p in passages.values())
    for source in (
        g.squad,
        g.squadshifts_wikipedia,
        g.natural_questions,
        g.timeqa,
        g.selqa,
        g.qamr,
        g.qadiscourse,
    ):
        source()
        print(source.__name__, len(g.examples), flush=True)
    easy = g.easy()
    dev = []
    g.held = held
    for q in questions:
        p = passages[q["passage_ids"][0]]
        spans = [s for s in (find(p["text"], x) for x in q["answers"]) if s] if q["answerable"] else []
        if q["answerable"] is None or (q["answerable"] and not spans):
            continue
        e = (
            q["question"],
            p["title"],
            p["text"] if spans else p["text"][:1400],
            spans,
            "span" if spans else "null",
            "squad2-dev-part",
        )
        if p["title"] <= LAST_TRAINED:
            g.add(*e)
        else:
            dev.append(dict(zip(("q", "t", "c", "sp", "k", "src"), e, strict=False)))
    assert not {key(e["q"]) for e in g.examples} & held
    for name, rows in (("examples", g.examples), ("easy", easy), ("dev", dev)):
        write_examples(out / f"{name}.jsonl.gz", rows)
    print(collections.Counter(e["src"] for e in g.examples), len(easy), len(dev))


if __name__ == "__main__":
    main()
