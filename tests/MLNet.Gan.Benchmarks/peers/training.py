#!/usr/bin/python3
"""The trainings of TrainingCases.cs as a loop in eager PyTorch, for races with ours.

Run: /usr/bin/python3 training.py NETWORK GAME THREADS STEPS [foreach]        (Debian's python3-torch)
  NETWORK   Mlp, Dcgan or ResNet
  GAME      "non-saturating, R1", "relativistic, R1, R2", "WGAN-GP" or "hinge, spectral"
  STEPS     the steps of a turn
  foreach   lets Adam update all parameters at once

Says which PyTorch it is, and then answers lines of its standard input.
  turn             "<seconds> <processor seconds>" of so many steps
  memory           the process's peak in MiB
  replay FILE EPS  takes the networks' beginning and all chance from a file of single-precision numbers, makes STEPS
                   steps with EPS as Adam's, and answers in Base64: the losses of each step, then the networks' weights
Ends with 77 where PyTorch is missing.
"""
import base64, copy, resource, sys, time
try:
    import numpy as np, torch
except ImportError:
    sys.exit(77)
from torch import nn
from torch.nn.functional import avg_pool2d, interpolate, relu, softplus

ROWS = 1024
CRITIC_STEPS = {"WGAN-GP": 5}


class Mlp:
    latent, batch, shape = 8, 256, (2,)

    @staticmethod
    def generator():
        return nn.Sequential(
            nn.Linear(8, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(),
            nn.Linear(128, 2))

    @staticmethod
    def discriminator():
        return nn.Sequential(
            nn.Linear(2, 128), nn.LeakyReLU(0.2), nn.Linear(128, 128), nn.LeakyReLU(0.2), nn.Linear(128, 128),
            nn.LeakyReLU(0.2), nn.Linear(128, 1), nn.Flatten(0))


class Dcgan:
    latent, batch, shape = 64, 64, (1, 28, 28)

    @staticmethod
    def generator():
        return nn.Sequential(
            nn.Linear(64, 64 * 7 * 7), nn.Unflatten(1, (64, 7, 7)), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, 2, 1), nn.BatchNorm2d(32), nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, 2, 1), nn.Tanh())

    @staticmethod
    def discriminator():
        return nn.Sequential(
            nn.Conv2d(1, 32, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(32, 64, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Flatten(), nn.Linear(64 * 7 * 7, 1), nn.Flatten(0))


class Grow(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.bn1, self.conv1 = nn.BatchNorm2d(width), nn.Conv2d(width, width, 3, 1, 1)
        self.bn2, self.conv2 = nn.BatchNorm2d(width), nn.Conv2d(width, width, 3, 1, 1)
        self.short = nn.Conv2d(width, width, 1)

    def forward(self, x):
        h = self.conv1(interpolate(relu(self.bn1(x)), scale_factor=2))
        return self.conv2(relu(self.bn2(h))) + interpolate(self.short(x), scale_factor=2)


class Shrink(nn.Module):
    def __init__(self, inputs, outputs, first, halves):
        super().__init__()
        self.first, self.halves = first, halves
        hidden = outputs if first else inputs
        self.conv1, self.conv2 = nn.Conv2d(inputs, hidden, 3, 1, 1), nn.Conv2d(hidden, outputs, 3, 1, 1)
        self.short = nn.Conv2d(inputs, outputs, 1) if halves or inputs != outputs else None

    def forward(self, x):
        h = self.conv2(relu(self.conv1(x if self.first else relu(x))))
        if self.halves:
            h, x = avg_pool2d(h, 2), avg_pool2d(x, 2)
        return h + (x if self.short is None else self.short(x))


class SumPool(nn.Module):
    def forward(self, x):
        return relu(x).sum((2, 3))


class ResNet:
    latent, batch, shape = 128, 64, (3, 32, 32)

    @staticmethod
    def generator():
        return nn.Sequential(
            nn.Linear(128, 32 * 4 * 4), nn.Unflatten(1, (32, 4, 4)), Grow(32), Grow(32), Grow(32),
            nn.BatchNorm2d(32), nn.ReLU(), nn.Conv2d(32, 3, 3, 1, 1), nn.Tanh())

    @staticmethod
    def discriminator():
        net = nn.Sequential(
            Shrink(3, 32, True, True), Shrink(32, 32, False, True), Shrink(32, 32, False, False),
            Shrink(32, 32, False, False), SumPool(), nn.Linear(32, 1), nn.Flatten(0))
        for module in net.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                nn.utils.spectral_norm(module)
        return net


class Chance:
    """Data and latents as training draws them."""

    def __init__(self, network):
        self.network, self.data = network, torch.rand(ROWS, *network.shape) * 2 - 1

    def samples(self):
        return self.data[torch.randint(ROWS, (self.network.batch,))]

    def latents(self):
        return torch.randn(self.network.batch, self.network.latent)

    def shares(self):
        return torch.rand(self.network.batch, *[1] * len(self.network.shape))


class Replay:
    """The same, out of a file."""

    def __init__(self, network, numbers):
        self.network, self.numbers = network, numbers

    def take(self, *shape):
        count = int(np.prod(shape))
        taken, self.numbers = self.numbers[:count], self.numbers[count:]
        return torch.from_numpy(taken.copy()).reshape(shape)

    def samples(self):
        return self.take(self.network.batch, *self.network.shape)

    def latents(self):
        return self.take(self.network.batch, self.network.latent)

    def shares(self):
        return self.take(self.network.batch, *[1] * len(self.network.shape))


def slope(logits, x):
    gradient, = torch.autograd.grad(logits.sum(), x, create_graph=True)
    return gradient.square().flatten(1).sum(1)


def discriminator_loss(game, net, real, fake, chance):
    if game == "WGAN-GP":
        share = chance.shares()
        between = torch.lerp(real, fake, share).requires_grad_()
        norms = (slope(net(between), between) + 1e-12).sqrt()
        return net(fake).mean() - net(real).mean() + 10 * (norms - 1).square().mean()
    if game == "hinge, spectral":
        return relu(1 - net(real)).mean() + relu(1 + net(fake)).mean()
    real.requires_grad_()
    if game == "non-saturating, R1":
        d_real, d_fake = net(real), net(fake)
        return softplus(-d_real).mean() + softplus(d_fake).mean() + 5 * slope(d_real, real).mean()
    fake.requires_grad_()
    d_real, d_fake = net(real), net(fake)
    return (softplus(d_fake - d_real).mean() + 0.05 * slope(d_real, real).mean()
            + 0.05 * slope(d_fake, fake).mean())


def generator_loss(game, net, real, fake):
    if game == "relativistic, R1, R2":
        with torch.no_grad():
            d_real = net(real)
        return softplus(d_real - net(fake)).mean()
    return softplus(-net(fake)).mean() if game == "non-saturating, R1" else -net(fake).mean()


class Training:
    def __init__(self, network, game, foreach, eps=1e-8):
        self.game = game
        self.generator, self.discriminator = network.generator(), network.discriminator()
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        settings = dict(lr=2e-4, betas=(0, 0.99), eps=eps, foreach=foreach)
        self.adam_g = torch.optim.Adam(self.generator.parameters(), **settings)
        self.adam_d = torch.optim.Adam(self.discriminator.parameters(), **settings)
        self.chance, self.steps = Chance(network), 0

    def step(self):
        for _ in range(CRITIC_STEPS.get(self.game, 1)):
            real, latents = self.chance.samples(), self.chance.latents()
            with torch.no_grad():
                fake = self.generator(latents)
            loss_d = discriminator_loss(self.game, self.discriminator, real, fake, self.chance)
            self.adam_d.zero_grad(set_to_none=True)
            loss_d.backward()
            self.adam_d.step()

        self.discriminator.requires_grad_(False)
        fake = self.generator(self.chance.latents())
        loss_g = generator_loss(self.game, self.discriminator, real.detach(), fake)
        self.adam_g.zero_grad(set_to_none=True)
        loss_g.backward()
        self.adam_g.step()
        self.discriminator.requires_grad_(True)

        with torch.no_grad():
            share = 1 - min(0.999, (1 + self.steps) / (10 + self.steps))
            for kept, new in zip(state(self.average), state(self.generator)):
                kept.lerp_(new, share)
        self.steps += 1
        return loss_d, loss_g


def state(net):
    """All weights in the order of our networks, then all running values."""
    parameters, buffers = [], []
    for module in net.modules():
        own = dict(module.named_parameters(recurse=False))
        kept = dict(module.named_buffers(recurse=False))
        parameters += [own[name] for name in ("weight", "weight_orig", "bias") if name in own]
        buffers += [kept[name] for name in ("running_mean", "running_var", "weight_u", "weight_v") if name in kept]
    return parameters + buffers


def replay(network, game, steps, path, eps):
    training = Training(network, game, False, float(eps))
    training.chance = Replay(network, np.fromfile(path, "<f4"))
    both = state(training.generator) + state(training.discriminator)
    with torch.no_grad():
        for tensor in both:
            tensor.copy_(training.chance.take(*tensor.shape))
    losses = [loss.detach().reshape(1) for _ in range(steps) for loss in training.step()]
    assert training.chance.numbers.size == 0, f"{training.chance.numbers.size} numbers of {path} are left over"
    return torch.cat(losses + [tensor.detach().reshape(-1) for tensor in both])


def say(text):
    print(text, flush=True)


def main(name, game, threads, steps, foreach=""):
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    network = {"Mlp": Mlp, "Dcgan": Dcgan, "SnganResNet": ResNet}[name]
    training = Training(network, game, foreach == "foreach")
    say(f"PyTorch {torch.__version__}")
    for line in sys.stdin:
        command, *rest = line.split()
        if command == "turn":
            wall, cpu = time.perf_counter(), time.process_time()
            for _ in range(int(steps)):
                training.step()
            say(f"{time.perf_counter() - wall} {time.process_time() - cpu}")
        elif command == "memory":
            say(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        else:
            say(base64.b64encode(replay(network, game, int(steps), *rest).numpy().astype("<f4").tobytes()).decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
