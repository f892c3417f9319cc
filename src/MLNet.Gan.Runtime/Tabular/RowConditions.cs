namespace MLNet.Gan;

/// <summary>
/// The conditions of generated rows: those that are asked for, or else one category of one column, which takes turns, as often as the data
/// have it (Xu et al., 2019, section 4.3).
/// </summary>
internal sealed class RowConditions
{
    private readonly TableBlock[] _blocks;
    private readonly int[] _places;
    private readonly int?[] _asked;
    private readonly double[][] _ends;

    /// <summary>Initializes conditions.</summary>
    /// <param name="layout">The layout of rows.</param>
    /// <param name="asked">The state of each block of categories that is asked for; empty for none.</param>
    public RowConditions(TableLayout layout, IReadOnlyDictionary<int, int> asked)
    {
        _blocks = [.. layout.Blocks.Where(block => block.IsCondition)];
        _places = [.. _blocks.Select((_, i) => _blocks.Take(i).Sum(block => block.Width))];
        _asked = [.. _blocks.Select((_, i) => asked.TryGetValue(i, out var state) ? state : (int?)null)];
        _ends = [.. _blocks.Select(block => Ends(block.Counts))];
    }

    /// <summary>The length of a condition.</summary>
    public int Size => _blocks.Sum(block => block.Width);

    /// <summary>Which block is shown of a row where nothing is asked for.</summary>
    public int BlockOf(long row) => (int)(row % _blocks.Length);

    /// <summary>Writes the condition of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="uniform">A number of [0, 1) that decides which category it is.</param>
    /// <param name="condition">The condition.</param>
    public void Fill(long row, double uniform, Span<float> condition)
    {
        condition.Clear();
        if (_blocks.Length == 0)
            return;
        if (_asked.Any(state => state is not null))
        {
            for (var i = 0; i < _blocks.Length; i++)
            {
                if (_asked[i] is { } state)
                    condition[_places[i] + state] = 1;
            }

            return;
        }

        var block = BlockOf(row);
        var place = Array.BinarySearch(_ends[block], uniform * _ends[block][^1]);
        condition[_places[block] + Math.Min(place < 0 ? ~place : place + 1, _ends[block].Length - 1)] = 1;
    }

    private static double[] Ends(IReadOnlyList<long> counts)
    {
        var sum = 0L;
        return [.. counts.Select(count => (double)(sum += count))];
    }
}
