using System.Runtime.CompilerServices;
using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The catalog of GAN trainers, as <c>ml.Gan.Trainers</c>.</summary>
public sealed class GanTrainerCatalog
{
    private readonly MLContext _context;

    internal GanTrainerCatalog(MLContext context) => _context = context;

    /// <summary>
    /// Returns an estimator that trains a GAN on a column of samples and adds a column of generated ones.
    /// </summary>
    /// <remarks>
    /// Vectors are standardized (<see cref="GanOptions.Standardizes"/>), since the columns of a table have units of their own;
    /// generated samples are in those units.
    /// </remarks>
    /// <param name="featureColumnName">
    /// The column of samples: vectors of <see cref="float"/>, images as vectors of <see cref="byte"/> or ML.NET's
    /// images. Its type determines the shape (<see cref="GanOptions.Shape"/>).
    /// </param>
    /// <param name="labelColumnName">The column of classes; null (default) trains without classes.</param>
    /// <param name="architecture">
    /// The networks; null (default) for <see cref="Dcgan"/> if samples are images whose sides are multiples of 4, else
    /// <see cref="Mlp"/>.
    /// </param>
    /// <param name="batchSize">The number of samples in a batch, at least 1 and at most the number of rows.</param>
    /// <param name="steps">The number of generator updates, at least 1.</param>
    /// <param name="run">How to run the training; null (default) for all defaults.</param>
    /// <returns>The estimator; what can be wrong with options and data, its <see cref="GanEstimator.Fit(IDataView)"/> says.</returns>
    public GanEstimator Gan(
        string featureColumnName = "Features",
        string? labelColumnName = null,
        IArchitecture? architecture = null,
        int batchSize = 64,
        int steps = 10_000,
        RunOptions? run = null)
    {
        var options = new GanOptions
        {
            FeatureColumnName = featureColumnName,
            LabelColumnName = labelColumnName,
            Architecture = architecture ?? new Mlp(),
            BatchSize = batchSize,
            Steps = steps,
        };
        return new(_context, options, run, ofShape: shaped => shaped with
        {
            Architecture = architecture ?? SuitableArchitecture.For(shaped.Shape),
            Standardizes = !shaped.Shape.IsImage,
        });
    }

    /// <summary>
    /// Returns an estimator that trains a GAN on a column of samples and adds a column of generated ones.
    /// </summary>
    /// <param name="options">How to train.</param>
    /// <param name="run">How to run the training; null (default) for all defaults.</param>
    [OverloadResolutionPriority(1)] // So that Gan(new() { … }) means options.
    public GanEstimator Gan(GanOptions options, RunOptions? run = null) => new(_context, options, run);

    /// <summary>Returns an estimator that trains a GAN on the rows of a table, and generates rows of the same schema.</summary>
    /// <param name="options">How to train; null (default) for all defaults.</param>
    /// <param name="run">How to run the training; null (default) for all defaults.</param>
    public TabularGanEstimator TabularGan(TabularGanOptions? options = null, RunOptions? run = null) => new(_context, options ?? new(), run);
}
