using Microsoft.ML.Transforms;

namespace MLNet.Gan.Pipelines;

/// <summary>Gives ML.NET the first step of a saved network. It is for ML.NET's loader, not for callers.</summary>
[CustomMappingFactoryAttribute(Contract)]
public sealed class CarrierStartFactory : CustomMappingFactory<Nothing, CarrierStart>
{
    internal const string Contract = "MLNet.Gan.Start";
    internal const string Key = "network";

    /// <inheritdoc/>
    public override Action<Nothing, CarrierStart> GetMapping() => Map;

    internal static void Map(Nothing source, CarrierStart destination) =>
        (destination.Key, destination.LabelKey, destination.LabelNumber, destination.Vector) = (Key, 0, -1, default);
}
