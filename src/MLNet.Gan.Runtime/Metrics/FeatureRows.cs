namespace MLNet.Gan.Metrics;

/// <summary>The features of samples, row-major.</summary>
internal readonly record struct FeatureRows(ReadOnlyMemory<float> Values, int Dimension)
{
    public int Count => Values.Length / Dimension;

    /// <summary>The features of one sample.</summary>
    public ReadOnlySpan<float> this[int row] => Values.Span.Slice(row * Dimension, Dimension);

    public static FeatureRows Of(FeatureSet set) => new(set.Features, set.Dimension);

    /// <summary>Copies a range of the features of some samples as doubles, one column per sample.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="first">The first feature.</param>
    /// <param name="target">One row per feature; its first columns are written.</param>
    public Block Transposed(int[] rows, int first, Block target)
    {
        const int Together = 16;   // Columns that share two cache lines of the target.
        var (source, part) = (this, target.Part(0, target.Rows, 0, rows.Length));
        InParallel.For((rows.Length + Together - 1) / Together, (long)part.Rows * part.Columns >= 1 << 16, group =>
        {
            for (var column = group * Together; column < Math.Min((group + 1) * Together, rows.Length); column++)
            {
                var features = source[rows[column]].Slice(first, part.Rows);
                var place = part.Start + column;
                foreach (var feature in features)
                {
                    part.Values[place] = feature;
                    place += part.Stride;
                }
            }
        });
        return part;
    }
}
