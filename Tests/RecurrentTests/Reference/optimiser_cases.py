"""Writes the cases of OptimiserTests: the path of PyTorch's optimisers on a small function, in double.

    pip install torch==2.15.0 && python optimiser_cases.py

The function is f(p) = sum((A p - 1)^2) / 2 + sum(cos(p)), whose gradient is A^T (A p - 1) - sin(p).
"""

import torch

A = torch.tensor([[2.0, -1.0, 0.5], [0.0, 1.5, -1.0], [1.0, 0.25, 3.0]], dtype=torch.float64)


def path(make):
    p = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64, requires_grad=True)
    optimiser = make([p])
    rows = []
    for _ in range(25):
        optimiser.zero_grad()
        loss = ((A @ p - 1) ** 2).sum() / 2 + torch.cos(p).sum()
        loss.backward()
        optimiser.step()
        rows.append(p.detach().clone())
    return rows


cases = {
    "plain": lambda p: torch.optim.SGD(p, lr=0.05),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9),
    "adam": lambda p: torch.optim.Adam(p, lr=0.1),
    "adamOther": lambda p: torch.optim.Adam(p, lr=0.03, betas=(0.8, 0.99), eps=1e-4),
}
print(f"// Begin: optimiser_cases.py, torch {torch.__version__.split('+')[0]}")
print("enum OptimiserCases {")
for name, make in cases.items():
    rows = path(make)
    print(f"  static let {name}: [[Double]] = [")
    for index in (0, 1, 9, 24):
        print("    [" + ", ".join(repr(float(x)) for x in rows[index]) + "],")
    print("  ]")
print("}")
print("// End")
