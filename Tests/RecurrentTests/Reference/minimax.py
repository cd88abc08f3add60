"""Minimax coefficients and split constants of Float+Functions.swift and Double+Functions.swift.

Run: python3 minimax.py        (mpmath 1.3)

Each function is written as a known leading part plus a polynomial in r or in a square. Remez exchange finds the polynomial
whose error, as a fraction of the whole function, is smallest in the largest case.
"""

from mpmath import atanh, diff, exp, expm1, findroot, floor, linspace, log, lu_solve, matrix, mp, mpf, sqrt, tanh, cos, pi

mp.dps = 60


def remez(f, weight, low, high, degree, rounds=25):
    """Coefficients, lowest first, that minimise max |weight(t) (f(t) - p(t))| over [low, high], and that maximum."""
    low, high = mpf(low), mpf(high)
    count = degree + 2
    points = [(low + high) / 2 - (high - low) / 2 * cos(pi * (mpf(i) + mpf(1) / 2) / count) for i in range(count)]
    for _ in range(rounds):
        system = matrix(count, count)
        right = matrix(count, 1)
        for i, t in enumerate(points):
            for j in range(degree + 1):
                system[i, j] = t**j
            system[i, degree + 1] = (-1) ** i / weight(t)
            right[i] = f(t)
        solution = lu_solve(system, right)
        p = [solution[j] for j in range(degree + 1)]
        error = lambda t: weight(t) * (f(t) - sum(c * t**j for j, c in enumerate(p)))
        grid = linspace(low, high, 800)
        values = [error(t) for t in grid]
        extrema = []
        for i, v in enumerate(values):
            left = values[i - 1] if i > 0 else mpf(0)
            after = values[i + 1] if i + 1 < len(values) else mpf(0)
            if abs(v) >= abs(left) and abs(v) >= abs(after):
                if extrema and (extrema[-1][1] > 0) == (v > 0):
                    if abs(v) > abs(extrema[-1][1]):
                        extrema[-1] = (grid[i], v)
                else:
                    extrema.append((grid[i], v))
        if len(extrema) != count:
            break
        points = [t for t, _ in extrema]
    return p, max(abs(v) for v in values)


def literal(c, bits):
    """The nearest value of that many significant bits, as a hexadecimal literal."""
    mp_prec = mp.prec
    mp.prec = bits
    rounded = +c
    mp.prec = mp_prec
    value = float(rounded)
    mantissa, exponent = value.hex().split("p")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}p{exponent}"


def show(name, f, weight, low, high, degree, bits):
    p, error = remez(f, weight, low, high, degree)
    print(f"{name}, {bits} bits: relative error {mp.nstr(error, 3)} = {mp.nstr(error * mpf(2) ** bits, 3)} units of roundoff")
    for c in p:
        print("   ", literal(c, bits), mp.nstr(c, 20))


tiny = mpf(10) ** -30


def exp_tail(r):
    return (expm1(r) - r) / r**2 if abs(r) > 1e-12 else mpf(1) / 2


def tanh_tail(t):
    """P with tanh x = x + x^3 P(x^2)."""
    x = sqrt(t) if t > tiny else mpf(10) ** -10
    return (tanh(x) - x) / x**3


def log_tail(t):
    """Q with 2 atanh s = 2 s + s^3 Q(s^2)."""
    s = sqrt(t) if t > tiny else mpf(10) ** -10
    return (2 * atanh(s) - 2 * s) / s**3


def odd_weight(function):
    def weight(t):
        x = sqrt(t) if t > tiny else mpf(10) ** -10
        return x**3 / function(x) if t > tiny else mpf(10) ** -20
    return weight


half = log(mpf(2)) / 2 * mpf("1.001")
largest = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * mpf("1.001")
# The weight vanishes where the polynomial is multiplied by zero; the tiny term keeps the system regular.
for bits, e, t, l in [(24, 4, 4, 2), (53, 9, 11, 6)]:
    show("exp", exp_tail, lambda r: (r**2 + mpf(10) ** -20) / exp(r), -half, half, e, bits)
    show("tanh", tanh_tail, odd_weight(tanh), mpf(10) ** -6, mpf("0.625") ** 2, t, bits)
    show("log", log_tail, odd_weight(lambda s: 2 * atanh(s)), mpf(10) ** -6, largest, l, bits)

for bits, kept in [(24, 16), (53, 40)]:
    high = floor(log(mpf(2)) * mpf(2) ** kept) / mpf(2) ** kept
    print(f"ln 2, {bits} bits: {literal(high, bits)} + {literal(log(mpf(2)) - high, bits)}; 1/ln 2 {literal(1 / log(mpf(2)), bits)}")
