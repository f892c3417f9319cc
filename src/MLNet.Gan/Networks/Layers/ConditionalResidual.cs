namespace MLNet.Gan.Layers;

/// <summary>A <see cref="Residual"/> whose branch reads the labels: branch(x, y) + shortcut(x).</summary>
public sealed class ConditionalResidual : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly ConditionalSequential _branch;
    private readonly Sequential _shortcut;

    /// <summary>Initializes a block that owns both branches.</summary>
    /// <param name="branch">The branch with the nonlinear layers.</param>
    /// <param name="shortcut">The shortcut; empty for the identity.</param>
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
