using System.Collections;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>
/// Transformers, one after the other, each with the scopes that it takes part in. An empty chain changes nothing.
/// </summary>
public sealed class TransformerChain<TLastTransformer> : ITransformer, IEnumerable<ITransformer>, IDisposable
    where TLastTransformer : class, ITransformer
{
    /// <summary>The last transformer, null in an empty chain.</summary>
    public readonly TLastTransformer LastTransformer;
    private readonly ITransformer[] _transformers;
    private readonly TransformerScope[] _scopes;

    /// <summary>A chain of transformers with their scopes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are not as many scopes as transformers, or the last one is no <typeparamref name="TLastTransformer"/>.
    /// </exception>
    public TransformerChain(IEnumerable<ITransformer> transformers, IEnumerable<TransformerScope> scopes)
    {
        ArgumentNullException.ThrowIfNull(transformers);
        ArgumentNullException.ThrowIfNull(scopes);
        (_transformers, _scopes) = ([.. transformers], [.. scopes]);
        Check.That(_transformers.Length == _scopes.Length, nameof(scopes), "There must be a scope for each transformer");
        LastTransformer = _transformers.LastOrDefault() is not { } last
            ? null!
            : last as TLastTransformer ?? throw new ArgumentOutOfRangeException(
                nameof(transformers), $"The last transformer is a {last.GetType()}, not a {typeof(TLastTransformer)}");
    }

    /// <summary>A chain of transformers that always take part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The last one is no <typeparamref name="TLastTransformer"/>.
    /// </exception>
    public TransformerChain(params ITransformer[] transformers)
        : this(transformers, (transformers ?? throw new ArgumentNullException(nameof(transformers))).Select(_ => TransformerScope.Everything))
    {
    }

    /// <summary>Asks every step, whatever its scope.</summary>
    bool ITransformer.IsRowToRowMapper => _transformers.All(transformer => transformer.IsRowToRowMapper);

    /// <summary>Applies the steps of the scoring scope.</summary>
    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => Transform(input, TransformerScope.Scoring);

    /// <summary>Applies the steps that share a scope with <paramref name="scope"/>.</summary>
    public IDataView Transform(IDataView input, TransformerScope scope)
    {
        ArgumentNullException.ThrowIfNull(input);
        GetOutputSchema(input.Schema, scope);
        return In(scope).Aggregate(input, (view, transformer) => transformer.Transform(view));
    }

    /// <summary>What the steps of the scoring scope make of a schema.</summary>
    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => GetOutputSchema(inputSchema, TransformerScope.Scoring);

    /// <summary>What the steps that share a scope with <paramref name="scope"/> make of a schema.</summary>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema, TransformerScope scope)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return In(scope).Aggregate(inputSchema, (schema, transformer) => transformer.GetOutputSchema(schema));
    }

    /// <summary>
    /// The steps that share a scope with <paramref name="scopeFilter"/>, the transformers themselves and not copies.
    /// </summary>
    public TransformerChain<ITransformer> GetModelFor(TransformerScope scopeFilter) => new(
        In(scopeFilter), _scopes.Where(scope => (scope & scopeFilter) != 0));

    /// <summary>A longer chain.</summary>
    public TransformerChain<TNewLast> Append<TNewLast>(
        TNewLast transformer, TransformerScope scope = TransformerScope.Everything)
        where TNewLast : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return new([.. _transformers, transformer], [.. _scopes, scope]);
    }

    /// <inheritdoc/>
    public IEnumerator<ITransformer> GetEnumerator() => _transformers.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Disposes every step that can be disposed. A prediction engine that owns the chain does so too, so a step must
    /// bear it twice.
    /// </summary>
    public void Dispose()
    {
        foreach (var transformer in _transformers)
            (transformer as IDisposable)?.Dispose();
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        if (!((ITransformer)this).IsRowToRowMapper)
            throw new InvalidOperationException("GetRowToRowMapper method called despite IsRowToRowMapper being false.");
        List<IRowToRowMapper> mappers = [];
        foreach (var transformer in _transformers)
            mappers.Add(transformer.GetRowToRowMapper(mappers.LastOrDefault()?.OutputSchema ?? inputSchema));
        return new MapperChain(inputSchema, mappers);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => TransformerChainFormat.Save(ctx, _transformers, _scopes);

    private IEnumerable<ITransformer> In(TransformerScope scope) =>
        _transformers.Zip(_scopes).Where(step => (step.Second & scope) != 0).Select(step => step.First);
}
