namespace MLNet.Gan.Layers;

/// <summary>A residual block: branch(x) + shortcut(x) (He et al., 2016, eq. 1).</summary>
public sealed class Residual : nn.Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear
{
    private readonly Sequential _branch;
    private readonly Sequential _shortcut;

    /// <summary>Initializes a block that owns both branches.</summary>
    /// <param name="branch">The branch with the nonlinear layers.</param>
    /// <param name="shortcut">The shortcut; empty for the identity.</param>
    public Residual(Sequential branch, Sequential shortcut) : base(nameof(Residual))
    {
        (_branch, _shortcut) = (branch, shortcut);
        register_module("branch", branch);
        register_module("shortcut", shortcut);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        Sum(_branch.forward(input), _shortcut.forward(input), input);

    /// <summary>Returns the sum of both branches, which are disposed of unless they are the input itself.</summary>
    internal static Tensor Sum(Tensor branch, Tensor shortcut, Tensor input)
    {
        var sum = branch.Plus(shortcut);
        if (!ReferenceEquals(branch, input))
            branch.Dispose();
        if (!ReferenceEquals(shortcut, input))
            shortcut.Dispose();
        return sum;
    }

    bool IPiecewiseLinear.IsPiecewiseLinear => _branch.IsPiecewiseLinear && _shortcut.IsPiecewiseLinear;

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input)
    {
        var (branch, shortcut) = (_branch.Trace(input), _shortcut.Trace(input));
        return new(
            branch.Output.Plus(shortcut.Output),
            (gradients, trace) =>
            {
                var each = gradients.OfEach;
                var ofBranch = branch.Pull(LogitGradients.Of(each.clone()), trace);
                return LogitGradients.Of(ofBranch.OfEach.Plus(shortcut.Pull(LogitGradients.Of(each), trace).OfEach));
            });
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
        graph.Add("Add", [_branch.AddTo(graph, input), _shortcut.AddTo(graph, input)]);
}
