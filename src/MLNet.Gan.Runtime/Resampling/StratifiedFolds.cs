namespace MLNet.Gan;

/// <summary>Divides rows into folds with about the same shares of all classes, and with groups undivided.</summary>
internal static class StratifiedFolds
{
    /// <summary>Returns the fold of each row.</summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="groups">The group of each row; null if every row is one.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="seed">The seed of the order.</param>
    public static int[] Assign(IReadOnlyList<string> classes, IReadOnlyList<string>? groups, int folds, int seed) =>
        groups is null ? OfRows(classes, folds, new(seed)) : OfGroups(classes, groups, folds, new(seed));

    private static int[] OfRows(IReadOnlyList<string> classes, int folds, Random random)
    {
        var assigned = new int[classes.Count];
        var next = 0; // Goes on from class to class, so that folds have the same sizes.
        foreach (var rows in classes.Index().GroupBy(row => row.Item, row => row.Index))
        {
            int[] order = [.. rows];
            random.Shuffle(order);
            foreach (var row in order)
                assigned[row] = next++ % folds;
        }

        return assigned;
    }

    /// <summary>
    /// Large groups first, each to the fold where the classes' shares then differ least: Σ over classes of the variance over folds of
    /// the share of the class's rows, as scikit-learn's StratifiedGroupKFold.
    /// </summary>
    private static int[] OfGroups(IReadOnlyList<string> classes, IReadOnlyList<string> groups, int folds, Random random)
    {
        string[] names = [.. classes.Distinct()];
        var totals = Counts(Enumerable.Range(0, classes.Count));
        int[][] members = [.. groups.Index().GroupBy(row => row.Item, row => row.Index).Select(rows => rows.ToArray())];
        random.Shuffle(members); // The order of groups of the same size.
        var (assigned, filled) = (new int[classes.Count], Enumerable.Range(0, folds).Select(_ => new double[names.Length]).ToArray());
        foreach (var group in members.OrderByDescending(rows => rows.Length))
        {
            var counts = Counts(group);
            var best = Enumerable.Range(0, folds).MinBy(fold => (Spread(fold, counts), filled[fold].Sum()));
            for (var i = 0; i < names.Length; i++)
                filled[best][i] += counts[i];
            Array.ForEach(group, row => assigned[row] = best);
        }

        return assigned;

        double[] Counts(IEnumerable<int> rows)
        {
            var count = rows.CountBy(row => classes[row]).ToDictionary();
            return [.. names.Select(name => (double)count.GetValueOrDefault(name))];
        }

        double Spread(int with, double[] added) => Enumerable.Range(0, names.Length).Sum(i =>
        {
            double[] shares = [.. filled.Index().Select(fold => (fold.Item[i] + (fold.Index == with ? added[i] : 0)) / totals[i])];
            var mean = shares.Average();
            return shares.Sum(share => (share - mean) * (share - mean));
        });
    }
}
