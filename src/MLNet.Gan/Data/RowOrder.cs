namespace MLNet.Gan;

/// <summary>Infinite sequences of row numbers for training.</summary>
internal static class RowOrder
{
    /// <summary>Returns all rows in random order, reshuffled every epoch.</summary>
    public static IEnumerable<long> Shuffled(int count, Random random) =>
        Repeated([.. Enumerable.Range(0, count).Select(row => (long)row)], random);

    /// <summary>
    /// Returns one row of each class in turn, the classes in random order; empty classes are skipped.
    /// </summary>
    public static IEnumerable<long> Balanced(long[] labels, Random random) =>
        Packed(labels, packing: 1, random, balanced: true);

    /// <summary>
    /// Returns groups of consecutive rows of one class, for a discriminator that receives a group of samples at once
    /// (PacGAN; Lin et al., 2018).
    /// </summary>
    /// <remarks>The rows of a class with fewer rows than a group are repeated.</remarks>
    /// <param name="labels">The class of each row.</param>
    /// <param name="packing">The number of rows of a group.</param>
    /// <param name="random">The random number generator.</param>
    /// <param name="balanced">Whether all classes are equally frequent, or as frequent as in the data.</param>
    public static IEnumerable<long> Packed(long[] labels, int packing, Random random, bool balanced)
    {
        // The classes in order of first appearance, each with an infinite sequence of its rows.
        IEnumerator<long>[] classes =
        [
            .. labels.Index().GroupBy(row => row.Item, row => (long)row.Index)
                .Select(rows => Repeated([.. rows], random).GetEnumerator()),
        ];
        var places = labels.Distinct().Index().ToDictionary(place => place.Item, place => place.Index);
        var turns = balanced
            ? Shuffled(classes.Length, random)
            : Shuffled(labels.Length, random).Select(row => (long)places[labels[row]]);
        foreach (var turn in turns)
        {
            for (var member = 0; member < packing; member++)
            {
                classes[turn].MoveNext();
                yield return classes[turn].Current;
            }
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
