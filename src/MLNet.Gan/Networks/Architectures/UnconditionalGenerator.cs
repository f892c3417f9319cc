namespace MLNet.Gan;

/// <summary>A generator of the user's own that reads no labels.</summary>
internal sealed class UnconditionalGenerator : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork, IAdaptedNetwork
{
    private readonly nn.Module<Tensor, Tensor> _inner;

    /// <summary>A generator that owns the one within.</summary>
    /// <param name="inner">Latents [N, L] to samples.</param>
    public UnconditionalGenerator(nn.Module<Tensor, Tensor> inner) : base(nameof(UnconditionalGenerator))
    {
        _inner = inner;
        register_module("generator", inner);
    }

    public nn.Module Inner => _inner;

    public override Tensor forward(Tensor latents, Tensor? labels) => _inner.call(latents);

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => graph.Add(_inner, input);
}
