using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>Gives ML.NET the first step of a saved network. It is for ML.NET's loader, not for callers.</summary>
/// <remarks>
/// ML.NET runs a mapping with a state by one cursor, in front of those that it splits rows for: so rows are counted in
/// their order, however many threads read what comes behind.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class SavedGeneratorStartFactory : StatefulCustomMappingFactory<SavedGeneratorSource, SavedGeneratorStart, SavedGeneratorRowCount>
{
    internal const string Contract = "MLNet.Gan.Start";
    internal const string Key = "network";

    // ML.NET makes this factory before it asks for the steps behind, whose assemblies are made when asked for.
    static SavedGeneratorStartFactory()
    {
        AppDomain.CurrentDomain.AssemblyResolve += SizedAssemblies.Resolve;
        AppDomain.CurrentDomain.AssemblyResolve += SlotAssemblies.Resolve;
    }

    /// <inheritdoc/>
    public override Action<SavedGeneratorSource, SavedGeneratorStart, SavedGeneratorRowCount> GetMapping() => Map;

    /// <inheritdoc/>
    public override Action<SavedGeneratorRowCount> GetStateInitAction() => Begin;

    internal static void Begin(SavedGeneratorRowCount count) => count.Next = 0;

    internal static void Map(SavedGeneratorSource source, SavedGeneratorStart destination, SavedGeneratorRowCount count) =>
        (destination.Key, destination.Row, destination.LabelKey, destination.LabelNumber, destination.Vector) =
            (Key, count.Next++, 0, -1, default);
}
