namespace MLNet.Gan;

/// <summary>
/// A discriminator's pass whose logits D(x) = ⟨d, φ(x)⟩ + b, and their gradients with respect to samples, begin a new graph: that of the loss.
/// Behind the loss's backward pass, its derivatives go on through the discriminator by formulas.
/// </summary>
internal sealed class DiscriminatorTape
{
    private readonly AffinePass _features;
    private readonly Tensor _weight, _bias;
    private readonly Tensor? _classes;
    private readonly RowRange _differentiated;

    /// <summary>Computes the logits, and gradients if they are wanted.</summary>
    /// <param name="features">The pass to the features φ [N, F].</param>
    /// <param name="weight">The part of the direction d that all samples share [1, F].</param>
    /// <param name="bias">The bias b [1].</param>
    /// <param name="classes">The part of the samples' classes [N, F], with its graph; null without classes.</param>
    /// <param name="differentiated">The rows whose gradients with respect to samples are wanted.</param>
    public DiscriminatorTape(AffinePass features, Tensor weight, Tensor bias, Tensor? classes, RowRange differentiated)
    {
        (_features, _weight, _bias, _classes, _differentiated) = (features, weight, bias, classes, differentiated);
        using (no_grad())
        {
            var logits = bias.addmv(features.Output, weight.flatten());
            Logits = classes is null ? logits : logits.Plus((classes * features.Output).sum(1));
        }

        Logits.requires_grad_(true);
        if (differentiated.Count > 0)
        {
            using (no_grad())
                InputGradients = features.Pull(Directions(), differentiated)!;
            InputGradients.requires_grad_(true);
        }
    }

    /// <summary>The logits [N], a leaf.</summary>
    public Tensor Logits { get; }

    /// <summary>The gradients of the differentiated rows' logits with respect to samples, a leaf; null if none are.</summary>
    public Tensor? InputGradients { get; }

    /// <summary>Adds the loss's gradients to those of the parameters, after its backward pass.</summary>
    public void Backward()
    {
        using var scope = NewDisposeScope();
        Tensor weights;
        using (no_grad())
        {
            var loss = new LogitDerivatives(Logits.grad ?? zeros_like(Logits), _differentiated);
            var all = new RowRange(0, loss.OfEach.size(0));
            if (InputGradients is null)
                _features.Pull(Directions(), all with { Count = 0 });
            var tangents = _features.Push(InputGradients?.grad, loss);
            weights = loss.Weighted(_features.Output, tangents);
            Fused.AddColumnSums(_weight.grad!, weights);
            _bias.grad!.add_(loss.OfEach.sum(), alpha: Arithmetic.One);
        }

        _classes?.backward([weights]);
    }

    /// <summary>Goes on to the graph of the samples [N, …], after the loss's backward pass.</summary>
    public void BackwardTo(Tensor samples)
    {
        if (Logits.grad is not { } derivatives)
            return; // The loss does not depend on them.
        using var scope = NewDisposeScope();
        Tensor gradients;
        using (no_grad())
            gradients = _features.Pull(derivatives.unsqueeze(1) * Directions(), new(0, Logits.size(0)))!;
        samples.backward([gradients]);
    }

    /// <summary>The direction of each sample [N, F], in memory that may be overwritten, or of all [1, F].</summary>
    private Tensor Directions() => _classes is not null ? _weight.Plus(_classes)
        : Logits.size(0) == 1 ? _weight.clone() // The direction of each of one sample, which must not overwrite the weight.
        : _weight;
}
