namespace MLNet.Gan.Metrics;

/// <summary>Features minus a center, times a power of two, in panels for <see cref="DotProductKernel"/>.</summary>
/// <param name="Features">The unchanged features.</param>
/// <param name="Panels">The panels in order, the last one padded with zeros.</param>
/// <param name="SquaredNorms">‖x − center‖² of each row, in the units of the features.</param>
internal sealed record PackedRows(ReadOnlyMemory<float> Features, float[] Panels, double[] SquaredNorms)
{
    private const long WorthSharing = 1 << 18;

    /// <summary>Packs the rows of a set.</summary>
    public static PackedRows Of(FeatureSet set, double[] center, double scale)
    {
        var (features, columns, count, width) =
            (set.Features, center.Length, checked((int)set.Count), DotProductKernel.Width);
        var panels = (count + width - 1) / width;
        var packed = new float[checked(panels * width * columns)];
        var norms = new double[count];
        InParallel.For(panels, features.Length >= WorthSharing, panel =>
        {
            for (var row = panel * width; row < Math.Min((panel + 1) * width, count); row++)
            {
                var source = features.Span.Slice(row * columns, columns);
                var target = packed.AsSpan(panel * width * columns + row % width);
                var sum = 0.0;
                for (var i = 0; i < columns; i++)
                {
                    var value = (float)((source[i] - center[i]) * scale);
                    target[i * width] = value;
                    sum += (double)value * value;
                }

                norms[row] = sum / (scale * scale);
            }
        });

        return new(features, packed, norms);
    }
}
