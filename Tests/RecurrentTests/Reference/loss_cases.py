"""Losses of a few numbers, for LossTests.swift: python loss_cases.py, with torch 2.15.0."""

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, mse_loss

torch.set_default_dtype(torch.float64)

three = torch.tensor([[0.5, -1, 2], [0.25, 3, -0.75], [-40, 1, 1.5]])
one = torch.tensor([0.5, -2, 30])

print("mean squared error", mse_loss(three, torch.tensor([[1.0, 0, 2], [0.5, 2.5, 0], [-39, 0, 1]])).item())
print("logistic", binary_cross_entropy_with_logits(one, torch.tensor([1.0, 1, 0])).item())
print("softmax", cross_entropy(three, torch.tensor([2, 0, 0])).item())
