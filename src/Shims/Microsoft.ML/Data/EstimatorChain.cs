using Microsoft.ML.Internal;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Estimators, each of which learns from what those before it make.</summary>
public sealed class EstimatorChain<TLastTransformer> : IEstimator<TransformerChain<TLastTransformer>>
    where TLastTransformer : class, ITransformer
{
    public readonly IEstimator<TLastTransformer> LastEstimator;
    private readonly EstimatorStep[] _steps;

    public EstimatorChain()
        : this([], null!)
    {
    }

    private EstimatorChain(EstimatorStep[] steps, IEstimator<TLastTransformer> last) => (_steps, LastEstimator) = (steps, last);

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

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return _steps.Aggregate(inputSchema, (shape, step) => step.Estimator.GetOutputSchema(shape));
    }

    public EstimatorChain<TNewTrans> Append<TNewTrans>(
        IEstimator<TNewTrans> estimator, TransformerScope scope = TransformerScope.Everything)
        where TNewTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new([.. _steps, new EstimatorStep((IEstimator<ITransformer>)estimator, scope, CacheAfter: false)], estimator);
    }

    /// <summary>Keeps in memory, during Fit, what the last estimator makes.</summary>
    public EstimatorChain<TLastTransformer> AppendCacheCheckpoint(IHostEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return _steps is [.. var head, var last] ? new([.. head, last with { CacheAfter = true }], LastEstimator) : this;
    }
}
