"""Prints the largest errors, in ulps, of the Double functions of Recurrent on random points.

Run: python3 double_errors.py PROGRAM [COUNT]        (mpmath 1.3)

PROGRAM is Benchmarks/FunctionErrors, built as its head says. Its argument `double` makes it read lines of a
function's name and a bit pattern, and answer each with the bit pattern of the value.
"""

import struct
import subprocess
import sys

from mpmath import mp, mpf

from function_cases import bits, subjects

mp.dps = 40
program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000


def ulp(bits):
    return mpf(2) ** (max(bits >> 52 & 0x7FF, 1) - 1075)


cases = subjects(count)
asked = "".join(f"{name} {bits(x)}\n" for name, _, points in cases for x in points)
answers = subprocess.run([program, "double"], input=asked, capture_output=True, text=True, check=True).stdout.split()
answers = iter(answers)
for name, function, points in cases:
    worst, at = 0, 0
    for x in points:
        value = struct.unpack("<d", struct.pack("<Q", int(next(answers))))[0]
        exact = function(mpf(x))
        error = abs(mpf(value) - exact) / ulp(bits(exact))
        if error > worst:
            worst, at = error, x
    print(f"{name}: {mp.nstr(worst, 4)} ulp at {at!r}, over {len(points)} points")
