"""Asks FAISS what we were asked: the same hashes, the same queries, one thread.

Arguments: file of hashes, file of queries (both 32 bytes a hash), folder for the answers, rounds.
Prints one figure a line: index, measure, then one number a round.
"""

import gc
import resource
import struct
import sys
import time

import faiss
import numpy as np

RADIUS = 31
BITS = 256


def hashes(path):
    return np.fromfile(path, dtype=np.uint8).reshape(-1, BITS // 8)


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def multi_hash():
    """As Hasher-Matcher-Actioner builds it: 16 tables of 16 bits, one flip for a radius of 31."""
    index = faiss.IndexBinaryMultiHash(BITS, 16, 16)
    index.nflip = RADIUS // 16
    return index


def say(name, measure, numbers):
    print(name, measure, *("%.9g" % number for number in numbers), flush=True)


def measure(name, index, bank, queries, folder, rounds):
    before = resident()
    started = time.perf_counter()
    index.add(bank)
    say(name, "build", [time.perf_counter() - started])
    say(name, "bytes", [(resident() - before) / len(bank)])
    for query in queries[:3]:
        index.range_search(query.reshape(1, -1), RADIUS + 1)
    medians, slow, rates = [], [], []
    for _ in range(rounds):
        times = []
        for i in range(len(queries)):
            started = time.perf_counter()
            index.range_search(queries[i : i + 1], RADIUS + 1)
            times.append((time.perf_counter() - started) * 1000)
        medians.append(np.percentile(times, 50))
        slow.append(np.percentile(times, 99))
        started = time.perf_counter()
        limits, distances, ids = index.range_search(queries, RADIUS + 1)
        rates.append(len(queries) / (time.perf_counter() - started))
    say(name, "median", medians)
    say(name, "percentile99", slow)
    say(name, "rate", rates)
    with open(folder + "/" + name, "wb") as answers:
        for i in range(len(queries)):
            found = slice(int(limits[i]), int(limits[i + 1]))
            answers.write(struct.pack(">i", found.stop - found.start))
            for id, distance in sorted(zip(ids[found].tolist(), distances[found].tolist())):
                answers.write(struct.pack(">qi", id, int(distance)))


def main():
    bank, queries = hashes(sys.argv[1]), hashes(sys.argv[2])
    folder, rounds = sys.argv[3], int(sys.argv[4])
    faiss.omp_set_num_threads(1)
    print("faiss", "version", faiss.__version__)
    for name, make in (("flat", lambda: faiss.IndexBinaryFlat(BITS)), ("multi", multi_hash)):
        index = make()
        measure(name, index, bank, queries, folder, rounds)
        del index
        gc.collect()


main()
