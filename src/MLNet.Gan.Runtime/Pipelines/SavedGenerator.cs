namespace MLNet.Gan;

/// <summary>A generator of a saved pipeline.</summary>
/// <param name="text">Its ONNX file, as text.</param>
internal sealed class SavedGenerator(string text) : ISavedNetwork
{
    private GeneratorModel Model { get; } =
        new(Convert.FromBase64String(text), gpuDeviceId: null, fallbackToCpu: true);

    /// <summary>Returns a generator as text.</summary>
    public static string Text(GeneratorModel model) => Convert.ToBase64String(model.Onnx);

    public float[] Run(SavedGeneratorInput row)
    {
        var metadata = Model.Metadata;
        var latent = new float[metadata.LatentSize];
        if (metadata.LatentColumnName is null)
            LatentNoise.Fill(latent, metadata.Seed, (ulong)row.Row, 0);
        else if (row.Vector.Length == latent.Length)
            row.Vector.CopyTo(latent);
        else
            throw new InvalidOperationException(
                $"A row of latent column '{metadata.LatentColumnName}' has {row.Vector.Length} values, "
                + $"but the generator needs {latent.Length}.");

        var sample = new float[metadata.Shape.Size];
        Model.Generate(1, latent, metadata.Classes == 0 ? default : new long[] { Label(row, metadata) }, sample);
        return sample;
    }

    private static long Label(SavedGeneratorInput row, GeneratorMetadata metadata)
    {
        var label = metadata.LabelIsKey ? row.LabelKey - 1.0 : row.LabelNumber;
        if (metadata.LabelIsKey && label < 0)
            throw new InvalidOperationException(
                $"A row of label column '{metadata.LabelColumnName}' has no key (a missing value, or one that training did not "
                    + "have). Filter such rows out first.");
        if (!(label >= 0 && label < metadata.Classes && label == Math.Floor(label)))
            throw new InvalidOperationException(
                $"A row of label column '{metadata.LabelColumnName}' has class {label}, but there are only {metadata.Classes} "
                    + $"classes, 0 to {metadata.Classes - 1}.");
        return TrainedClasses.Problem(metadata, (long)label) is { } problem
            ? throw new InvalidOperationException(
                $"A row of label column '{metadata.LabelColumnName}' cannot be generated. {problem}")
            : (long)label;
    }
}
