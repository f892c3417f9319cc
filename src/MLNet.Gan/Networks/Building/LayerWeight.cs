namespace MLNet.Gan;

/// <summary>A tensor that a layer computes with, as a function of a learned parameter.</summary>
/// <remarks>
/// A layer reads <see cref="Value"/> once in a forward pass. It may depend on the mode, training or evaluation.
/// </remarks>
public abstract class LayerWeight : nn.Module
{
    private readonly Parameter _raw;

    /// <summary>Initializes a weight that owns its parameter, registered as "raw".</summary>
    protected LayerWeight(Parameter raw) : base(nameof(LayerWeight))
    {
        _raw = raw;
        register_parameter("raw", raw);
    }

    /// <summary>The tensor to compute with, differentiable twice with respect to the parameter.</summary>
    public abstract Tensor Value { get; }

    /// <summary>The tensor that <see cref="Value"/> is computed from: the parameter, or its substitute.</summary>
    protected Tensor Raw => Substitute ?? _raw;

    /// <summary>The tensor that replaces the parameter during a <see cref="ParameterSubstitution"/>.</summary>
    internal Tensor? Substitute { get; set; }

    /// <summary>The parameter itself.</summary>
    internal Parameter Parameter => _raw;
}
