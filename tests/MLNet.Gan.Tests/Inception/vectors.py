#!/usr/bin/python3
"""Writes vectors.json: resized images, and what torchvision's Inception v3, rewired for FID, says of them.

Run: OMP_NUM_THREADS=1 /usr/bin/python3 vectors.py      (Debian's python3-torchvision and python3-pil)
     ... vectors.py --save FILE zip|legacy              writes the network's state dict instead

Weights and images are made here and in MadeUp.cs by the same arithmetic, so that only results are committed.
"""
import json, math, os, sys
import numpy as np, torch, torchvision, PIL
import torch.nn.functional as F
from PIL import Image
from torchvision.models import inception as iv3

SIDE = 299


def uniform(seed, count):
    """splitmix64: its state counts in steps of the golden ratio, so all values come at once."""
    z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0 ** -53


def between(seed, low, high, shape):
    values = low + (high - low) * uniform(seed, math.prod(shape))
    return torch.from_numpy(values.astype(np.float32).astype(np.float64).reshape(shape))


def image(seed, height, width):
    """A third of noise over slopes that wrap around: [3, H, W] bytes."""
    c, y, x = np.meshgrid(np.arange(3), np.arange(height), np.arange(width), indexing="ij")
    slopes = (7 * x + 3 * y + 40 * c + 11 * seed) % 256
    noise = np.floor(uniform(seed, 3 * height * width) * 256).astype(np.int64).reshape(3, height, width)
    return ((2 * slopes + noise) // 3).astype(np.uint8)


def tensorflow(pixels):
    """TensorFlow 1's bilinear resize: it reads at dst * in / out."""
    x = pixels.astype(np.float64)
    for axis in (1, 2):
        size = x.shape[axis]
        at = np.arange(SIDE) * (size / SIDE)
        low = np.floor(at).astype(int)
        part = (at - low).reshape([-1 if a == axis else 1 for a in range(3)])
        x = x.take(low, axis) * (1 - part) + x.take(np.minimum(low + 1, size - 1), axis) * part
    return x, (x - 128) / 128


def pytorch(pixels):
    x = F.interpolate(torch.from_numpy(pixels.astype(np.float64))[None], (SIDE, SIDE), mode="bilinear",
                      align_corners=False)[0].numpy()
    return x, 2 * x / 255 - 1


def clean(pixels):
    planes = [np.asarray(Image.fromarray(p.astype(np.float32), mode="F").resize((SIDE, SIDE), Image.BICUBIC))
              for p in pixels]
    x = np.clip(np.stack(planes).astype(np.float64), 0, 255)
    return x, (x - 128) / 128


WAYS = {"tensorflow": tensorflow, "pytorch-fid": pytorch, "clean": clean}


def pooled(x):
    return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)


def forward_a(self, x):
    return torch.cat([self.branch1x1(x), self.branch5x5_2(self.branch5x5_1(x)),
                      self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x))),
                      self.branch_pool(pooled(x))], 1)


def forward_c(self, x):
    seven = self.branch7x7_3(self.branch7x7_2(self.branch7x7_1(x)))
    double = self.branch7x7dbl_1(x)
    for part in (self.branch7x7dbl_2, self.branch7x7dbl_3, self.branch7x7dbl_4, self.branch7x7dbl_5):
        double = part(double)
    return torch.cat([self.branch1x1(x), seven, double, self.branch_pool(pooled(x))], 1)


def forward_e(pool):
    def forward(self, x):
        three, double = self.branch3x3_1(x), self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        return torch.cat([self.branch1x1(x), self.branch3x3_2a(three), self.branch3x3_2b(three),
                          self.branch3x3dbl_3a(double), self.branch3x3dbl_3b(double), self.branch_pool(pool(x))], 1)
    return forward


def network():
    net = torchvision.models.inception_v3(weights=None, num_classes=1008, aux_logits=False, init_weights=False).double()
    for name in ("5b", "5c", "5d", "6b", "6c", "6d", "6e", "7b", "7c"):
        forward = {"5": forward_a, "6": forward_c}.get(name[0]) or forward_e(
            pooled if name == "7b" else lambda x: F.max_pool2d(x, 3, 1, 1))
        block = getattr(net, "Mixed_" + name)
        block.forward = forward.__get__(block)
    layers = [m for m in net.modules() if isinstance(m, iv3.BasicConv2d)]
    assert len(layers) == 94
    with torch.no_grad():
        for i, layer in enumerate(layers):
            outputs, bound = layer.conv.weight.shape[0], math.sqrt(6 / layer.conv.weight[0].numel())
            layer.conv.weight.copy_(between(5 * i, -bound, bound, tuple(layer.conv.weight.shape)))
            layer.bn.weight.copy_(between(5 * i + 1, 0.8, 1.2, (outputs,)))
            layer.bn.bias.copy_(between(5 * i + 2, -0.1, 0.1, (outputs,)))
            layer.bn.running_mean.copy_(between(5 * i + 3, -0.1, 0.1, (outputs,)))
            layer.bn.running_var.copy_(between(5 * i + 4, 0.7, 1.3, (outputs,)))
            assert layer.bn.eps == 0.001
        bound = math.sqrt(3 / 2048)
        net.fc.weight.copy_(between(470, -bound, bound, (1008, 2048)))
        net.fc.bias.copy_(between(471, -1, 1, (1008,)))
    return net.eval()


def taps(net, x):
    """All that a caller can ask for, by its name in the ONNX file."""
    found = {}

    def mean(name, x):
        found[name] = x.mean((2, 3))[0]
    with torch.no_grad():
        x = net.Conv2d_2b_3x3(net.Conv2d_2a_3x3(net.Conv2d_1a_3x3(torch.from_numpy(x)[None])))
        x = F.max_pool2d(x, 3, 2)
        mean("features_64", x)
        x = F.max_pool2d(net.Conv2d_4a_3x3(net.Conv2d_3b_1x1(x)), 3, 2)
        mean("features_192", x)
        for name in ("5b", "5c", "5d", "6a", "6b", "6c", "6d", "6e"):
            x = getattr(net, "Mixed_" + name)(x)
        mean("features_768", x)
        for name in ("7a", "7b", "7c"):
            x = getattr(net, "Mixed_" + name)(x)
        mean("features", x)
        found["logits_unbiased"] = found["features"] @ net.fc.weight.T
    return found


def some(values, count):
    """Evenly spaced ones of them."""
    return [float(f"{v:.8g}") for v in values[:: len(values) // count][:count]]


def save(path, container):
    """As the published file has it: floats, and long integers that count batches."""
    state = network().float().state_dict()
    assert len(state) == 566
    torch.save(state, path, _use_new_zipfile_serialization={"zip": True, "legacy": False}[container])


def main():
    resized = []
    for height, width in ((32, 32), (28, 28), (64, 48), (256, 256), (512, 384), (299, 299)):
        pixels = image(height + width, height, width)
        for way, resize in WAYS.items():
            scaled = resize(pixels)[1]
            resized.append({"way": way, "height": height, "width": width, "scaled": some(scaled.flatten(), 60)})
    net, judged = network(), []
    for seed, height, width in ((1, 32, 32), (2, 340, 420)):
        for way, resize in WAYS.items():
            found = taps(net, resize(image(seed, height, width))[1])
            print(seed, way, {name: (float(v.abs().mean()), float(v.abs().max())) for name, v in found.items()})
            judged.append({"way": way, "seed": seed, "height": height, "width": width,
                           "outputs": {name: some(v, 32) for name, v in found.items()}})
    text = {"torch": torch.__version__, "torchvision": torchvision.__version__, "pil": PIL.__version__}
    lines = lambda rows: ",\n".join("    " + json.dumps(row) for row in rows)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "vectors.json"), "w") as file:
        file.write(f'{{\n  "made": {json.dumps(text)},\n  "resized": [\n{lines(resized)}\n  ],\n'
                   f'  "judged": [\n{lines(judged)}\n  ]\n}}\n')


if __name__ == "__main__":
    save(*sys.argv[2:]) if sys.argv[1:2] == ["--save"] else main()
