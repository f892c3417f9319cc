namespace MLNet.Gan;

/// <summary>Draws classes as often as some data had them.</summary>
internal static class ClassDraw
{
    /// <summary>
    /// Classes whose numbers are as near to the shares of the data as whole numbers can be, in random order.
    /// </summary>
    public static long[] Like(IReadOnlyList<int> classCounts, int count, int seed)
    {
        // Systematic sampling: equal steps through the running sum of shares.
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
