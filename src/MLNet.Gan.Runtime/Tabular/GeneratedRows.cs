using System.Buffers;

namespace MLNet.Gan;

/// <summary>Encoded rows of a generator, of which each depends only on the seed and its number.</summary>
internal sealed class GeneratedRows(TableSession session, GivenCategories given, long count, int seed) : IEncodedRows
{
    private const int ConditionStream = 1;
    private readonly RowConditions _conditions = new(session.Encoding.Layout, given.States);

    /// <inheritdoc/>
    public long Count => count;

    /// <inheritdoc/>
    public void Fill(long start, int count, Memory<float> destination)
    {
        // New arrays for each block would be large objects, which are cleared and collected again and again.
        var latents = ArrayPool<float>.Shared.Rent(count * session.LatentSize);
        var conditions = ArrayPool<float>.Shared.Rent(count * session.ConditionSize);
        try
        {
            Draw(start, count, latents, conditions);
            session.Run(count, latents.AsMemory(0, count * session.LatentSize), conditions.AsMemory(0, count * session.ConditionSize), destination);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(latents);
            ArrayPool<float>.Shared.Return(conditions);
        }

        var width = session.Encoding.Layout.Width;
        foreach (var (place, number) in given.Numbers)
        {
            for (var i = 0; i < count; i++)
                destination.Span[i * width + place] = number;
        }
    }

    private void Draw(long start, int count, float[] latents, float[] conditions)
    {
        Span<float> uniform = stackalloc float[1];
        for (var i = 0; i < count; i++)
        {
            var row = (ulong)(start + i);
            LatentNoise.FillQuickly(latents.AsSpan(i * session.LatentSize, session.LatentSize), seed, row, 0);
            LatentNoise.FillUniform(uniform, seed, row, ConditionStream);
            _conditions.Fill(start + i, (uniform[0] + 1) / 2, conditions.AsSpan(i * session.ConditionSize, session.ConditionSize));
        }
    }
}
