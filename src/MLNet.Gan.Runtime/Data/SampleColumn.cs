using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Reads samples out of a column of vectors and checks every value.</summary>
internal static class SampleColumn
{
    public delegate void Reader(Span<float> destination);

    /// <summary>Returns a reader of the sample in the current row of <paramref name="row"/>.</summary>
    /// <param name="row">The row, or a cursor.</param>
    /// <param name="column">A column of vectors of <see cref="float"/>.</param>
    /// <param name="shape">What a sample must be.</param>
    /// <param name="isBounded">Whether values must lie in [−1, 1].</param>
    public static Reader Bind(DataViewRow row, DataViewSchema.Column column, SampleShape shape, bool isBounded)
    {
        var getter = row.GetGetter<VBuffer<float>>(column);
        VBuffer<float> buffer = default;
        return destination =>
        {
            getter(ref buffer);
            if (buffer.Length != shape.Size)
                throw new InvalidOperationException(
                    $"Row {row.Position} of column '{column.Name}' has {buffer.Length} values, but {shape} needs "
                        + $"{shape.Size}.");

            buffer.CopyTo(destination);
            var limit = isBounded ? 1 + 1e-3f : float.MaxValue;
            var wrong = IndexOfWrong(destination, limit);
            if (wrong < 0)
                return;

            var place = $"Row {row.Position} of column '{column.Name}' has the value {destination[wrong]} at index "
                + $"{wrong}";
            throw new InvalidOperationException(float.IsFinite(destination[wrong])
                ? $"{place}, but this architecture generates values in [−1, 1]. Scale the column first; a pixel p "
                    + "becomes p / 127.5 − 1: ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f)."
                : $"{place}. Replace or filter values that are not finite first.");
        };
    }

    /// <summary>The first value beyond a limit or not a number; −1 where there is none.</summary>
    private static int IndexOfWrong(ReadOnlySpan<float> values, float limit)
    {
        // Whole vectors first: the framework's own search takes floats one by one.
        var start = 0;
        while (start + Vector<float>.Count <= values.Length
            && Vector.LessThanOrEqualAll(Vector.Abs(new Vector<float>(values[start..])), new Vector<float>(limit)))
            start += Vector<float>.Count;
        var wrong = values[start..].IndexOfAnyExceptInRange(-limit, limit);
        return wrong < 0 ? -1 : start + wrong;
    }
}
