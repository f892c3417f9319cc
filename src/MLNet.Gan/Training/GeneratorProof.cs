using System.Globalization;

namespace MLNet.Gan;

/// <summary>Compares a generator's file in ONNX Runtime with the network that it was exported from.</summary>
internal static class GeneratorProof
{
    /// <summary>
    /// The largest difference at which a file is kept, in units of the largest absolute value of the samples, or of 1 where
    /// that is larger.
    /// </summary>
    /// <remarks>Single precision holds numbers of 2 000 to 1e-4 only, so an absolute bound would refuse equal networks.</remarks>
    public const double Tolerance = 1e-4;

    private const int Rows = 256;

    // Samples beyond it are not those of standardized data.
    private const double Large = 100;

    /// <summary>The largest difference between a file's and the network's outputs on 256 random latents.</summary>
    /// <param name="generator">The network, on the CPU.</param>
    /// <param name="metadata">The metadata of the file.</param>
    /// <param name="onnx">The file.</param>
    /// <param name="isTrained">Whether the network was trained, for messages.</param>
    /// <exception cref="InvalidOperationException">The file cannot be run, or computes something else.</exception>
    public static double Difference(
        nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata, byte[] onnx, bool isTrained)
    {
        var (latents, labels) = Questions(metadata);
        var samples = Expected(generator, metadata, latents, labels);
        if (!samples.All(float.IsFinite))
            throw NotFinite(isTrained);
        var difference = OnnxParity.LargestDifference(
            (_, _) => samples, (z, y) => Exported(generator, metadata, onnx, z, y), latents, labels);
        var unit = Math.Max(1.0, samples.Max(Math.Abs));
        return difference <= Tolerance * unit ? difference : throw Differing(generator, metadata, difference, unit, isTrained);
    }

    private static InvalidOperationException NotFinite(bool isTrained) => new(isTrained
        ? "The trained generator generates values that are not finite, so no file was written. Lower the "
            + "learning rates, add a gradient penalty, and keep the divergence monitor."
        : "The untrained generator generates values that are not finite, so nothing was trained. Initialize all its weights and "
            + "buffers with finite numbers.");

    private static InvalidOperationException Differing(
        nn.Module generator, GeneratorMetadata metadata, double difference, double unit, bool isTrained)
    {
        var own = OwnTypes(generator);
        var advice = own.Length > 0 ? $" Check the AddTo of {string.Join(" and ", own)}." : "";
        if (unit > Large && !metadata.Shape.IsImage && generator is not ScaledGenerator)
            advice += $" Set {nameof(GanOptions.Standardizes)} = true, since the samples are large.";
        if (advice.Length == 0)
            advice = " Its weights may be too large for single precision: lower the learning rates, or add a gradient penalty.";
        var share = unit > 1
            ? string.Create(CultureInfo.InvariantCulture, $"which is {Tolerance:G1} of their largest absolute value, {unit:G4}, ")
            : "";
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"ONNX Runtime's samples differ from the {(isTrained ? "trained" : "untrained")} generator's by {difference:G3}, more "
                + $"than {Tolerance * unit:G3}, {share}"
                + $"so {(isTrained ? "no file was written" : "nothing was trained")}.{advice}"));
    }

    private static (float[] Latents, long[]? Labels) Questions(GeneratorMetadata metadata)
    {
        var latents = new float[Rows * metadata.LatentSize];
        for (var row = 0; row < Rows; row++)
            LatentNoise.Fill(latents.AsSpan(row * metadata.LatentSize, metadata.LatentSize), seed: 1, (ulong)row, 0);
        return (latents, metadata.Classes == 0 ? null : [.. Enumerable.Range(0, Rows).Select(row => (long)row % metadata.Classes)]);
    }

    private static float[] Exported(
        nn.Module generator, GeneratorMetadata metadata, byte[] onnx, float[] latents, long[]? labels)
    {
        var samples = new float[Rows * metadata.Shape.Size];
        try
        {
            using var session = new OnnxSession(onnx);
            session.Run(Rows, latents, labels, ("sample", samples));
            return samples;
        }
        catch (Exception e) when (OnnxFailure.Is(e))
        {
            var own = OwnTypes(generator);
            throw new InvalidOperationException(
                $"The exported generator cannot be run: {(e.InnerException ?? e).Message.TrimEnd('.')}. " + (own.Length > 0
                    ? $"Check the AddTo of {string.Join(" and ", own)}."
                    : "No layer of it is yours: report this with your options as an error of MLNet.Gan."),
                e);
        }
    }

    private static float[] Expected(
        nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata, float[] latents, long[]? labels)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var samples = generator.forward(tensor(latents).reshape(Rows, metadata.LatentSize), labels is null ? null : tensor(labels));
        return samples.flatten(0).contiguous().data<float>().ToArray();
    }

    /// <summary>The types in a generator whose AddTo the user wrote.</summary>
    private static string[] OwnTypes(nn.Module generator) =>
    [
        .. generator.DistinctModules()
            .Where(module => module is IOnnxLayer or IOnnxNetwork && module.GetType().Assembly != typeof(GeneratorProof).Assembly)
            .Select(module => module.GetType().Name).Distinct(),
    ];
}
