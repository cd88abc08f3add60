"""Prints the known answers of RandomSourceTests.swift, from whole-number arithmetic in Python.

Run: python3 random_cases.py        (Python 3.11)
"""

import struct
from itertools import islice

MASK = 2**64 - 1


def split_mix(seed):
    state = seed
    while True:
        state = (state + 11400714819323198485) % 2**64
        z = state
        z = ((z ^ (z // 2**30)) * 13787848793156543929) % 2**64
        z = ((z ^ (z // 2**27)) * 10723151780598845931) % 2**64
        yield z ^ (z // 2**31)


def below(source, bound):
    """Lemire's method, with Python's unbounded integers for the 128-bit product."""
    while True:
        product = next(source) * bound
        if product % 2**64 >= 2**64 % bound:
            return product // 2**64


def shuffled(source, items):
    items = list(items)
    for last in range(len(items) - 1, 0, -1):
        other = below(source, last + 1)
        items[last], items[other] = items[other], items[last]
    return items


for seed in [0, 1234567, MASK]:
    print("next,", seed, [f"0x{v:016X}" for v in islice(split_mix(seed), 5)])
print("Double in [0, 1), seed 7", [(v >> 11) / 2**53 for v in islice(split_mix(7), 4)])
floats = [(v >> 40) / 2**24 for v in islice(split_mix(7), 4)]
assert all(struct.unpack("f", struct.pack("f", f))[0] == f for f in floats)
print("Float in [0, 1), seed 7", floats)
source = split_mix(7)
print("int(below: 10), seed 7", [below(source, 10) for _ in range(12)])
source = split_mix(7)
print("int(below: 3 * 2^61), seed 7", [below(source, 3 * 2**61) for _ in range(6)])
print("shuffled 0..<10, seed 7", shuffled(split_mix(7), range(10)))
