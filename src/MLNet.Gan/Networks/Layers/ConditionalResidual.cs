namespace MLNet.Gan.Layers;

/// <summary>A <see cref="Residual"/> whose branch reads the labels: branch(x, y) + shortcut(x).</summary>
public sealed class ConditionalResidual : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly ConditionalSequential _branch;
    private readonly Sequential _shortcut;

    /// <summary>A block that owns both ways.</summary>
    /// <param name="branch">The way with the nonlinear layers.</param>
    /// <param name="shortcut">The way around them; empty for x itself.</param>
    public ConditionalResidual(ConditionalSequential branch, Sequential shortcut) : base(nameof(ConditionalResidual))
    {
        (_branch, _shortcut) = (branch, shortcut);
        register_module("branch", branch);
        register_module("shortcut", shortcut);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor? labels) =>
        Residual.Sum(_branch.forward(input, labels), _shortcut.forward(input), input);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) =>
        graph.Add("Add", [_branch.AddTo(graph, input, label), _shortcut.AddTo(graph, input)]);
}
