using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The trainers of <c>ml.Gan.Trainers</c>.</summary>
public sealed class GanTrainerCatalog
{
    private readonly MLContext _context;

    internal GanTrainerCatalog(MLContext context) => _context = context;

    /// <summary>An estimator that trains a GAN on a column of samples and adds a column of generated ones.</summary>
    /// <param name="options">How to train; only the shape is required.</param>
    /// <param name="run">How to carry the run out; null (default) for all defaults.</param>
    public GanEstimator Gan(GanOptions options, RunOptions? run = null) => new(_context, options, run);
}
