"""Writes FunctionCases.swift: points, and exp, tanh, sigmoid and log there, rounded to Double from 60 digits.

Run: python3 function_cases.py > ../FunctionCases.swift        (Python 3.11, mpmath 1.3)
"""

import random
import struct

import mpmath
from mpmath import exp, log, mp, tanh

mp.dps = 60


def bits(value):
    """The bit pattern of the nearest double. mpmath rounds to the nearest; the results here are normal."""
    return struct.unpack("<Q", struct.pack("<d", float(value)))[0]


def spread(low, high, count):
    """Half of the points even over the range, half even in their exponent down to 2^-60 of it."""
    result = []
    while len(result) < count:
        result.append(random.uniform(low, high))
        x = max(abs(low), abs(high)) * 2.0 ** -random.uniform(0, 60) * random.choice([-1, 1])
        if low <= x <= high:
            result.append(x)
    return result[:count]


def exponents(count):
    return [2.0 ** random.uniform(-1022, 1023) for _ in range(count)]


def subjects(count):
    """Name, exact function, and points: the whole useful range, and the part where the polynomials act."""
    random.seed(20)
    half = count // 2
    return [
        ("exp", exp, spread(-708, 709, half) + spread(-1, 1, half)),
        ("tanh", tanh, spread(-20, 20, half) + spread(-1, 1, half)),
        ("sigmoid", lambda x: 1 / (1 + exp(-x)), spread(-700, 37, half) + spread(-4, 4, half)),
        ("log", log, exponents(half) + spread(0.5, 2, half)),
    ]


if __name__ == "__main__":
    print("// swift-format-ignore-file")
    print("// Written by Reference/function_cases.py with mpmath", mpmath.__version__ + "; not by hand.")
    print()
    print("/// The bit patterns of x and f(x), in turn, at points of each function of `Double`.")
    print("enum FunctionCases {", end="")
    for name, function, points in subjects(160):
        print(f"\n  static let {name}: [UInt64] = [")
        for x in points:
            print(f"    0x{bits(x):016X}, 0x{bits(function(mp.mpf(x))):016X},")
        print("  ]")
    print("}")
