"""A perceptron in numpy: trained in floats, written in eight-bit integers.

The program runs it in integers alone, so that every machine gets the same result. See README.md for
the format.
"""

import struct

import numpy as np


class Net:
    """Inputs are 0 to 255 and are seen as 0 to 1; ReLU between layers; logits at the end."""

    def __init__(self, weights, biases):
        self.weights, self.biases = weights, biases

    @staticmethod
    def random(layers, rng):
        weights = [rng.normal(0, np.sqrt(2 / a), (a, b)).astype(np.float32)
                   for a, b in zip(layers, layers[1:])]
        return Net(weights, [np.zeros(b, np.float32) for b in layers[1:]])

    def run(self, x):
        """The values of every layer, inputs first."""
        values = [x]
        for i, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            x = x @ weight + bias
            if i + 1 < len(self.weights):
                x = np.maximum(x, 0)
            values.append(x)
        return values


def accuracy(net, inputs, labels):
    return float((net.run(inputs.astype(np.float32) / 255)[-1].argmax(1) == labels).mean())


def _gradients(net, x, labels, smoothing):
    values = net.run(x)
    logits = values[-1] - values[-1].max(1, keepdims=True)
    delta = np.exp(logits)
    delta /= delta.sum(1, keepdims=True)
    delta -= smoothing / delta.shape[1]
    delta[np.arange(len(x)), labels] -= 1 - smoothing
    delta /= len(x)
    gradients = []
    for i in reversed(range(len(net.weights))):
        gradients.append((values[i].T @ delta, delta.sum(0)))
        if i:
            delta = (delta @ net.weights[i].T) * (values[i] > 0)
    return gradients[::-1]


def train(net, inputs, labels, epochs, seed, report=None, batch=256, rate=2e-3, decay=1e-4,
          smoothing=.005):
    """Adam, with a cosine of learning rates; brightness and noise are varied on the way."""
    rng = np.random.default_rng(seed)
    parameters = net.weights + net.biases
    first = [np.zeros_like(p) for p in parameters]
    second = [np.zeros_like(p) for p in parameters]
    step = 0
    for epoch in range(epochs):
        speed = rate * .5 * (1 + np.cos(np.pi * epoch / epochs)) + 1e-5
        order = rng.permutation(len(inputs))
        for start in range(0, len(inputs), batch):
            chosen = order[start:start + batch]
            x = inputs[chosen].astype(np.float32) / 255
            x *= rng.uniform(.75, 1.05, (len(chosen), 1)).astype(np.float32)
            x += rng.standard_normal(x.shape, np.float32) * np.float32(.02)
            gradients = _gradients(net, x, labels[chosen], smoothing)
            step += 1
            flat = [g[0] + decay * w for g, w in zip(gradients, net.weights)]
            flat += [g[1] for g in gradients]
            for p, g, m, v in zip(parameters, flat, first, second):
                m += .1 * (g - m)
                v += .001 * (g * g - v)
                p -= speed * (m / (1 - .9**step)) / (np.sqrt(v / (1 - .999**step)) + 1e-8)
        if report:
            report(epoch)


def write(net, path):
    """"GNET", layers (u32), their sizes (u32 each), then of each layer: the shift (i32), biases (i32
    each), multipliers (i32 each), weights (i8, all inputs of the first output first).

    A layer's inputs are integers x, each worth 1 / unit. Its sums are s = bias + sum(w * x);
    (s * multiplier) >> shift are its values, in units of 1 / 1024 below the last layer and in 1/256
    of a logit behind the last."""
    out, unit = [], 255.0
    for i, (weight, bias) in enumerate(zip(net.weights, net.biases)):
        last = i + 1 == len(net.weights)
        scale = np.maximum(np.abs(weight).max(0), .01) / 127  # a unit that died has none
        target = 256.0 if last else 1024.0
        multiplier = scale / unit * target
        shift = int(np.floor(np.log2(2**15 / multiplier.max())))
        out.append(struct.pack("<i", shift))
        out.append(np.rint(bias / scale * unit).astype("<i4").tobytes())
        out.append(np.rint(multiplier * 2.0**shift).astype("<i4").tobytes())
        out.append(np.rint(weight / scale).astype(np.int8).T.tobytes())
        unit = target
    sizes = [net.weights[0].shape[0]] + [w.shape[1] for w in net.weights]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"GNET" + struct.pack(f"<I{len(sizes)}I", len(sizes), *sizes) + b"".join(out))
