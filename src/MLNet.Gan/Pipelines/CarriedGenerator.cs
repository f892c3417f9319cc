using MLNet.Gan.Generation;

namespace MLNet.Gan.Pipelines;

/// <summary>A generator out of a saved pipeline.</summary>
/// <param name="text">Its ONNX file, as text.</param>
internal sealed class CarriedGenerator(string text) : ICarriedNetwork
{
    private GeneratorModel Model { get; } =
        new(Convert.FromBase64String(text), gpuDeviceId: null, fallbackToCpu: true);

    /// <summary>A generator as text.</summary>
    public static string Text(GeneratorModel model) => Convert.ToBase64String(model.Onnx);

    public float[] Run(CarriedInput row)
    {
        var card = Model.Card;
        var latent = new float[card.LatentSize];
        if (card.LatentColumn is null)
            LatentNoise.Fill(latent, card.Seed, (ulong)row.Row, 0);
        else if (row.Vector.Length == latent.Length)
            row.Vector.CopyTo(latent);
        else
            throw new InvalidOperationException(
                $"A row of latent column '{card.LatentColumn}' has {row.Vector.Length} values, "
                + $"but the generator needs {latent.Length}.");

        var sample = new float[card.Shape.Size];
        Model.Generate(1, latent, card.Classes == 0 ? default : new long[] { Label(row, card) }, sample);
        return sample;
    }

    private static long Label(CarriedInput row, GeneratorCard card)
    {
        var label = card.LabelIsKey ? row.LabelKey - 1.0 : row.LabelNumber;
        if (card.LabelIsKey && label < 0)
            throw new InvalidOperationException(
                $"A row of label column '{card.LabelColumn}' has no key (a missing value, or one that training did not "
                    + "have). Filter such rows out first.");
        return label >= 0 && label < card.Classes && label == Math.Floor(label)
            ? (long)label
            : throw new InvalidOperationException(
                $"A row of label column '{card.LabelColumn}' has class {label}, but there are only {card.Classes} "
                    + $"classes, 0 to {card.Classes - 1}.");
    }
}
