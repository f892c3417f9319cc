using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>The mode coverage of a mixture of equal isotropic Gaussians in the plane, by PacGAN's protocol.</summary>
/// <remarks>
/// Lin, Khetan, Fanti, Oh (2018), after VEEGAN: a sample is of high quality within 3σ of the nearest mode's center,
/// and a mode is captured when a sample of high quality is nearest to it. The divergence is Σ pᵢ ln(K pᵢ) with pᵢ the
/// share of mode i among the n samples of high quality; its value for a perfect generator is (K − 1) / 2n, not 0. A
/// perfect generator has 98.9 % of high quality; more means that the modes have shrunk.
/// </remarks>
/// <param name="Modes">The number of modes of the mixture, K.</param>
/// <param name="CapturedModes">The number of modes with a sample of high quality.</param>
/// <param name="HighQualityShare">The share of samples within 3σ of a mode, in [0, 1].</param>
/// <param name="ReverseKullbackLeibler">KL(generated ‖ uniform) in nats; NaN without a sample of high quality.</param>
/// <param name="Count">The number of samples.</param>
public sealed record MixtureCoverage(
    int Modes, int CapturedModes, double HighQualityShare, double ReverseKullbackLeibler, long Count)
{
    private const double Radius = 3;

    /// <summary>Computes the coverage of samples.</summary>
    /// <param name="samples">Finite points: x and y of the first, x and y of the second, and so on.</param>
    /// <param name="centers">The centers of the modes, in the same layout.</param>
    /// <param name="sigma">The standard deviation of a mode in each direction, greater than 0.</param>
    public static MixtureCoverage Of(ReadOnlySpan<float> samples, ReadOnlySpan<float> centers, double sigma)
    {
        RequirePoints(samples, nameof(samples));
        RequirePoints(centers, nameof(centers));
        if (!(sigma > 0 && double.IsFinite(sigma)))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "sigma must be finite and greater than 0.");

        var counts = new long[centers.Length / 2];
        for (var i = 0; i < samples.Length; i += 2)
        {
            var (mode, distance) = Nearest(samples[i], samples[i + 1], centers);
            if (distance <= Radius * sigma)
                counts[mode]++;
        }

        var (count, good) = (samples.Length / 2, counts.Sum());
        return new(counts.Length, counts.Count(n => n > 0), (double)good / count, Divergence(counts, good), count);
    }

    /// <summary>Returns all values on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{CapturedModes} of {Modes} modes, {HighQualityShare:0.0%} within 3 sigma, "
        + $"reverse KL {ReverseKullbackLeibler:0.####} ({Count} samples)");

    private static double Divergence(long[] counts, long total) => total == 0
        ? double.NaN
        : counts.Where(n => n > 0).Sum(n => (double)n / total * Math.Log((double)n / total * counts.Length));

    private static (int Mode, double Distance) Nearest(double x, double y, ReadOnlySpan<float> centers)
    {
        var (mode, nearest) = (0, double.PositiveInfinity);
        for (var i = 0; i < centers.Length / 2; i++)
        {
            var distance = double.Hypot(x - centers[2 * i], y - centers[2 * i + 1]);
            if (distance < nearest)
                (mode, nearest) = (i, distance);
        }

        return (mode, nearest);
    }

    private static void RequirePoints(ReadOnlySpan<float> values, string name)
    {
        if (values.IsEmpty || values.Length % 2 != 0)
            throw new ArgumentException(
                $"The {name} must be pairs of x and y, at least one, but are {values.Length} values.", name);
        if (values.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) is var bad and >= 0)
            throw new ArgumentException(
                $"Point {bad / 2} of the {name} has the coordinate {values[bad]}, but it must be finite.", name);
    }
}
