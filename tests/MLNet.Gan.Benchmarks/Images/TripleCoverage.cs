namespace MLNet.Gan.Benchmarks.Images;

/// <summary>How images of three stacked pictures cover the 1000 triples of classes.</summary>
/// <param name="Modes">How many triples there are among the images.</param>
/// <param name="Divergence">KL(images ‖ uniform) in nats; a perfect generator reaches 999/2n with n images.</param>
internal sealed record TripleCoverage(int Modes, double Divergence)
{
    private const int Triples = 1000;

    /// <summary>Counts.</summary>
    /// <param name="labels">The classes, 0 to 9, of the first image's three pictures, the second's and so on.</param>
    public static TripleCoverage Of(ReadOnlySpan<byte> labels)
    {
        var counts = new int[Triples];
        for (var i = 0; i < labels.Length; i += 3)
            counts[100 * labels[i] + 10 * labels[i + 1] + labels[i + 2]]++;

        var total = labels.Length / 3.0;
        var found = counts.Where(count => count > 0).ToList();
        return new(found.Count, found.Sum(count => count / total * Math.Log(count / total * Triples)));
    }
}
