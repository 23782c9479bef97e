#!/bin/sh
# Two teachers, then the student: train.sh OUT, with train.json.xz, dev.json.xz, minilm.npz and tokenizer.json in the current folder.
set -e
out=$1
mkdir -p "$out"
train() {
  python -m bench.reader.train --examples train.json.xz --watch dev.json.xz --start minilm.npz --tokenizer tokenizer.json "$@"
}
train --save "$out/t1.pt" --seed 2 --epochs 1.5 1.2 > "$out/t1.log" 2>&1 &
train --save "$out/t2.pt" --seed 3 --epochs 1.5 1.2 --rates 3e-4 1.5e-4 > "$out/t2.log" 2>&1 &
wait
train --save "$out/reader6.pt" --seed 4 --teacher "$out/t1.pt" "$out/t2.pt" --epochs 1.4 1.4 > "$out/reader6.log" 2>&1
python -m bench.reader.export --weights "$out/reader6.pt" --layers 6 --out "$out/reader6.int8.onnx"
