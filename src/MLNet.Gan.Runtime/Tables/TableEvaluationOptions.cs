namespace MLNet.Gan.Metrics;

/// <summary>How a generated table is compared with a real one.</summary>
public sealed record TableEvaluationOptions
{
    /// <summary>The columns to leave out, such as identifiers; default none.</summary>
    public IReadOnlyList<string> WithoutColumns { get; init => field = Check.NotNull(value); } = [];

    /// <summary>
    /// The most rows of each table whose distances are computed, drawn by the seed, at least 10; default 10 000. Columns are compared
    /// over all rows.
    /// </summary>
    public int Rows { get; init => field = value >= 10 ? value : throw Check.OutOfRange(nameof(Rows), value, "at least 10"); } = 10_000;

    /// <summary>The seed of rows and directions; default 0.</summary>
    public int Seed { get; init; }
}
