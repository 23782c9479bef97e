"""The mean of the weights of readers, each with its share.

python -m bench.reader.mean first.onnx=0.4 student.onnx=0.6 --out mean.pt
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from bench.reader.adapt import load_shipped
from bench.reader.train import Reader


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("readers", nargs="+", help="FILE=SHARE, exported readers of six layers")
    options.add_argument("--out", type=Path, required=True)
    arguments = options.parse_args()
    mean: dict[str, Tensor] = {}
    for given in arguments.readers:
        path, share = given.rsplit("=", 1)
        reader = Reader(6)
        load_shipped(reader, Path(path))
        for name, values in reader.state_dict().items():
            mean[name] = mean.get(name, torch.zeros_like(values)) + float(share) * values
    torch.save(mean, arguments.out)


if __name__ == "__main__":
    main()
