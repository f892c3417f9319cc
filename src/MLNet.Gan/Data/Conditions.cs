namespace MLNet.Gan;

/// <summary>
/// The categories of a row that the generator is given: for each one-hot block of categories its values, or zeros where it is not shown
/// (the conditional vector of Xu et al., 2019, section 4.3, with any number of columns).
/// </summary>
internal sealed class Conditions
{
    private const long RowsAtOnce = 8192;
    private const double More = 0.5; // The chance that one more category is shown.

    private readonly (int Start, int Width)[] _blocks;
    private readonly int[][] _states; // Of each block, the state of each row.
    private readonly long[] _columns;

    private Conditions((int Start, int Width)[] blocks, int[][] states) =>
        (_blocks, _states, _columns) = (blocks, states, [.. blocks.SelectMany(block => Enumerable.Range(block.Start, block.Width)).Select(column => (long)column)]);

    /// <summary>The length of a condition.</summary>
    public int Size => _columns.Length;

    /// <summary>Reads which states the rows have.</summary>
    /// <param name="store">The rows.</param>
    /// <param name="blocks">Where the one-hot blocks of categories begin in a row, and how wide they are; at least one.</param>
    public static Conditions Of(ISampleStore store, (int Start, int Width)[] blocks)
    {
        var states = Array.ConvertAll(blocks, _ => new int[store.Shape[0]]);
        var read = 0;
        store.Visit(RowsAtOnce, rows =>
        {
            using var scope = NewDisposeScope();
            foreach (var (index, (start, width)) in blocks.Index())
                rows.narrow(1, start, width).argmax(1).to(ScalarType.Int32).cpu().data<int>().CopyTo(states[index], read);
            read += (int)rows.size(0);
        });
        return new(blocks, states);
    }

    /// <summary>How many rows have each state of each block.</summary>
    public int[][] Counts()
    {
        var counts = Array.ConvertAll(_blocks, block => new int[block.Width]);
        for (var block = 0; block < counts.Length; block++)
        {
            foreach (var state in _states[block])
                counts[block][state]++;
        }

        return counts;
    }

    /// <summary>Takes a row from those that are left, unless it is the last one of a category.</summary>
    /// <param name="left">How many rows of each state of each block are left.</param>
    /// <param name="row">The row.</param>
    /// <returns>Whether it was taken.</returns>
    public bool TakeFrom(int[][] left, long row)
    {
        for (var block = 0; block < left.Length; block++)
        {
            if (left[block][_states[block][row]] <= 1)
                return false;
        }

        for (var block = 0; block < left.Length; block++)
            left[block][_states[block][row]]--;
        return true;
    }

    /// <summary>The conditions [N, <see cref="Size"/>] of encoded rows [N, width].</summary>
    /// <param name="samples">The rows.</param>
    /// <param name="shown">Which blocks of each row are shown.</param>
    public Tensor At(Tensor samples, IReadOnlyList<bool[]> shown)
    {
        var mask = new float[shown.Count * Size];
        for (var row = 0; row < shown.Count; row++)
        {
            var place = row * Size;
            for (var block = 0; block < _blocks.Length; place += _blocks[block].Width, block++)
            {
                if (shown[row][block])
                    mask.AsSpan(place, _blocks[block].Width).Fill(1);
            }
        }

        using var columns = tensor(_columns).SentTo(samples.device);
        using var chosen = samples.index_select(1, columns);
        using var sent = tensor(mask).reshape(shown.Count, Size).SentTo(samples.device);
        return chosen * sent;
    }

    /// <summary>What generation shows of a row: one block, each for equally many rows.</summary>
    public bool[] ShownOf(long row)
    {
        var shown = new bool[_blocks.Length];
        shown[row % _blocks.Length] = true;
        return shown;
    }

    /// <summary>
    /// An infinite sequence of rows: in turn one of all, in random order, and one of a category that is drawn by the logarithm of its count
    /// (training by sampling, Xu et al., 2019, section 4.3), which is shown.
    /// </summary>
    /// <param name="trained">The rows to draw from.</param>
    /// <param name="random">The random numbers.</param>
    public IEnumerable<SampleDraw> Draws(IReadOnlyList<long> trained, Random random)
    {
        var categories = Array.ConvertAll(_states, states => new CategoryRows(states, trained));
        using var all = RowOrder.Shuffled(trained.Count, random).GetEnumerator();
        while (true)
        {
            all.MoveNext();
            yield return new(trained[(int)all.Current], Shown(random, first: null));
            var block = random.Next(_blocks.Length);
            yield return new(categories[block].Next(random), Shown(random, block));
        }
    }

    /// <summary>A block, if one is given, and others, ever fewer times as many.</summary>
    private bool[] Shown(Random random, int? first)
    {
        var shown = new bool[_blocks.Length];
        if (first is { } block)
            shown[block] = true;
        while (random.NextDouble() < More)
            shown[random.Next(shown.Length)] = true;
        return shown;
    }
}
