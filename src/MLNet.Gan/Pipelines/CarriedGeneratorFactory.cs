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

    private static readonly Decoded<CarriedGenerator> Generators = new(text => new(text));

    /// <inheritdoc/>
    public override Action<CarriedInput, CarriedSample> GetMapping() => Map;

    internal static void Map(CarriedInput source, CarriedSample destination)
    {
        var generator = Generators.Of(source.Payload);
        var (model, card) = (generator.Model, generator.Model.Card);
        var latent = new float[card.LatentSize];
        if (card.LatentColumn is null)
            LatentNoise.Fill(latent, card.Seed, generator.NextRow(), 0);
        else if (source.Vector.Length == latent.Length)
            source.Vector.CopyTo(latent);
        else
            throw new InvalidOperationException(
                $"A row of latent column '{card.LatentColumn}' has {source.Vector.Length} values, "
                + $"but the generator needs {latent.Length}.");

        var sample = new float[card.Shape.Size];
        model.Generate(1, latent, card.Classes == 0 ? default : new long[] { Label(source, card) }, sample);
        destination.Sample = new VBuffer<float>(sample.Length, sample);
    }

    private static long Label(CarriedInput source, GeneratorCard card)
    {
        var label = card.LabelIsKey ? source.LabelKey - 1.0 : source.LabelNumber;
        return label >= 0 && label < card.Classes && label == Math.Floor(label)
            ? (long)label
            : throw new InvalidOperationException(
                $"A row of label column '{card.LabelColumn}' has class {label}, but there are only {card.Classes} "
                    + $"classes, 0 to {card.Classes - 1}.");
    }
}
