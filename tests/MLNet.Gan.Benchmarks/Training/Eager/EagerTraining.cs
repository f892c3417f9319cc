using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>
/// The trainings of <see cref="TrainingCases"/> as a plain loop of TorchSharp with torch.optim.Adam: what a .NET user
/// would write, and the same as peers/training.py.
/// </summary>
internal sealed class EagerTraining
{
    private readonly string _game;
    private readonly nn.Module<Tensor, Tensor> _generator, _discriminator, _average;
    private readonly OptimizerHelper _generatorAdam, _discriminatorAdam;
    private readonly IRandomSource _chance;
    private long _steps;

    public EagerTraining(EagerNetwork network, string game, IRandomSource chance, double epsilon = 1e-8)
    {
        (_game, _chance) = (game, chance);
        (_generator, _discriminator, _average) = (network.Generator(), network.Discriminator(), network.Generator());
        Blend(share: 1);
        _generatorAdam = optim.Adam(_generator.parameters(), lr: 2e-4, beta1: 0, beta2: 0.99, eps: epsilon);
        _discriminatorAdam = optim.Adam(_discriminator.parameters(), lr: 2e-4, beta1: 0, beta2: 0.99, eps: epsilon);
    }

    /// <summary>All weights and running values of both networks.</summary>
    public IReadOnlyList<Tensor> State => [.. EagerNetwork.State(_generator), .. EagerNetwork.State(_discriminator)];

    /// <summary>One step; the losses of both players, which belong to the current scope.</summary>
    public (Tensor Discriminator, Tensor Generator) Step()
    {
        var (lossD, real) = (zeros(1), zeros(1));
        for (var update = 0; update < (_game == "WGAN-GP" ? 5 : 1); update++)
        {
            real = _chance.Samples();
            var latents = _chance.Latents();
            Tensor fake;
            using (no_grad())
                fake = _generator.forward(latents);
            lossD = DiscriminatorLoss(real, fake);
            _discriminatorAdam.zero_grad();
            lossD.backward();
            _discriminatorAdam.step();
        }

        foreach (var parameter in _discriminator.parameters())
            parameter.requires_grad = false;
        var lossG = GeneratorLoss(real.detach(), _generator.forward(_chance.Latents()));
        _generatorAdam.zero_grad();
        lossG.backward();
        _generatorAdam.step();
        foreach (var parameter in _discriminator.parameters())
            parameter.requires_grad = true;

        Blend(1 - Math.Min(0.999, (1.0 + _steps) / (10 + _steps)));
        _steps++;
        return (lossD, lossG);
    }

    private Tensor DiscriminatorLoss(Tensor real, Tensor fake)
    {
        switch (_game)
        {
            case "WGAN-GP":
                var between = lerp(real, fake, _chance.Shares()).requires_grad_();
                var norms = (SquaredNorms(_discriminator.forward(between), between) + 1e-12).sqrt();
                return _discriminator.forward(fake).mean() - _discriminator.forward(real).mean()
                    + 10 * (norms - 1).square().mean();
            case "hinge, spectral":
                return relu(1 - _discriminator.forward(real)).mean() + relu(1 + _discriminator.forward(fake)).mean();
            case "non-saturating, R1":
                real.requires_grad_();
                var (onReal, onFake) = (_discriminator.forward(real), _discriminator.forward(fake));
                return softplus(-onReal).mean() + softplus(onFake).mean() + 5 * SquaredNorms(onReal, real).mean();
            default:
                real.requires_grad_();
                fake.requires_grad_();
                (onReal, onFake) = (_discriminator.forward(real), _discriminator.forward(fake));
                return softplus(onFake - onReal).mean() + 0.05 * SquaredNorms(onReal, real).mean()
                    + 0.05 * SquaredNorms(onFake, fake).mean();
        }
    }

    private Tensor GeneratorLoss(Tensor real, Tensor fake)
    {
        if (_game == "non-saturating, R1")
            return softplus(-_discriminator.forward(fake)).mean();
        if (_game != "relativistic, R1, R2")
            return -_discriminator.forward(fake).mean();

        Tensor onReal;
        using (no_grad())
            onReal = _discriminator.forward(real);
        return softplus(onReal - _discriminator.forward(fake)).mean();
    }

    /// <summary>‖∇D‖² of each sample [N].</summary>
    /// <remarks>Unlike PyTorch, TorchSharp keeps a graph only when told to, also where it creates one.</remarks>
    private static Tensor SquaredNorms(Tensor logits, Tensor samples) =>
        autograd.grad([logits.sum()], [samples], retain_graph: true, create_graph: true)[0].square().flatten(1).sum(1);

    /// <summary>Moves the average towards the generator.</summary>
    private void Blend(double share)
    {
        using var noGraph = no_grad();
        foreach (var (kept, now) in EagerNetwork.State(_average).Zip(EagerNetwork.State(_generator)))
            kept.lerp_(now, share);
    }
}
