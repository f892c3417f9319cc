using System.Globalization;

namespace MLNet.Gan;

/// <summary>
/// Adds a number to each score of a trained generator, so that its categories and modes are as frequent as those of the data: in steps that
/// grow while a share is too small, or too large, and shrink when that changes (Rprop, Riedmiller &amp; Braun, 1993).
/// </summary>
internal static class ShareCalibration
{
    private const int Rows = 8192, Rounds = 60;
    private const double FirstStep = 0.5, Growth = 1.2, Shrinkage = 0.5;
    private const double CommonShare = 0.01, LostShare = 0.5;

    /// <summary>Calibrates a generator on the CPU.</summary>
    public static void Apply(TabularGenerator generator, TabularNetworks networks, int seed)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var layout = networks.Layout;
        var conditions = new RowConditions(layout, new Dictionary<int, int>());
        var scores = Scores(generator, networks, conditions, seed);
        var changes = new float[layout.Width];
        var condition = 0;
        foreach (var block in layout.Blocks.Where(block => block.IsOneHot))
        {
            // A row whose category is given says nothing of the scores.
            int[] rows = [.. Enumerable.Range(0, Rows).Where(row => !block.IsCondition || conditions.BlockOf(row) != condition)];
            condition += block.IsCondition ? 1 : 0;
            if (rows.Length > 0)
                Fit(block, rows, scores, layout.Width).CopyTo(changes, block.Start);
        }

        generator.AddToScores(tensor(changes));
    }

    /// <summary>
    /// The categories and modes of at least 1 % of the rows that fewer than half as many of other generated rows have; a sentence for each.
    /// </summary>
    public static IReadOnlyList<string> Lost(TabularGenerator generator, TabularNetworks networks, int seed)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var layout = networks.Layout;
        var scores = Scores(generator, networks, new RowConditions(layout, new Dictionary<int, int>()), unchecked(seed + 1));
        return [.. layout.Blocks.Where(block => block.IsOneHot).SelectMany(block => Lost(block, scores, layout.Width))];
    }

    private static IEnumerable<string> Lost(TableBlock block, float[] scores, int width)
    {
        var counts = new int[block.Width];
        for (var row = 0; row < Rows; row++)
            counts[Largest(scores.AsSpan(row * width + block.Start, block.Width), new float[block.Width])]++;
        var total = (double)block.Counts.Sum();
        return from state in Enumerable.Range(0, block.Width)
               let real = block.Counts[state] / total
               let generated = counts[state] / (double)Rows
               where real >= CommonShare && generated < LostShare * real
               select string.Create(CultureInfo.InvariantCulture,
                   $"'{block.States[state]}' of column '{block.Column}' is in {real:P1} of the rows, but in {generated:P1} of the generated ones.");
    }

    private static float[] Scores(TabularGenerator generator, TabularNetworks networks, RowConditions conditions, int seed)
    {
        using var noise = new Generator((ulong)seed);
        var random = new Random(seed);
        var given = new float[Rows * conditions.Size];
        for (var row = 0; row < Rows; row++)
            conditions.Fill(row, random.NextDouble(), given.AsSpan(row * conditions.Size, conditions.Size));
        return generator.Scores(
            randn([Rows, networks.LatentSize], generator: noise), conditions.Size == 0 ? null : tensor(given).reshape(Rows, conditions.Size))
            .flatten(0).data<float>().ToArray();
    }

    /// <summary>The numbers to add to a block's scores.</summary>
    private static float[] Fit(TableBlock block, int[] rows, float[] scores, int width)
    {
        var total = (double)block.Counts.Sum();
        var changes = new float[block.Width];
        var (steps, before, counts) = (new double[block.Width], new int[block.Width], new int[block.Width]);
        Array.Fill(steps, FirstStep);
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(counts);
            foreach (var row in rows)
                counts[Largest(scores.AsSpan(row * width + block.Start, block.Width), changes)]++;
            for (var state = 0; state < block.Width; state++)
            {
                var side = Math.Sign(Math.Round(rows.Length * block.Counts[state] / total) - counts[state]);
                steps[state] *= side * before[state] > 0 ? Growth : side * before[state] < 0 ? Shrinkage : 1;
                changes[state] += (float)(side * steps[state]);
                before[state] = side;
            }
        }

        return changes;
    }

    private static int Largest(ReadOnlySpan<float> scores, float[] changes)
    {
        var best = 0;
        for (var state = 1; state < scores.Length; state++)
        {
            if (scores[state] + changes[state] > scores[best] + changes[best])
                best = state;
        }

        return best;
    }
}
