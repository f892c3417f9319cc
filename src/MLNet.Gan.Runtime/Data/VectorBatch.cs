using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Some rows of columns of vectors that are computed at once.</summary>
/// <param name="capacity">How many rows it holds.</param>
/// <param name="sizes">The length of a vector of each column.</param>
/// <param name="take">Reads the input of row i of the batch from the source's current row.</param>
/// <param name="compute">Computes the vectors of the first rows of each column, one after another.</param>
/// <param name="complete">Called when no more rows are read, perhaps of a part of them; null for nothing.</param>
internal sealed class VectorBatch(
    int capacity, IReadOnlyList<int> sizes, Action<int> take, Action<int, float[][]> compute, Action? complete = null)
{
    private const int UsualRows = 64, LargestBatch = 1 << 22;

    private readonly float[][] _vectors = [.. sizes.Select(size => new float[capacity * size])];
    private int _count;
    private bool _isComputed;

    /// <summary>How many rows to compute at once when each takes or gives so many numbers.</summary>
    public static int RowsOf(int numbers) => Math.Clamp(LargestBatch / numbers, 1, UsualRows);

    /// <summary>How many rows it holds at most.</summary>
    public int Capacity => capacity;

    /// <summary>Removes all rows.</summary>
    public void Clear() => (_count, _isComputed) = (0, false);

    /// <summary>Ends the reading of rows.</summary>
    public void Complete() => complete?.Invoke();

    /// <summary>Adds the source's current row.</summary>
    public void Take()
    {
        take(_count);
        _count++;
    }

    /// <summary>Returns a column's vector of an added row; all are computed when the first is requested.</summary>
    public void CopyTo(int column, int row, ref VBuffer<float> value)
    {
        if (!_isComputed)
            compute(_count, _vectors);
        _isComputed = true;
        var size = sizes[column];
        var editor = VBufferEditor.Create(ref value, size);
        _vectors[column].AsSpan(row * size, size).CopyTo(editor.Values);
        value = editor.Commit();
    }
}
