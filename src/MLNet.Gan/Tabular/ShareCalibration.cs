namespace MLNet.Gan;

/// <summary>
/// Moves the scores of a trained generator until its categories and modes are as frequent as those of the data: each some times by the
/// logarithm of the ratio of both shares, in units of the scores' standard deviation.
/// </summary>
internal static class ShareCalibration
{
    private const int Rows = 8192, Rounds = 12;
    private const double Damping = 0.5, Most = 2;

    /// <summary>Calibrates a generator on the CPU.</summary>
    public static void Apply(TabularGenerator generator, TabularNetworks networks, int seed)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var layout = networks.Layout;
        var conditions = new RowConditions(layout, new Dictionary<int, int>());
        for (var round = 0; round < Rounds; round++)
            generator.AddToScores(tensor(Changes(generator, networks, conditions, seed + round)));
    }

    private static float[] Changes(TabularGenerator generator, TabularNetworks networks, RowConditions conditions, int seed)
    {
        using var scope = NewDisposeScope();
        var layout = networks.Layout;
        var random = new Random(seed);
        using var noise = new Generator((ulong)seed);
        var latents = randn([Rows, networks.LatentSize], generator: noise);
        var given = new float[Rows * conditions.Size];
        for (var row = 0; row < Rows; row++)
            conditions.Fill(row, random.NextDouble(), given.AsSpan(row * conditions.Size, conditions.Size));
        var rows = generator.Scores(latents, conditions.Size == 0 ? null : tensor(given).reshape(Rows, conditions.Size));

        var changes = new float[layout.Width];
        var block = -1;
        foreach (var one in layout.Blocks.Where(one => one.IsOneHot))
        {
            block += one.IsCondition ? 1 : 0;
            var scores = rows.narrow(1, one.Start, one.Width);
            var states = scores.argmax(1).data<long>().ToArray();
            long[] free = [.. Enumerable.Range(0, Rows).Where(row => !one.IsCondition || conditions.BlockOf(row) != block).Select(row => (long)row)];
            if (free.Length == 0)
                continue; // The only column of categories is always given.
            var spread = scores.index_select(0, tensor(free)).std(0).data<float>().ToArray();
            long[] drawn = [.. free.Select(row => states[row])];
            var total = (double)one.Counts.Sum();
            for (var state = 0; state < one.Width; state++)
            {
                var generated = (drawn.Count(drawnState => drawnState == state) + 0.5) / (drawn.Length + 0.5 * one.Width);
                var real = Math.Max(one.Counts[state], 0.5) / total;
                changes[one.Start + state] = (float)(Damping * Math.Clamp(Math.Log(real / generated), -Most, Most) * Math.Max(1, spread[state]));
            }
        }

        return changes;
    }
}
