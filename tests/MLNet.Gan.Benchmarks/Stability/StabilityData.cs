using Microsoft.ML;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>Data to train on, and a measure of generated samples that no monitor sees.</summary>
/// <param name="Name">The name of the data.</param>
/// <param name="View">The rows of a seed.</param>
/// <param name="Oracle">
/// The distance of generated samples from the truth, lower is better: what of the modes' or categories' shares is missing, or
/// the Fréchet distance in a classifier's features.
/// </param>
/// <param name="Limit">The distance from which on samples count as failed.</param>
/// <param name="Snapshot">The number of samples that the oracle gets.</param>
internal sealed record StabilityData(
    string Name, Func<MLContext, int, IDataView> View, Func<IReadOnlyList<float[]>, double> Oracle, double Limit, int Snapshot)
{
    /// <summary>The difference between two measurements of equally good samples: twice its standard deviation, roughly.</summary>
    public double Noise => Limit / 20;
}
