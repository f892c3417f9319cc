namespace MLNet.Gan;

/// <summary>A tensor that a layer computes with, made of the parameter that is learned.</summary>
/// <remarks>
/// A layer reads <see cref="Value"/> once in a forward pass. What it is may depend on the mode, training or evaluation.
/// </remarks>
public abstract class LayerWeight : nn.Module
{
    private readonly Parameter _raw;

    /// <summary>A weight that owns its parameter, by the name of "raw".</summary>
    protected LayerWeight(Parameter raw) : base(nameof(LayerWeight))
    {
        _raw = raw;
        register_parameter("raw", raw);
    }

    /// <summary>The tensor to compute with, differentiable twice with respect to the parameter.</summary>
    public abstract Tensor Value { get; }

    /// <summary>What <see cref="Value"/> is made of: the parameter, or what stands in for it.</summary>
    protected Tensor Raw => Substitute ?? _raw;

    /// <summary>What stands in for the parameter, in a <see cref="ParameterSubstitution"/>.</summary>
    internal Tensor? Substitute { get; set; }

    /// <summary>The parameter itself.</summary>
    internal Parameter Parameter => _raw;
}
