namespace MLNet.Gan;

/// <summary>A weight with <see cref="SpectralNormalization"/>.</summary>
internal sealed class SpectralWeight : LayerWeight
{
    private const int Rounds = 50;
    private const double Settled = 1e-7;
    private const double Epsilon = 1e-12;
    private readonly int _outputAxis;
    private readonly int _iterations;
    private readonly double _coefficient;
    private readonly Tensor _left;
    private readonly Tensor _right;

    public SpectralWeight(Parameter raw, int outputAxis, int iterations, double coefficient, Generator random)
        : base(raw)
    {
        (_outputAxis, _iterations, _coefficient) = (outputAxis, iterations, coefficient);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var matrix = Matrix();
        var (left, right) = Settle(matrix, randn([matrix.size(0), 1], generator: random).to(raw.device));
        _left = left.DetachFromDisposeScope();
        _right = right.DetachFromDisposeScope();
        register_buffer("u", _left);
        register_buffer("v", _right);
    }

    /// <inheritdoc/>
    public override Tensor Value
    {
        get
        {
            var matrix = Matrix();
            var (left, right) = Singular(matrix.detach());
            return Raw * _coefficient.Over((left * matrix.mm(right)).sum());
        }
    }

    /// <summary>Returns the weight as [out, rest].</summary>
    private Tensor Matrix()
    {
        var first = _outputAxis == 0 ? Raw : Raw.transpose(0, _outputAxis);
        return first.flatten(1);
    }

    /// <summary>
    /// Returns the singular vectors to use. They are never the buffers themselves, which the next pass changes while
    /// this pass's graph still needs them.
    /// </summary>
    private (Tensor Left, Tensor Right) Singular(Tensor matrix)
    {
        using var _ = no_grad();
        if (!training)
            return Settle(matrix, _left);

        var (left, right) = Iterate(matrix, _left);
        for (var round = 1; round < _iterations; round++)
            (left, right) = Iterate(matrix, left);
        _left.copy_(left);
        _right.copy_(right);
        return (left, right);
    }

    private static (Tensor Left, Tensor Right) Settle(Tensor matrix, Tensor left)
    {
        // σ never decreases from iteration to iteration, except by rounding.
        var (before, right) = (0.0, left);
        for (var round = 0; round < Rounds; round++)
        {
            (left, right) = Iterate(matrix, left);
            var sigma = (left * matrix.mm(right)).sum().ToNumber();
            if (sigma <= before * (1 + Settled))
                break;
            before = sigma;
        }

        return (left, right);
    }

    private static (Tensor Left, Tensor Right) Iterate(Tensor matrix, Tensor left)
    {
        var right = Unit(matrix.t().mm(left));
        return (Unit(matrix.mm(right)), right);
    }

    private static Tensor Unit(Tensor vector) => vector / vector.norm().Plus(Epsilon);
}
