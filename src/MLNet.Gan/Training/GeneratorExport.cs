using System.Globalization;

namespace MLNet.Gan;

/// <summary>Exports a trained generator to ONNX, and checks that both compute the same.</summary>
internal static class GeneratorExport
{
    /// <summary>
    /// The largest difference at which a file is kept; of standardized vectors, in units of the largest value.
    /// </summary>
    public const double Tolerance = 1e-4;

    private const int ProofSize = 256;

    /// <summary>
    /// A generator on the CPU as an ONNX file, whose metadata are <paramref name="metadata"/> with the difference that was measured.
    /// </summary>
    /// <exception cref="NotSupportedException">A layer has no ONNX form.</exception>
    /// <exception cref="InvalidOperationException">ONNX Runtime computes something else.</exception>
    public static byte[] ToOnnx(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata)
    {
        var graph = Graph(generator, metadata);
        var difference = Prove(generator, metadata, graph.ToBytes(metadata.ToMetadata()));
        return graph.ToBytes((metadata with { MaxAbsoluteDifference = difference }).ToMetadata());
    }

    /// <summary>
    /// The largest difference between a file's and the trained network's outputs on 256 random latents.
    /// </summary>
    public static double Prove(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata, byte[] onnx)
    {
        var (latents, labels) = Questions(metadata);
        var samples = Trained(generator, metadata, latents, labels);
        using var session = new OnnxSession(onnx);
        var difference = OnnxParity.LargestDifference(
            (_, _) => samples, (z, y) => Exported(session, metadata, z, y), latents, labels);

        // Vectors in their own units may be so large that single precision cannot hold them more closely.
        var unit = generator is ScaledGenerator ? Math.Max(1, samples.Max(Math.Abs)) : 1;
        if (!samples.All(float.IsFinite))
            throw new InvalidOperationException(
                "The trained generator generates values that are not finite, so no file was written. Lower the "
                    + "learning rates, add a gradient penalty, and keep the divergence monitor.");
        return difference <= Tolerance * unit ? difference : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"ONNX Runtime's samples differ from the trained generator's by {difference:G3}, more than "
                + $"{Tolerance * unit:G3}, so no file was written. Check the AddTo of the architecture's own layers."));
    }

    /// <summary>
    /// An untrained generator as a file, to see before hours of training that every layer has an ONNX form.
    /// </summary>
    public static byte[] Untrained(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata) =>
        Graph(generator, metadata).ToBytes(metadata.ToMetadata());

    private static OnnxGraph Graph(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata)
    {
        if (generator is not IOnnxNetwork network)
            throw new NotSupportedException(
                $"The generator {generator.TypeName()} has no ONNX form. Implement IOnnxNetwork on it, or build "
                    + "it as a ConditionalGenerator.");

        var graph = new OnnxGraph("generator");
        var latent = graph.Input("latent", OnnxElement.Single, metadata.LatentSize);
        OnnxValue? label = metadata.Classes > 0 ? graph.Input("label", OnnxElement.Int64) : null;
        try
        {
            graph.Output("sample", network.AddTo(graph, latent, label), [.. metadata.Shape.Dimensions]);
            return graph;
        }
        catch (NoOnnxFormException e)
        {
            throw new NotSupportedException(Refusal(generator, e), e);
        }
    }

    /// <summary>The module that has no ONNX form, by its place in the generator.</summary>
    private static string Refusal(nn.Module generator, NoOnnxFormException refusal)
    {
        var own = generator is IAdaptedNetwork adapted ? adapted.Inner : generator;
        var type = refusal.Module.GetType().Name;
        return ReferenceEquals(own, refusal.Module)
            ? $"The generator {type} has no ONNX form{refusal.Setting}. Implement IOnnxLayer on it, where graph.Add adds the "
                + "modules it is made of, or return an nn.Sequential of them."
            : $"'{own.PathOf(refusal.Module)}' ({type}) of the generator {own.GetType().Name} has no ONNX form{refusal.Setting}. "
                + "Replace it, or put a module of your own in its place that implements IOnnxLayer.";
    }

    private static (float[] Latents, long[]? Labels) Questions(GeneratorMetadata metadata)
    {
        var latents = new float[ProofSize * metadata.LatentSize];
        for (var row = 0; row < ProofSize; row++)
            LatentNoise.Fill(latents.AsSpan(row * metadata.LatentSize, metadata.LatentSize), seed: 1, (ulong)row, 0);
        return (latents, metadata.Classes == 0
            ? null
            : [.. Enumerable.Range(0, ProofSize).Select(row => (long)row % metadata.Classes)]);
    }

    private static float[] Exported(OnnxSession session, GeneratorMetadata metadata, float[] latents, long[]? labels)
    {
        var samples = new float[ProofSize * metadata.Shape.Size];
        session.Run(ProofSize, latents, labels, ("sample", samples));
        return samples;
    }

    private static float[] Trained(
        nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata, float[] latents, long[]? labels)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var samples = generator.forward(
            tensor(latents).reshape(ProofSize, metadata.LatentSize), labels is null ? null : tensor(labels));
        return samples.flatten(0).contiguous().data<float>().ToArray();
    }
}
