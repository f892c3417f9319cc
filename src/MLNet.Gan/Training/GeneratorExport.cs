using System.Globalization;
using MLNet.Gan.Generation;
using MLNet.Gan.Networks;
using MLNet.Gan.Onnx;

namespace MLNet.Gan.Training;

/// <summary>Turns a trained generator into ONNX, and proves that both compute the same.</summary>
internal static class GeneratorExport
{
    /// <summary>
    /// The largest difference at which a file is kept; of standardized vectors, in units of the largest value.
    /// </summary>
    public const double Tolerance = 1e-4;

    private const int ProofSize = 256;

    /// <summary>
    /// A generator on the CPU as an ONNX file, whose metadata are <paramref name="card"/> with the difference that was measured.
    /// </summary>
    /// <exception cref="NotSupportedException">A layer has no ONNX form.</exception>
    /// <exception cref="InvalidOperationException">ONNX Runtime computes something else.</exception>
    public static byte[] ToOnnx(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorCard card)
    {
        var graph = Graph(generator, card);
        var difference = Prove(generator, card, graph.ToBytes(card.ToMetadata()));
        return graph.ToBytes((card with { MaxAbsoluteDifference = difference }).ToMetadata());
    }

    /// <summary>
    /// The largest difference between a file's and the trained network's outputs on 256 random latents.
    /// </summary>
    public static double Prove(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorCard card, byte[] onnx)
    {
        var (latents, labels) = Questions(card);
        var samples = Trained(generator, card, latents, labels);
        using var session = new OnnxSession(onnx);
        var difference = OnnxParity.LargestDifference(
            (_, _) => samples, (z, y) => Exported(session, card, z, y), latents, labels);

        // Vectors in their own units may be so large that single precision cannot hold them more closely.
        var unit = generator is ScaledGenerator ? Math.Max(1, samples.Max(Math.Abs)) : 1;
        if (!samples.All(float.IsFinite))
            throw new InvalidOperationException(
                "The trained generator makes values that are not finite, so no file was kept. Lower the learning rates, "
                    + "add a gradient penalty, and keep the divergence monitor.");
        return difference <= Tolerance * unit ? difference : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"ONNX Runtime's samples differ from the trained generator's by {difference:G3}, more than "
                + $"{Tolerance * unit:G3}, so no file was kept. Check the AddTo of the architecture's own layers."));
    }

    /// <summary>
    /// An untrained generator as a file, to see before hours of training that every layer has an ONNX form.
    /// </summary>
    public static byte[] Rehearse(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorCard card) =>
        Graph(generator, card).ToBytes(card.ToMetadata());

    private static OnnxGraph Graph(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorCard card)
    {
        if (generator is not IOnnxNetwork network)
            throw new NotSupportedException(
                $"The generator {generator.GetType().Name} has no ONNX form. Implement IOnnxNetwork on it, or build "
                    + "it as a ConditionalGenerator.");

        var graph = new OnnxGraph("generator");
        var latent = graph.Input("latent", OnnxElement.Single, card.LatentSize);
        OnnxValue? label = card.Classes > 0 ? graph.Input("label", OnnxElement.Int64) : null;
        graph.Output("sample", network.AddTo(graph, latent, label), [.. card.Shape.Dimensions]);
        return graph;
    }

    private static (float[] Latents, long[]? Labels) Questions(GeneratorCard card)
    {
        var latents = new float[ProofSize * card.LatentSize];
        for (var row = 0; row < ProofSize; row++)
            LatentNoise.Fill(latents.AsSpan(row * card.LatentSize, card.LatentSize), seed: 1, (ulong)row, 0);
        return (latents, card.Classes == 0
            ? null
            : [.. Enumerable.Range(0, ProofSize).Select(row => (long)row % card.Classes)]);
    }

    private static float[] Exported(OnnxSession session, GeneratorCard card, float[] latents, long[]? labels)
    {
        var samples = new float[ProofSize * card.Shape.Size];
        session.Run(ProofSize, latents, labels, ("sample", samples));
        return samples;
    }

    private static float[] Trained(
        nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorCard card, float[] latents, long[]? labels)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var samples = generator.forward(
            tensor(latents).reshape(ProofSize, card.LatentSize), labels is null ? null : tensor(labels));
        return samples.flatten(0).contiguous().data<float>().ToArray();
    }
}
