"""Writes attention.safetensors: causal self-attention and layer normalisation, with gradients, by PyTorch.

Run: python3 attention_cases.py        (Python 3.11, torch 2.15.0, numpy 2.4.6, safetensors 0.8.0)

Every tensor is named CASE/..., and the remark CASE/kind says what the case is:

    attention   torch.nn.MultiheadAttention with a causal mask; CASE/heads is the number of heads
    norm        torch.nn.LayerNorm
    block       y = a + g(norm2(a)) with a = x + f(norm1(x)): f attention of CASE/heads heads, g two linear maps with
                tanh after the first, norm1 and norm2 layer normalisations

    weights/...     the weights with PyTorch's own names and packing
    x               (B, T, F); past a sequence's length it holds numbers that must not matter
    y               (B, T, F), 0 past a sequence's length
    attention       (B, n, T, T), in attention cases: the weights of each head, 0 past a sequence's length
    loss            what the loss weighs y with: L = Σ loss · y
    gradient/...    ∂L/∂ the weights and x, under their names

Computed in float64. Everything that is drawn is random, non-zero and rounded to float16, which holds it exactly; so it
is stored. The module's weights are held against those of scaled_dot_product_attention with is_causal here.
"""

import pathlib

import numpy as np
import torch
from tensor_file import save
from torch.nn.functional import scaled_dot_product_attention

target = pathlib.Path(__file__).parent.parent / "Fixtures/attention.safetensors"
random = np.random.default_rng(31)
tensors, remarks = {}, {}
torch.set_default_dtype(torch.float64)


def draw(*shape, size=1.0):
    """Numbers of float16, none of them 0."""
    values = random.uniform(0.02, 1, shape) * random.choice([-size, size], shape)
    return values.astype(np.float16)


def causal(module, x):
    steps = x.shape[0]
    mask = torch.ones(steps, steps, dtype=torch.bool).triu(1)
    return module(x, x, x, attn_mask=mask, need_weights=True, average_attn_weights=False)


def check(module, x, y):
    """The same from the parts: the maps, and scaled_dot_product_attention."""
    steps, size = x.shape
    parts = (x @ module.in_proj_weight.T + module.in_proj_bias).chunk(3, dim=1)
    q, k, v = [part.reshape(steps, module.num_heads, -1).transpose(0, 1) for part in parts]
    mixed = scaled_dot_product_attention(q, k, v, is_causal=True).transpose(0, 1).reshape(steps, size)
    assert torch.allclose(module.out_proj(mixed), y, rtol=0, atol=1e-13)


class Block(torch.nn.Module):
    def __init__(self, size, heads, hidden):
        super().__init__()
        self.norm1, self.norm2 = torch.nn.LayerNorm(size), torch.nn.LayerNorm(size)
        self.attention = torch.nn.MultiheadAttention(size, heads)
        self.linear1, self.linear2 = torch.nn.Linear(size, hidden), torch.nn.Linear(hidden, size)

    def forward(self, x):
        a = x + causal(self.attention, self.norm1(x))[0]
        return a + self.linear2(torch.tanh(self.linear1(self.norm2(a))))


def case(name, kind, module, size, lengths, heads=1, weight=1.0, inputs=2.0):
    weights = {key: draw(*value.shape, size=weight) for key, value in module.named_parameters()}
    module.load_state_dict({key: torch.tensor(value) for key, value in weights.items()})
    batch, steps = len(lengths), max(lengths)
    stored = {"x": draw(batch, steps, size, size=inputs), "loss": draw(batch, steps, size)}
    y, gradient = np.zeros((batch, steps, size)), np.zeros((batch, steps, size))
    attention = np.zeros((batch, heads, steps, steps))
    # Each sequence alone, so that no padding takes part.
    for b, length in enumerate(lengths):
        x = torch.tensor(stored["x"][b, :length].astype(np.float64), requires_grad=True)
        if kind == "attention":
            output, found = causal(module, x)
            check(module, x, output)
            attention[b, :, :length, :length] = found.detach()
        else:
            output = module(x)
        (torch.tensor(stored["loss"][b, :length]) * output).sum().backward()
        y[b, :length], gradient[b, :length] = output.detach(), x.grad
    stored |= {"y": y, "gradient/x": gradient}
    if kind == "attention":
        stored["attention"] = attention
    for key, value in module.named_parameters():
        stored |= {f"weights/{key}": weights[key], f"gradient/weights/{key}": value.grad.numpy()}
    for key, value in stored.items():
        assert np.all(np.isfinite(value)), (name, key)
        tensors[f"{name}/{key}"] = value
    version = torch.__version__.split("+")[0]
    for key, value in {
        "framework": f"torch {version}",
        "kind": kind,
        "heads": heads,
        "lengths": " ".join(map(str, lengths)),
    }.items():
        remarks[f"{name}/{key}"] = str(value)


def attention(name, size, heads, lengths, **options):
    case(name, "attention", torch.nn.MultiheadAttention(size, heads), size, lengths, heads, **options)


attention("one head", 3, 1, [5])
attention("one head, one number", 1, 1, [4])
attention("two heads", 6, 2, [7])
attention("heads of one number", 4, 4, [3, 6])
attention("three heads, ragged", 12, 3, [3, 8, 1, 5, 8], weight=0.5)
attention("more than the lanes", 40, 2, [37, 18], weight=0.25)
attention("large scores", 4, 2, [9], weight=4.0, inputs=8.0)
case("norm", "norm", torch.nn.LayerNorm(5), 5, [4, 2])
case("norm, more than the lanes", "norm", torch.nn.LayerNorm(19), 19, [20, 17])
case("block", "block", Block(6, 2, 10), 6, [5, 9, 1], heads=2, weight=0.5)
save(target, tensors, remarks)
print(f"{target.name}: {len(remarks) // 4} cases, {len(tensors)} tensors, {target.stat().st_size} bytes")
