namespace MLNet.Gan;

/// <summary>Encoded rows of a generator, of which each depends only on the seed and its number.</summary>
internal sealed class GeneratedRows(TableSession session, RowConditions conditions, long count, int seed) : IEncodedRows
{
    private const int ConditionStream = 1;

    /// <inheritdoc/>
    public long Count => count;

    /// <inheritdoc/>
    public void Fill(long start, int count, Memory<float> destination)
    {
        var (latents, given) = (new float[count * session.LatentSize], new float[count * session.ConditionSize]);
        Span<float> uniform = stackalloc float[1];
        for (var i = 0; i < count; i++)
        {
            var row = (ulong)(start + i);
            LatentNoise.Fill(latents.AsSpan(i * session.LatentSize, session.LatentSize), seed, row, 0);
            LatentNoise.FillUniform(uniform, seed, row, ConditionStream);
            conditions.Fill(start + i, (uniform[0] + 1) / 2, given.AsSpan(i * session.ConditionSize, session.ConditionSize));
        }

        session.Run(count, latents, given, destination);
    }
}
