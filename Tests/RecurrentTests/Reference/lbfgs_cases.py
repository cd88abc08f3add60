"""Writes LBFGSCases.swift: the path of PyTorch's L-BFGS on small functions, and its line searches, in double.

    pip install torch==2.15.0 && python lbfgs_cases.py

A row is a step: how often the loss was asked for in it, the loss where it began, the parameters where it ended. With
an argument, the start is moved by that much; a path that is told apart by 1e-15 there is no reference to 1e-9.
"""

import sys
from math import isfinite
from random import Random

import torch
from torch.optim.lbfgs import _strong_wolfe

torch.set_default_dtype(torch.float64)
shift = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0


def rosenbrock(p, step):
    return (100 * (p[1:] - p[:-1] ** 2) ** 2 + (1 - p[:-1]) ** 2).sum()


def quadratic(p, step):
    scales = torch.tensor([1.0, 10.0, 100.0, 1000.0, 10000.0])
    return (scales * (p - 1) ** 2).sum() / 2 + (p[:-1] * p[1:]).sum() / 4


def wells(p, step):
    return ((p * p - 1) ** 2).sum() / 4 + p.sum() / 10 + p.prod() / 5


def logistic(p, step):
    """24 points of 3 features; each step has 12 of its own."""
    i = torch.arange(12.0) + 6 * (step % 3)
    x = torch.stack([(7 * i + 3) % 11 / 5 - 1, (5 * i + 1) % 13 / 6 - 1, torch.ones(12)], dim=1)
    y = ((3 * i + 2) % 7 < 3).double()
    z = x @ p
    return (torch.log(1 + torch.exp(z)) - y * z).mean() + (p * p).sum() / 50


def whole(p, step):
    return logistic(p, 0) + logistic(p, 2)


def path(function, start, steps, **options):
    p = (torch.tensor(start) + shift).requires_grad_()
    optimiser = torch.optim.LBFGS([p], **options)
    rows = []
    for step in range(steps):
        count = 0

        def closure():
            nonlocal count
            count += 1
            optimiser.zero_grad()
            loss = function(p, step)
            loss.backward()
            return loss

        loss = optimiser.step(closure).item()
        rows.append([float(count), loss] + p.tolist())
    return rows


def search(random):
    """A line search from loss 0 and slope -1 that is told losses and slopes by lot, wherever it tries.

    So it comes through all its branches, and to ties, far sooner than on a function. Its setting is the first length,
    the largest element of the direction, the trials behind the first, and the length that it ends with.
    """
    first, span = random.choice([0.25, 1.0, 8.0]), random.choice([1.0, 1.0, 2.0**-20, 2.0**-29])
    limit = random.choice([1, 2, 3, 5, 8, 8, 8])
    losses = [-4.0, -2.0, -1.5, -1.0, -1.0, -0.5, -0.25, -0.0004, -0.00004, 0.0, 0.0625, 1.0, 3.0]
    slopes = [-5.0, -2.0, -1.25, -1.0, -0.95, -0.85, 0.0, 0.85, 0.95, 1.0, 2.0, 7.0]
    steep = random.choice([0, 0, 3])  # so many trials at first are before a descent
    told, tried = [], []

    def evaluate(_, length, __):
        tried.append(float(length))
        told.append([random.choice(losses), random.choice(slopes[:4] if len(told) < steep else slopes)])
        return told[-1][0], torch.tensor([told[-1][1] / span])

    direction, slope = torch.tensor([span]), torch.tensor(-1.0)
    end = _strong_wolfe(evaluate, None, first, direction, 0.0, slope.reshape(1) / span, slope, max_ls=limit)[2]
    return [first, span, float(limit), float(end)], told, tried


def searches():
    """Those that PyTorch ends: 0/0 is an error in Python where two trials have one length, and NaN in a tensor."""
    random, found = Random(1), []
    while len(found) < 120:
        try:
            setting, told, tried = search(random)
        except ZeroDivisionError:
            continue
        if all(isfinite(length) for length in tried):
            found.append((setting, told, tried))
    return found


two = [-1.2, 1.0]
ten = [-0.5, 0.4, -0.1, 0.9, 1.4, -0.3, 0.2, 0.6, 1.1, 0.8]
five = [3.0, -2.0, 0.5, 2.0, -1.0]
three = [0.3, -0.2, 0.1]
wolfe = {"line_search_fn": "strong_wolfe"}
cases = {
    "rosenbrock2Fixed": lambda: path(rosenbrock, two, 8, lr=0.1, max_iter=6),
    "rosenbrock2Search": lambda: path(rosenbrock, two, 6, max_iter=7, max_eval=30, **wolfe),
    "rosenbrock10Fixed": lambda: path(rosenbrock, ten, 5, lr=0.05, max_iter=8, history_size=5),
    "rosenbrock10Search": lambda: path(rosenbrock, ten, 3, max_iter=10, history_size=4, **wolfe),
    "quadraticFixed": lambda: path(quadratic, five, 5, max_iter=5),
    "quadraticSearch": lambda: path(quadratic, five, 4, lr=0.5, max_iter=6, **wolfe),
    "quadraticDefaults": lambda: path(quadratic, five, 3),
    "quadraticSearchDefaults": lambda: path(quadratic, five, 3, **wolfe),
    "shortFirstTrial": lambda: path(rosenbrock, two, 4, lr=0.001, max_iter=5, max_eval=50, **wolfe),
    "longFirstTrial": lambda: path(rosenbrock, two, 4, lr=40.0, max_iter=5, max_eval=50, **wolfe),
    "fewEvaluations": lambda: path(rosenbrock, two, 8, lr=0.001, max_iter=20, max_eval=4, **wolfe),
    "oneEvaluation": lambda: path(rosenbrock, two, 5, max_iter=20, max_eval=1, **wolfe),
    "fewEvaluationsFixed": lambda: path(rosenbrock, two, 6, lr=0.1, max_iter=20, max_eval=4),
    "oneIteration": lambda: path(rosenbrock, two, 8, lr=0.1, max_iter=1),
    "oneRemembered": lambda: path(rosenbrock, ten, 3, max_iter=10, history_size=1, **wolfe),
    "wellsFixed": lambda: path(wells, three, 4, max_iter=5),
    "wellsSearch": lambda: path(wells, three, 3, lr=3.0, max_iter=3, **wolfe),
    "wellsWideGradient": lambda: path(wells, three, 3, tolerance_grad=0.01),
    "wellsWideChange": lambda: path(wells, three, 3, tolerance_change=0.003),
    "wellsWideChangeSearch": lambda: path(wells, three, 3, tolerance_change=0.003, **wolfe),
    "wellsWideMove": lambda: path(lambda p, step: 100 * wells(p, step), three, 3, tolerance_change=0.02),
    "wellsFlat": lambda: path(wells, three, 3, tolerance_change=0.02, tolerance_grad=0.0),
    "logisticFixed": lambda: path(whole, [0.0] * 3, 4, max_iter=4),
    "logisticSearch": lambda: path(whole, [0.0] * 3, 4, max_iter=4, **wolfe),
    "logisticBatchesFixed": lambda: path(logistic, [0.0] * 3, 9, lr=0.5, max_iter=3),
    "logisticBatchesSearch": lambda: path(logistic, [0.0] * 3, 9, max_iter=3, **wolfe),
}
print("// swift-format-ignore-file")
print(f"// Begin: lbfgs_cases.py, torch {torch.__version__.split('+')[0]}")
print("enum LBFGSCases {")
for name, make in cases.items():
    print(f"  static let {name}: [[Double]] = [")
    for row in make():
        print("    [" + ", ".join(repr(x) for x in row) + "],")
    print("  ]")
print("  static let searches: [(setting: [Double], told: [[Double]], tried: [Double])] = [")
for setting, told, tried in searches():
    print(f"    ({setting}, {told}, {tried}),")
print("  ]")
print("}")
print("// End")
