using Microsoft.ML.Internal;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>
/// Estimators, each of which learns from what those before it make. A chain never changes: appending makes a new one.
/// </summary>
public sealed class EstimatorChain<TLastTransformer> : IEstimator<TransformerChain<TLastTransformer>>
    where TLastTransformer : class, ITransformer
{
    /// <summary>The last estimator, null in an empty chain.</summary>
    public readonly IEstimator<TLastTransformer> LastEstimator;
    private readonly EstimatorStep[] _steps;

    /// <summary>An empty chain; its model changes nothing.</summary>
    public EstimatorChain()
        : this([], null!)
    {
    }

    private EstimatorChain(EstimatorStep[] steps, IEstimator<TLastTransformer> last) => (_steps, LastEstimator) = (steps, last);

    /// <summary>
    /// Checks all schemas, then fits the steps in order on what those before them make, whatever their scopes.
    /// </summary>
    /// <inheritdoc/>
    public TransformerChain<TLastTransformer> Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        GetOutputSchema(SchemaShape.Create(input.Schema));

        var transformers = new ITransformer[_steps.Length];
        for (var i = 0; i < _steps.Length; i++)
        {
            transformers[i] = _steps[i].Estimator.Fit(input);
            if (i == _steps.Length - 1)
                break;
            input = transformers[i].Transform(input);
            if (_steps[i].CacheAfter)
                input = new CachedView(input);
        }

        return new(transformers, _steps.Select(step => step.Scope));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return _steps.Aggregate(inputSchema, (shape, step) => step.Estimator.GetOutputSchema(shape));
    }

    /// <summary>A longer chain.</summary>
    /// <param name="estimator">The new last step.</param>
    /// <param name="scope">
    /// When its transformer takes part in the model. While the chain is fitted it always does.
    /// </param>
    public EstimatorChain<TNewTrans> Append<TNewTrans>(
        IEstimator<TNewTrans> estimator, TransformerScope scope = TransformerScope.Everything)
        where TNewTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new([.. _steps, new EstimatorStep((IEstimator<ITransformer>)estimator, scope, CacheAfter: false)], estimator);
    }

    /// <summary>Keeps in memory, while the later steps are fitted, what the last step makes.</summary>
    /// <param name="env">The context; null throws, though nothing is asked of it.</param>
    public EstimatorChain<TLastTransformer> AppendCacheCheckpoint(IHostEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return _steps is [.. var head, var last] ? new([.. head, last with { CacheAfter = true }], LastEstimator) : this;
    }
}
