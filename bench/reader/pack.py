"""Mix and pack the training data: each passage once, about half of the questions unanswerable.

    python -m bench.reader.pack --examples examples.jsonl.gz --easy easy.jsonl.gz --made made.jsonl.gz roles.jsonl.gz
                                --out train.json.xz

``easy`` are unanswerable pairs found by search; as many are taken as bring the unanswerable to ``--share``.
"""

import argparse
import json
import lzma
import random
from collections import Counter

from bench.reader.examples import read_examples


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--examples", required=True)
    options.add_argument("--easy")
    options.add_argument("--made", nargs="*", default=[])
    options.add_argument("--out", required=True)
    options.add_argument("--share", type=float, default=0.5)
    options.add_argument("--seed", type=int, default=5)
    arguments = options.parse_args()
    examples = [one for path in (arguments.examples, *arguments.made) for one in read_examples(path)]
    if arguments.easy:
        easy = read_examples(arguments.easy)
        random.Random(arguments.seed).shuffle(easy)
        unanswerable = sum(one["k"] == "null" for one in examples)
        wanted = int((arguments.share * len(examples) - unanswerable) / (1 - arguments.share))
        examples += easy[: max(0, wanted)]
    numbers: dict[str, int] = {}
    packed = [
        [one["q"], one["t"], numbers.setdefault(one["c"], len(numbers)), one["sp"], one["k"], one["src"]]
        for one in examples
    ]
    with lzma.open(arguments.out, "wt", preset=2) as file:
        json.dump({"c": list(numbers), "e": packed}, file, ensure_ascii=False)
    for (source, kind), count in sorted(Counter((one["src"], one["k"]) for one in examples).items()):
        print(source, kind, count)
    share = 100 * sum(one["k"] == "null" for one in examples) / len(examples)
    print(f"{len(examples)} examples, {len(numbers)} passages, {share:.1f} % unanswerable")


if __name__ == "__main__":
    main()
