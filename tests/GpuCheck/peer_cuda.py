#!/usr/bin/env python3
"""The trainings of Cases.cs in eager PyTorch on a device, for races with ours.

Run: peer_cuda.py CASE DEVICE STEPS

Takes the loop from the product's own peer, training.py beside this file, and puts networks, data and chance on the
device. Says which PyTorch it is, then answers each line of its standard input, which says how Adam shall go about it
(loop, foreach or fused), with "<seconds> <MiB>" of STEPS steps.
`peer_cuda.py micro DEVICE` prints what single calls cost instead.
"""
import sys, time
import torch
from torch import nn
import training


class Dcgan64:
    """Dcgan { Width = 64, LatentSize = 100 } on 3 x 64 x 64."""
    latent, batch, shape = 100, 128, (3, 64, 64)

    @staticmethod
    def generator():
        layers = [nn.Linear(100, 512 * 16), nn.Unflatten(1, (512, 4, 4)), nn.BatchNorm2d(512), nn.ReLU()]
        for channels in (512, 256, 128):
            layers += [nn.ConvTranspose2d(channels, channels // 2, 4, 2, 1), nn.BatchNorm2d(channels // 2), nn.ReLU()]
        return nn.Sequential(*layers, nn.ConvTranspose2d(64, 3, 4, 2, 1), nn.Tanh())

    @staticmethod
    def discriminator():
        layers, inputs = [], 3
        for channels in (64, 128, 256, 512):
            layers += [nn.Conv2d(inputs, channels, 4, 2, 1), nn.LeakyReLU(0.2)]
            inputs = channels
        return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512 * 16, 1), nn.Flatten(0))


class ResNetWide:
    """ResNet { GeneratorWidth = 256, DiscriminatorWidth = 128 } on 3 x 32 x 32."""
    latent, batch, shape = 128, 64, (3, 32, 32)

    @staticmethod
    def generator():
        return nn.Sequential(
            nn.Linear(128, 256 * 16), nn.Unflatten(1, (256, 4, 4)), *[training.Grow(256) for _ in range(3)],
            nn.BatchNorm2d(256), nn.ReLU(), nn.Conv2d(256, 3, 3, 1, 1), nn.Tanh())

    @staticmethod
    def discriminator():
        net = nn.Sequential(
            training.Shrink(3, 128, True, True), training.Shrink(128, 128, False, True),
            training.Shrink(128, 128, False, False), training.Shrink(128, 128, False, False),
            training.SumPool(), nn.Linear(128, 1), nn.Flatten(0))
        for module in net.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                nn.utils.spectral_norm(module)
        return net


CASES = {
    "mlp": (training.Mlp, "relativistic, R1, R2"),
    "dcgan28": (training.Dcgan, "non-saturating, R1"),
    "dcgan28-wgangp": (training.Dcgan, "WGAN-GP"),
    "dcgan64": (Dcgan64, "non-saturating, R1"),
    "resnet32": (training.ResNet, "hinge, spectral"),
    "resnet32-wide": (ResNetWide, "hinge, spectral"),
}


class Chance:
    """Data and latents on the device, as a PyTorch program would have them."""

    def __init__(self, network, device):
        self.network, self.device = network, device
        self.data = (torch.rand(training.ROWS, *network.shape) * 2 - 1).to(device)

    def samples(self):
        return self.data[torch.randint(training.ROWS, (self.network.batch,), device=self.device)]

    def latents(self):
        return torch.randn(self.network.batch, self.network.latent, device=self.device)

    def shares(self):
        return torch.rand(self.network.batch, *[1] * len(self.network.shape), device=self.device)


def wait(device):
    if device != "cpu":
        torch.cuda.synchronize()


def begin(case, device, way):
    network, game = CASES[case]
    run = training.Training(network, game, way == "foreach")
    for net in (run.generator, run.discriminator, run.average):
        net.to(device)
    if way == "fused":
        settings = dict(lr=2e-4, betas=(0, 0.99), eps=1e-8, fused=True)
        run.adam_g = torch.optim.Adam(run.generator.parameters(), **settings)
        run.adam_d = torch.optim.Adam(run.discriminator.parameters(), **settings)
    run.chance = Chance(network, device)
    return run


def micro(device):
    rows, small = torch.randn(1024, 784).to(device), torch.randn(64, 64).to(device)
    indices = list(range(64))

    def measure(what, times, work):
        for _ in range(times // 10):
            work()
        wait(device)
        start = time.perf_counter()
        for _ in range(times):
            work()
        wait(device)
        print(f"  {1e6 * (time.perf_counter() - start) / times:8.0f} us  {what}", flush=True)

    measure("add of 64 x 64", 5000, lambda: small + small)
    measure("product of 64 x 64", 5000, lambda: small.mm(small))
    measure("latents drawn on the CPU and sent", 2000, lambda: torch.randn(64, 64).to(device))
    measure("latents drawn on the device", 2000, lambda: torch.randn(64, 64, device=device))
    measure("row numbers sent and rows gathered", 2000,
            lambda: rows.index_select(0, torch.tensor(indices).to(device)))
    measure("a number read back", 2000, lambda: small.sum().item())


def main(case, device, steps="1"):
    torch.manual_seed(1)
    if case == "micro":
        return micro(device)
    print(f"PyTorch {torch.__version__}", flush=True)
    runs = {}
    for line in sys.stdin:
        way = line.strip()
        run = runs.get(way) or runs.setdefault(way, begin(case, device, way))
        wait(device)
        start = time.perf_counter()
        for _ in range(int(steps)):
            run.step()
        wait(device)
        seconds, used = time.perf_counter() - start, 0
        if device != "cpu":
            free, total = torch.cuda.mem_get_info()
            used = (total - free) / 2 ** 20
        print(f"{seconds} {used:.0f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
