namespace MLNet.Gan;

/// <summary>Draws classes with the frequencies of the training data.</summary>
internal static class ClassDraw
{
    /// <summary>
    /// Returns classes in random order whose counts are as close to the data's proportions as integers can be.
    /// </summary>
    public static long[] Like(IReadOnlyList<int> classCounts, int count, int seed)
    {
        // Systematic sampling: equal steps through the cumulative proportions.
        var total = classCounts.Sum(Convert.ToInt64);
        var random = new Random(seed);
        var offset = random.NextDouble();
        var drawn = new long[count];
        var (label, passed) = (0, (double)classCounts[0]);
        for (var i = 0; i < count; i++)
        {
            var place = (i + offset) * total / count;
            while (place >= passed && label < classCounts.Count - 1)
                passed += classCounts[++label];
            drawn[i] = label;
        }

        random.Shuffle(drawn);
        return drawn;
    }
}
