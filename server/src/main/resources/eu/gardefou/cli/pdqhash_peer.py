"""Hashes one picture with pdqhash over and over; prints the hash and the mean of each round in ms.

Arguments: "pixels" or "jpeg", file, width, height, milliseconds a round, rounds.
"""

import io
import sys
import time

import numpy as np
import pdqhash
from PIL import Image


def main():
    kind, path, width, height, milliseconds, rounds = sys.argv[1:]
    with open(path, "rb") as file:
        content = file.read()
    if kind == "pixels":
        pixels = np.frombuffer(content, dtype=np.uint8).reshape(int(height), int(width), 3)

    def once():
        if kind == "pixels":
            return pdqhash.compute(pixels)
        return pdqhash.compute(np.asarray(Image.open(io.BytesIO(content)).convert("RGB")))

    def mean():
        started, times = time.perf_counter(), 0
        while times == 0 or time.perf_counter() - started < int(milliseconds) / 1000:
            once()
            times += 1
        return (time.perf_counter() - started) * 1000 / times

    bits, _ = once()
    mean()
    means = [mean() for _ in range(int(rounds))]
    print("%064x" % int("".join(str(int(bit)) for bit in bits), 2), *("%.6f" % m for m in means))


main()
