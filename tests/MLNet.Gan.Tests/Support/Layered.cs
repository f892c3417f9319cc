using MLNet.Gan.Layers;

namespace MLNet.Gan.Tests.Support;

/// <summary>A layer that has a weight, and what tests of every weight rule need to know of it.</summary>
/// <param name="Name">What it is called in test results.</param>
/// <param name="Create">A fresh layer of the spec, which has five classes.</param>
/// <param name="Input">Six samples of what it reads.</param>
/// <param name="Parameters">The number of its parameters, worked out by hand.</param>
/// <param name="Axes">The permutation that puts the outputs of its weight first.</param>
internal sealed record Layered(
    string Name, Func<NetworkSpec, nn.Module<Tensor, Tensor>> Create, Func<Tensor> Input, long Parameters, long[] Axes)
{
    private static readonly long[] Image = [6, 4, 5, 5];

    public static Layered[] All =>
    [
        // 5 · 3 + 3; 6 · 4 · 9 + 6; 6 · 2 · 9; 4 · 6 · 16 + 6; 5 · 7
        new("Dense", spec => new Linear(spec, 5, 3, gain: 1.4), () => Random(6, 5), 18, [0, 1]),
        new("Convolution", spec => new Convolution(spec, 4, 6, 3, 2, 1, gain: 1.4), () => Random(Image), 222,
            [0, 1, 2, 3]),
        new("Convolution in groups", spec => new Convolution(spec, 4, 6, 3, 1, 1, gain: 1.4, groups: 2, bias: false),
            () => Random(Image), 108, [0, 1, 2, 3]),
        new("TransposedConvolution", spec => new TransposedConvolution(spec, 4, 6, 4, 2, 1, gain: 1.4),
            () => Random(Image), 390, [1, 0, 2, 3]),
        new("LabelEmbedding", spec => new LabelEmbedding(spec, 7, deviation: 0.5), () => tensor([0L, 1, 2, 3, 4, 4]),
            35, [1, 0]),
    ];

    /// <summary>The layer's circumstances under a rule.</summary>
    public static NetworkSpec Spec(IWeightParametrization? rule) =>
        Some.Spec(SampleShape.Vector(1), classes: 5, seed: 2) with { WeightParametrization = rule };

    /// <summary>The weight that a layer computes with.</summary>
    public static LayerWeight Weight(nn.Module layer) =>
        (LayerWeight)layer.named_modules().First(child => child.name == "weight").module;

    /// <summary>A weight as the matrix [out, rest].</summary>
    public Tensor Matrix(Tensor weight) => weight.permute(Axes).flatten(1);

    /// <summary>What ONNX Runtime makes of the layer and its input.</summary>
    public float[] InOnnx(nn.Module<Tensor, Tensor> layer)
    {
        var input = Input();
        var output = layer.forward(input);
        var graph = new OnnxGraph("layer");
        var latent = graph.Input("x", OnnxElement.Single, input.dim() == 1 ? [1] : input.shape.AsSpan(1));
        OnnxValue? label = input.dim() == 1 ? graph.Input("y", OnnxElement.Int64) : null;
        graph.Output("out", ((IOnnxLayer)layer).AddTo(graph, label ?? latent), output.shape.AsSpan(1));
        var values = new float[output.numel()];
        using var session = new OnnxSession(graph.ToBytes(new Dictionary<string, string>()), threads: 1);
        session.Run(
            (int)input.shape[0],
            label is null ? input.flatten(0).data<float>().ToArray() : new float[input.shape[0]],
            label is null ? null : input.data<long>().ToArray(), ("out", values));
        return values;
    }

    public override string ToString() => Name;

    private static Tensor Random(params long[] size) => randn(size, generator: new Generator(8));
}
