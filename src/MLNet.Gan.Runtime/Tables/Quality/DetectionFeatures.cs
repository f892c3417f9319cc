using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>Rows of a table as sparse vectors that a linear classifier can learn from.</summary>
/// <remarks>
/// A number becomes its standardized value, cut at 10, the square of that, and a one-hot vector of its tenth of the real values, or of
/// being missing; a category a one-hot vector of the real ones.
/// </remarks>
internal sealed class DetectionFeatures
{
    private const float Farthest = 10;

    private readonly (ColumnCode Code, TableCode? Scale, int Start)[] _columns;

    public DetectionFeatures(IReadOnlyList<TableColumn> real)
    {
        _columns = new (ColumnCode, TableCode?, int)[real.Count];
        for (var i = 0; i < real.Count; i++)
        {
            var (code, isNumber) = (new ColumnCode(real[i]), real[i].Numbers is not null);
            _columns[i] = (code, isNumber ? new([real[i]]) : null, Size);
            Size += code.Count + (isNumber ? 2 : 0);
        }
    }

    /// <summary>The number of values of a vector.</summary>
    public int Size { get; }

    /// <summary>The first place of a column in the vectors, and the first behind it.</summary>
    public (int Start, int End) Places(int column) => (_columns[column].Start, column + 1 < _columns.Length ? _columns[column + 1].Start : Size);

    /// <summary>The vectors of some rows.</summary>
    public IEnumerable<VBuffer<float>> Of(IReadOnlyList<TableColumn> columns)
    {
        int[][] codes = [.. columns.Select((column, i) => _columns[i].Code.Of(column))];
        ReadOnlyMemory<float>[] scaled =
            [.. columns.Select((column, i) => _columns[i].Scale?.Of([column], Enumerable.Range(0, column.Count)).Features ?? default)];
        for (var row = 0; row < columns[0].Count; row++)
        {
            List<int> places = [];
            List<float> values = [];
            for (var i = 0; i < columns.Count; i++)
            {
                var start = _columns[i].Start;
                if (_columns[i].Scale is not null)
                {
                    var value = Math.Clamp(scaled[i].Span[row], -Farthest, Farthest);
                    places.AddRange([start, start + 1]);
                    values.AddRange([value, value * value]);
                    start += 2;
                }

                places.Add(start + codes[i][row]);
                values.Add(1);
            }

            yield return new(Size, places.Count, [.. values], [.. places]);
        }
    }
}
