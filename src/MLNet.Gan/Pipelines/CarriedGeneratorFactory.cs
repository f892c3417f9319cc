using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.Gan.Generation;

namespace MLNet.Gan.Pipelines;

/// <summary>
/// Gives ML.NET the step of a saved generator that makes samples. It is for ML.NET's loader, not for callers.
/// </summary>
[CustomMappingFactoryAttribute(Contract)]
public sealed class CarriedGeneratorFactory : CustomMappingFactory<CarriedInput, CarriedSample>
{
    internal const string Contract = "MLNet.Gan.Generator";

    private static readonly Decoded<GeneratorModel> Models = new(text =>
        new(Convert.FromBase64String(text), gpuDeviceId: null, fallbackToCpu: true));

    /// <inheritdoc/>
    public override Action<CarriedInput, CarriedSample> GetMapping() => Map;

    internal static void Map(CarriedInput source, CarriedSample destination)
    {
        var model = Models.Of(source.Payload);
        var card = model.Card;
        var row = destination.Count++;

        var latent = new float[card.LatentSize];
        if (card.LatentColumn is null)
            LatentNoise.Fill(latent, card.Seed, row, 0);
        else if (source.Vector.Length == latent.Length)
            source.Vector.CopyTo(latent);
        else
            throw new InvalidOperationException(
                $"Row {row} of latent column '{card.LatentColumn}' has {source.Vector.Length} values, but the "
                    + $"generator needs {latent.Length}.");

        var sample = new float[card.Shape.Size];
        model.Generate(1, latent, card.Classes == 0 ? null : [Label(source, card, row)], sample);
        destination.Sample = new VBuffer<float>(sample.Length, sample);
    }

    private static long Label(CarriedInput source, GeneratorCard card, ulong row)
    {
        var label = card.LabelIsKey ? source.LabelKey - 1.0 : source.LabelNumber;
        return label >= 0 && label < card.Classes && label == Math.Floor(label)
            ? (long)label
            : throw new InvalidOperationException(
                $"Row {row} of label column '{card.LabelColumn}' has class {label}, but there are only {card.Classes} "
                    + $"classes, 0 to {card.Classes - 1}.");
    }
}
