using System.Text.Json;

namespace MLNet.Gan.Metrics;

/// <summary>Feature statistics as a .npz file, in the format that other tools read and write.</summary>
/// <remarks>
/// The format is that of pytorch-fid: the arrays <c>mu</c> [D] and <c>sigma</c> [D, D] in float64, the covariance with
/// ddof 1. Files of this library have more arrays, which other tools ignore: <c>count</c>, <c>ddof</c>, and, as JSON in
/// UTF-8, <c>protocol</c> and <c>warnings</c>.
/// </remarks>
/// <param name="Statistics">The statistics.</param>
/// <param name="Protocol">How the features were computed; null if unknown, as in files of other tools.</param>
public sealed record StoredStatistics(FeatureStatistics Statistics, Protocol? Protocol = null)
{
    // The share of the largest variance that an eigenvalue may be below 0: far more than what is lost by rounding to float32.
    private const double Rounding = 1e-3;

    // Minus one, it is a power of two, so that the covariance with ddof 1 equals the file's bit for bit.
    private const long StandIn = 65_537;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>
    /// Whether <see cref="FeatureStatistics.Count"/> is the number of samples; default true. Files of other tools do
    /// not contain it. Then another count stands in, mean and covariance with ddof 1 are the file's, and those with
    /// ddof 0 are meaningless.
    /// </summary>
    public bool IsCountKnown { get; init; } = true;

    /// <summary>The reasons to doubt scores of these statistics; empty if there are none, and in files of other tools.</summary>
    public IReadOnlyList<ScoreWarning> Warnings { get; init => field = Check.Items(value); } = [];

    /// <summary>Reads a file of this library, or of pytorch-fid or clean-fid.</summary>
    /// <param name="path">The file, with arrays of float64 or float32 in C or Fortran order.</param>
    /// <param name="count">The number of samples, if the file does not contain it.</param>
    /// <param name="mean">The name of the array with the mean.</param>
    /// <param name="covariance">The name of the array with the covariance.</param>
    /// <exception cref="FormatException">The file has no statistics, is damaged, or has another count.</exception>
    public static StoredStatistics Load(string path, long? count = null, string mean = "mu", string covariance = "sigma")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(mean);
        ArgumentException.ThrowIfNullOrEmpty(covariance);
        using var file = new NpzFile(path);
        var (meanShape, means) = file.Numbers(mean);
        var (shape, covariances) = file.Numbers(covariance);
        if (meanShape is not [> 0 and var size] || !shape.SequenceEqual([size, size]))
            throw new FormatException($"'{path}' has a mean of ({string.Join(", ", meanShape)}) and a covariance of "
                + $"({string.Join(", ", shape)}) values, but they must be (D) and (D, D).");
        if (!IsSymmetric(covariances, (int)size))
            throw new FormatException($"The covariance of '{path}' is not symmetric, so it is none.");
        if (!IsPossible(covariances, (int)size))
            throw new FormatException($"The covariance of '{path}' has a negative eigenvalue, which no data have, so that distances to "
                + "it mean nothing. Compute it again, such as with np.cov(features, rowvar=False).");

        var said = file.Has("count") ? Number(file, "count", path) : (long?)null;
        if (said is not null && count is not null && said != count)
            throw new FormatException($"'{path}' has statistics of {said} samples, not {count}. Leave the count out, "
                + "or correct it.");
        var known = said ?? count;
        var ddof = file.Has("ddof") ? Number(file, "ddof", path) : 1;
        try
        {
            var statistics = FeatureStatistics.FromMoments(known ?? StandIn, means, covariances, checked((int)ddof));
            return new(statistics, Read<Protocol>(file, path, "protocol", IsWhole))
            {
                IsCountKnown = known is not null,
                Warnings = Read<ScoreWarning[]>(file, path, "warnings", IsWhole) ?? [],
            };
        }
        catch (Exception damage) when (damage is ArgumentException or OverflowException)
        {
            throw new FormatException($"'{path}' holds no statistics: {damage.Message}", damage);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file, which is replaced only on success.</param>
    /// <exception cref="InvalidOperationException">There are fewer than two samples.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new NpzWriter();
        file.Add("mu", [Statistics.Dimension], Statistics.Mean());
        file.Add("sigma", [Statistics.Dimension, Statistics.Dimension], Statistics.Covariance());
        file.Add("ddof", 1);
        if (IsCountKnown)
            file.Add("count", Statistics.Count);
        if (Protocol is not null)
            file.Add("protocol", JsonSerializer.SerializeToUtf8Bytes(Protocol, Json));
        if (Warnings.Count > 0)
            file.Add("warnings", JsonSerializer.SerializeToUtf8Bytes(Warnings, Json));
        AtomicFile.Write(path, file.ToBytes());
    }

    private static bool IsWhole(Protocol protocol) =>
        protocol is { Network: not null, Weights: not null, Preprocessing: not null };

    private static bool IsWhole(ScoreWarning[] warnings) =>
        warnings.All(warning => warning is { Code: not null, Message: not null });

    /// <summary>Reads an array of JSON; null if the file does not have it.</summary>
    private static T? Read<T>(NpzFile file, string path, string name, Func<T, bool> isWhole) where T : class
    {
        if (!file.Has(name))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(file.Bytes(name), Json) is { } value && isWhole(value) ? value
                : throw new JsonException("a part of it is missing.");
        }
        catch (JsonException damage)
        {
            throw new FormatException($"The {name} in '{path}' cannot be read: {damage.Message}", damage);
        }
    }

    private static long Number(NpzFile file, string name, string path) =>
        file.Numbers(name).Values is [var value] && value == Math.Floor(value) && Math.Abs(value) < long.MaxValue
            ? (long)value
            : throw new FormatException($"'{name}' in '{path}' is not a whole number.");

    private static bool IsSymmetric(double[] covariance, int size)
    {
        var largest = Enumerable.Range(0, size).Max(i => Math.Abs(covariance[i * size + i]));
        for (var row = 0; row < size; row++)
        {
            for (var column = row + 1; column < size; column++)
            {
                if (Math.Abs(covariance[row * size + column] - covariance[column * size + row]) > 1e-5 * largest)
                    return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Returns whether no eigenvalue is clearly negative: with a little more variance for each feature, the covariance has
    /// full rank.
    /// </summary>
    /// <remarks>What is not finite, or a negative variance, has a message of its own.</remarks>
    private static bool IsPossible(double[] covariance, int size)
    {
        var variances = Enumerable.Range(0, size).Select(i => covariance[i * size + i]).ToArray();
        var largest = variances.Max();
        if (variances.Min() < 0 || !covariance.All(double.IsFinite))
            return true;
        if (largest == 0)
            return covariance.All(value => value == 0);
        double[] shifted = [.. covariance];
        Rows.Scale(shifted, 1 / largest);
        for (var i = 0; i < size; i++)
            shifted[i * size + i] += Rounding;
        var weights = Enumerable.Repeat(1.0, size).ToArray();
        return PivotedCholesky.Of(Block.Of(shifted, size, size), weights).Rank == size;
    }
}
