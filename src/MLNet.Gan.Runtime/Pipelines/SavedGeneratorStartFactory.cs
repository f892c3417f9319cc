using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>Creates the first step of a saved network. For ML.NET's loader, not for callers.</summary>
/// <remarks>
/// ML.NET runs a stateful mapping in one cursor, before the rows are split among threads: so rows are counted in order,
/// regardless of the number of threads.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class SavedGeneratorStartFactory : StatefulCustomMappingFactory<SavedGeneratorSource, SavedGeneratorStart, SavedGeneratorRowCount>
{
    internal const string Contract = "MLNet.Gan.Start";
    internal const string Key = "network";

    // ML.NET creates this factory before it resolves the following steps, whose assemblies are created on demand.
    static SavedGeneratorStartFactory()
    {
        AppDomain.CurrentDomain.AssemblyResolve += SizedAssemblies.Resolve;
        AppDomain.CurrentDomain.AssemblyResolve += SlotAssemblies.Resolve;
        AppDomain.CurrentDomain.AssemblyResolve += TableAssemblies.Resolve;
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
