namespace MLNet.Gan;

/// <summary>A generator supplied by the user that reads no labels.</summary>
internal sealed class UnconditionalGenerator : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork, IAdaptedNetwork
{
    private readonly nn.Module<Tensor, Tensor> _inner;

    /// <summary>Initializes a generator around a module, which it owns.</summary>
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
