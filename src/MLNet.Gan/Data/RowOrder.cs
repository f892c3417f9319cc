namespace MLNet.Gan.Data;

/// <summary>Endless sequences of row numbers to train on.</summary>
internal static class RowOrder
{
    /// <summary>All rows in random order, again and again.</summary>
    public static IEnumerable<long> Shuffled(int count, Random random) =>
        Repeated([.. Enumerable.Range(0, count).Select(row => (long)row)], random);

    /// <summary>A row of each class in turn, the classes in random order; classes without rows are left out.</summary>
    public static IEnumerable<long> Balanced(long[] labels, Random random)
    {
        var classes = labels.Index().GroupBy(row => row.Item, row => (long)row.Index)
            .Select(rows => Repeated([.. rows], random).GetEnumerator()).ToArray();
        foreach (var turn in Repeated([.. Enumerable.Range(0, classes.Length).Select(index => (long)index)], random))
        {
            classes[turn].MoveNext();
            yield return classes[turn].Current;
        }
    }

    private static IEnumerable<long> Repeated(long[] items, Random random)
    {
        while (true)
        {
            random.Shuffle(items);
            foreach (var item in items)
                yield return item;
        }
    }
}
