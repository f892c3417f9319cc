using Microsoft.ML.Transforms;

namespace MLNet.Gan.Pipelines;

/// <summary>Gives ML.NET the first step of a saved network. It is for ML.NET's loader, not for callers.</summary>
/// <remarks>
/// ML.NET runs a mapping with a state by one cursor, in front of those that it splits rows for: so rows are counted in
/// their order, however many threads read what comes behind.
/// </remarks>
[CustomMappingFactoryAttribute(Contract)]
public sealed class CarrierStartFactory : StatefulCustomMappingFactory<Nothing, CarrierStart, RowCount>
{
    internal const string Contract = "MLNet.Gan.Start";
    internal const string Key = "network";

    // ML.NET makes this factory before it asks for the steps behind, whose assemblies are made when asked for.
    static CarrierStartFactory() => AppDomain.CurrentDomain.AssemblyResolve += SizedAssemblies.Resolve;

    /// <inheritdoc/>
    public override Action<Nothing, CarrierStart, RowCount> GetMapping() => Map;

    /// <inheritdoc/>
    public override Action<RowCount> GetStateInitAction() => Begin;

    internal static void Begin(RowCount count) => count.Next = 0;

    internal static void Map(Nothing source, CarrierStart destination, RowCount count) =>
        (destination.Key, destination.Row, destination.LabelKey, destination.LabelNumber, destination.Vector) =
            (Key, count.Next++, 0, -1, default);
}
