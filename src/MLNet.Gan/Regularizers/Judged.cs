namespace MLNet.Gan.Regularizers;

/// <summary>
/// Samples, and what the discriminator says of them. One forward pass serves the loss and all penalties.
/// </summary>
/// <remarks>
/// The trainer asks penalties before losses, so that the pass is made with the graph that penalties want.
/// </remarks>
public sealed class Judged(Func<Tensor, Verdict> judge, Tensor samples)
{
    private Verdict? _verdict;
    private Tensor? _squaredNorms;

    /// <summary>The samples [N, …].</summary>
    public Tensor Samples { get; private set; } = samples;

    /// <summary>All that the discriminator says.</summary>
    public Verdict Verdict => _verdict ??= judge(Samples);

    /// <summary>The discriminator's logits [N].</summary>
    public Tensor Logits => Verdict.Logits;

    /// <summary>The discriminator's features [N, F], for a regularizer that says it needs them.</summary>
    public Tensor Features => Verdict.Features!;

    /// <summary>The answers [N, outputs] to the question of a regularizer that asked for a head.</summary>
    public Tensor Head(string name) => Verdict.Heads[name];

    /// <summary>‖∇D(x)‖² of each sample [N], differentiable with respect to the discriminator's parameters.</summary>
    public Tensor SquaredGradientNorms()
    {
        // In the generator's turn the fakes carry its graph already; without it the generator would learn nothing.
        if (!Samples.requires_grad)
        {
            Samples = Samples.detach().requires_grad_(true);
            _verdict = judge(Samples);
            if (_verdict.Trace is { } trace)
            {
                var (gradient, logits) = trace.Differentiate(_verdict.Logits, Samples);
                _verdict = _verdict with { Logits = logits };
                _squaredNorms = Gradients.SquaredNorms(gradient);
            }
        }

        return _squaredNorms ?? Gradients.SquaredNorms(Logits, Samples);
    }
}
