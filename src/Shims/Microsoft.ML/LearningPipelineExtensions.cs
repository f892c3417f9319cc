using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Puts estimators and transformers behind one another.</summary>
public static class LearningPipelineExtensions
{
    /// <summary>A chain of two estimators, or a chain with one more.</summary>
    /// <param name="start">What comes first.</param>
    /// <param name="estimator">What comes last.</param>
    /// <param name="scope">When the transformer of the last one takes part in the model.</param>
    public static EstimatorChain<TTrans> Append<TTrans>(
        this IEstimator<ITransformer> start,
        IEstimator<TTrans> estimator,
        TransformerScope scope = TransformerScope.Everything)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(estimator);
        return (start as EstimatorChain<ITransformer> ?? new EstimatorChain<ITransformer>().Append(start)).Append(estimator, scope);
    }

    /// <summary>Keeps in memory, while the later steps are fitted, what this one makes.</summary>
    /// <param name="start">The estimator.</param>
    /// <param name="env">The context; null throws, though nothing is asked of it.</param>
    public static EstimatorChain<TTrans> AppendCacheCheckpoint<TTrans>(this IEstimator<TTrans> start, IHostEnvironment env)
        where TTrans : class, ITransformer => new EstimatorChain<ITransformer>().Append(start).AppendCacheCheckpoint(env);

    /// <summary>A chain of two transformers, or a chain with one more; disposing it disposes them.</summary>
    public static TransformerChain<TTrans> Append<TTrans>(this ITransformer start, TTrans transformer)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(transformer);
        return start is TransformerChain<ITransformer> chain ? chain.Append(transformer) : new(start, transformer);
    }
}
