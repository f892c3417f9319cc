using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A step of a chain of estimators.</summary>
internal sealed record EstimatorStep(IEstimator<ITransformer> Estimator, TransformerScope Scope, bool CacheAfter);
