"""PyTorch: nn.GRU, autograd and the fused Adam."""

import os

import peer

# On two cores the system may hold both threads to one of them, where each spins while it waits for the other.
os.environ["OMP_PROC_BIND"] = "true"

import torch
from torch import nn

torch.set_num_threads(peer.THREADS)
torch.set_flush_denormal(True)


def gru(weights, batch_first=False):
    hidden, inputs = weights["weight_hh_l0"].shape[1], weights["weight_ih_l0"].shape[1]
    layer = nn.GRU(inputs, hidden, batch_first=batch_first)
    layer.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})
    return layer


def threaded(run):
    """`run` with one thread and with all: at small sizes the threads' meeting costs more than it saves."""

    def limited(threads):
        def limited_run():
            torch.set_num_threads(threads)
            return run()

        return limited_run

    return [(f"threads {threads}", limited(threads)) for threads in sorted({1, peer.THREADS})]


def forward(weights, inputs):
    layer, sequence = gru(weights), torch.from_numpy(inputs)

    @torch.inference_mode()
    def run():
        return layer(sequence)[0]

    return [
        peer.Variant(name, each, lambda states: {"states": states.numpy()}) for name, each in threaded(run)
    ]


def training(weights, inputs):
    layer, sequence = gru(weights), torch.from_numpy(inputs)

    def run():
        layer.zero_grad(set_to_none=True)
        loss = layer(sequence)[1].square().mean()
        loss.backward()
        return loss

    def read(loss):
        gradients = {name: parameter.grad.numpy() for name, parameter in layer.named_parameters()}
        return {"loss": loss.detach().numpy(), **gradients}

    return [peer.Variant(name, each, read) for name, each in threaded(run)]


class Network(nn.Module):
    """A GRU and a linear readout of its last state, over an embedding if the data brings one."""

    def __init__(self, data):
        super().__init__()
        words = torch.from_numpy(data.embedding) if hasattr(data, "embedding") else None
        self.embedding = nn.Identity() if words is None else nn.Embedding.from_pretrained(words, freeze=False)
        self.gru = gru(data.gru, batch_first=True)
        self.readout = nn.Linear(data.hidden, 1)
        self.readout.load_state_dict({name: torch.from_numpy(value) for name, value in data.readout.items()})

    def forward(self, inputs):
        return self.readout(self.gru(self.embedding(inputs))[1][0])


def learn(data, loss_function):
    torch.set_num_threads(1)  # as fast at these sizes, and faster where the machine has other work
    network = Network(data)
    adam = torch.optim.Adam(network.parameters(), lr=data.rate, fused=True)
    inputs, targets = torch.from_numpy(data.inputs), torch.from_numpy(data.targets)
    for _ in range(data.epochs):
        losses = []
        for batch in peer.batches(len(inputs)):
            adam.zero_grad()
            loss = loss_function(network(inputs[batch]), targets[batch])
            loss.backward()
            adam.step()
            losses.append(loss.detach())
    return torch.stack(losses).mean()


if __name__ == "__main__":
    peer.main(
        "PyTorch",
        torch.__version__,
        forward,
        training,
        sine=lambda data: learn(data, nn.functional.mse_loss),
        review=lambda data: learn(data, nn.functional.binary_cross_entropy_with_logits),
    )
