namespace MLNet.Gan;

/// <summary>Endless sequences of row numbers to train on.</summary>
internal static class RowOrder
{
    /// <summary>All rows in random order, again and again.</summary>
    public static IEnumerable<long> Shuffled(int count, Random random) =>
        Repeated([.. Enumerable.Range(0, count).Select(row => (long)row)], random);

    /// <summary>A row of each class in turn, the classes in random order; classes without rows are left out.</summary>
    public static IEnumerable<long> Balanced(long[] labels, Random random) =>
        Packed(labels, packing: 1, random, balanced: true);

    /// <summary>
    /// Groups of rows that share a class, one after another, for a discriminator that judges a group at once (PacGAN;
    /// Lin et al., 2018).
    /// </summary>
    /// <remarks>A class with fewer rows than a group takes repeats them.</remarks>
    /// <param name="labels">The class of each row.</param>
    /// <param name="packing">The rows of a group.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="balanced">Whether all classes are equally frequent, or else as frequent as in the data.</param>
    public static IEnumerable<long> Packed(long[] labels, int packing, Random random, bool balanced)
    {
        // The classes in the order in which they first appear, and endless rows of each.
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
