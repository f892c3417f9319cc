using System.ComponentModel;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>The base class of the factories that <see cref="MappingAssemblies"/> creates. Not for callers.</summary>
/// <typeparam name="TInput">The class of the mapping's input.</typeparam>
/// <typeparam name="TOutput">The class of the mapping's output, created with the factory.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SizedFactory<TInput, TOutput> : CustomMappingFactory<TInput, TOutput>, ISizedFactory
    where TInput : class, new()
    where TOutput : class, new()
{
    /// <inheritdoc/>
    /// <remarks>
    /// ML.NET saves the assembly of the mapping's method, in which it finds the factory when loading.
    /// </remarks>
    public override Action<TInput, TOutput> GetMapping() =>
        GetType().GetMethod(MappingAssemblies.Map)!.CreateDelegate<Action<TInput, TOutput>>();

    ITransformer ISizedFactory.Fit(MLContext context, IDataView source) => context.Transforms
        .CustomMapping(GetMapping(), GetType().Assembly.GetName().Name).Fit(source);
}
