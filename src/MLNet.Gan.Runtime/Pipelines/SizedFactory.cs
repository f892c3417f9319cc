using System.ComponentModel;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>The base of the factories that <see cref="MappingAssemblies"/> makes. It is not for callers.</summary>
/// <typeparam name="TOutput">The class that the mapping fills, made with the factory.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SizedFactory<TOutput> : CustomMappingFactory<SavedGeneratorInput, TOutput>, ISizedFactory
    where TOutput : class, new()
{
    /// <inheritdoc/>
    /// <remarks>ML.NET writes down the assembly of the mapping's method, to find the factory again by.</remarks>
    public override Action<SavedGeneratorInput, TOutput> GetMapping() =>
        GetType().GetMethod(MappingAssemblies.Map)!.CreateDelegate<Action<SavedGeneratorInput, TOutput>>();

    ITransformer ISizedFactory.Fit(MLContext context, IDataView source) => context.Transforms
        .CustomMapping(GetMapping(), GetType().Assembly.GetName().Name).Fit(source);
}
