namespace MLNet.Gan;

/// <summary>
/// The generators of <see cref="MultipleGenerators"/>; a component of the latent selects one for each sample.
/// </summary>
internal sealed class ChosenGenerator : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly IReadOnlyList<nn.Module<Tensor, Tensor?, Tensor>> _generators;
    private readonly long[] _oneEach;

    /// <summary>Initializes a selection among generators, which it owns.</summary>
    /// <param name="generators">[N, L] and labels to samples; each an <see cref="IOnnxNetwork"/>.</param>
    /// <param name="shape">The shape of a sample.</param>
    public ChosenGenerator(IReadOnlyList<nn.Module<Tensor, Tensor?, Tensor>> generators, SampleShape shape)
        : base(nameof(ChosenGenerator))
    {
        (_generators, _oneEach) = (generators, [-1, .. shape.Dimensions.Select(_ => 1L)]);
        foreach (var (number, generator) in generators.Index())
            register_module($"{number}", generator);
    }

    /// <summary>Maps latents [N, L + 1] to samples.</summary>
    public override Tensor forward(Tensor latents, Tensor? labels)
    {
        var inner = latents.narrow(1, 0, latents.size(1) - 1);
        var choice = GeneratorChoice.Of(latents, _generators.Count).reshape(_oneEach);
        var samples = _generators[0].forward(inner, labels);
        for (var number = 1; number < _generators.Count; number++)
        {
            using Scalar chosen = number;
            samples = where(choice == chosen, _generators[number].forward(inner, labels), samples);
        }

        return samples;
    }

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label)
    {
        var inner = Columns(0, -1);
        var last = graph.Add("Reshape", [Columns(-1, long.MaxValue), graph.Constant(_oneEach)]);
        var samples = Made(_generators[0]);
        foreach (var (generator, least) in _generators.Skip(1).Zip(GeneratorChoice.Thresholds(_generators.Count)))
        {
            // The thresholds increase, so the last generator whose threshold u reaches is selected.
            var isReached = graph.Add("GreaterOrEqual", [last, graph.Weight("least", [least])]);
            samples = graph.Add("Where", [isReached, Made(generator), samples]);
        }

        return samples;

        OnnxValue Columns(long start, long end) =>
            graph.Add("Slice", [input, graph.Constant(start), graph.Constant(end), graph.Constant(1)]);

        OnnxValue Made(nn.Module<Tensor, Tensor?, Tensor> generator) => generator is IOnnxNetwork network
            ? network.AddTo(graph, inner, label)
            : throw new NotSupportedException(
                $"The generator {generator.GetType().Name} has no ONNX form. Implement IOnnxNetwork on it, or build it "
                    + "as a ConditionalGenerator.");
    }
}
