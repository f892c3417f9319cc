namespace MLNet.Gan;

/// <summary>A pass through y = xWᵀ + b, and a (leaky) ReLU behind it.</summary>
internal sealed class LinearPass : AffinePass
{
    private readonly Tensor _input, _weight, _bias;
    private readonly double _slope;
    private Tensor? _gradients;

    /// <summary>Computes the forward pass.</summary>
    /// <param name="input">The input [N, In].</param>
    /// <param name="weight">The weight [Out, In].</param>
    /// <param name="bias">The bias [Out].</param>
    /// <param name="slope">The slope of the leaky ReLU behind it; 1 for none.</param>
    public LinearPass(Tensor input, Tensor weight, Tensor bias, double slope = 1)
        : base(Fused.AddAndRectify(input.mm(weight.t()), bias, slope)) =>
        (_input, _weight, _bias, _slope) = (input, weight, bias, slope);

    /// <inheritdoc/>
    public override Tensor? Pull(Tensor gradients, RowRange wanted)
    {
        _gradients = Fused.PullThroughRectifier(gradients, Output, _slope);
        return wanted.Count == 0 ? null : wanted.Of(_gradients).mm(_weight);
    }

    /// <inheritdoc/>
    public override Tensor? Push(Tensor? tangents, LogitDerivatives loss)
    {
        var columns = _gradients!.t();
        _weight.grad!.addmm_(columns, loss.Weighted(_input, tangents), 1, 1);
        _bias.grad!.addmv_(columns, loss.OfEach, 1, 1);
        return tangents is null ? null : Fused.PullThroughRectifier(tangents.mm(_weight.t()), loss.Differentiated.Of(Output), _slope);
    }

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast)
    {
        var pulled = Fused.PullThroughRectifier(gradients, Output, _slope);
        _weight.grad!.addmm_(pulled.t(), _input, 1, 1);
        Fused.AddColumnSums(_bias.grad!, pulled);
        return isLast ? null : pulled.mm(_weight);
    }
}
