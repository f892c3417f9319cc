using System.Globalization;

namespace MLNet.Gan;

/// <summary>What a table becomes, and about what its training needs.</summary>
public sealed record TabularPlan
{
    /// <summary>A sentence for each column, or for each slot of a vector: what it becomes, and why.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The number of floats of an encoded row.</summary>
    public required int Width { get; init; }

    /// <summary>The number of rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The bytes of the encoded rows: of memory, or beyond <see cref="SpillOptions.MemoryBudget"/> of a temporary file.</summary>
    public required long EncodedBytes { get; init; }

    /// <summary>The bytes of the rows themselves, which are in memory before they are encoded.</summary>
    public required long ReadBytes { get; init; }

    /// <summary>The number of steps.</summary>
    public required int Steps { get; init; }

    /// <summary>The number of rows of a batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The time of a step on this machine, as it was measured.</summary>
    public required TimeSpan StepTime { get; init; }

    /// <summary>About how long all steps take.</summary>
    public TimeSpan TrainingTime => StepTime * Steps;

    /// <summary>Returns all of it, a line each.</summary>
    public override string ToString() => string.Join('\n',
    [
        .. Columns,
        string.Create(CultureInfo.InvariantCulture, $"A row becomes {Width} numbers; {Rows} rows need {Mebibytes(ReadBytes):0.#} MiB before, and {Mebibytes(EncodedBytes):0.#} MiB encoded."),
        string.Create(CultureInfo.InvariantCulture,
            $"{Steps} steps of {BatchSize} rows take about {TrainingProgress.Text(TrainingTime)}, at {StepTime.TotalMilliseconds:0.#} ms each."),
    ]);

    /// <summary>Returns the plan of a training.</summary>
    internal static TabularPlan Of(TableEncoding encoding, GanOptions options, TimeSpan stepTime)
    {
        var explanation = encoding.Explain();
        return new()
        {
            Columns = explanation.Columns, Width = explanation.Width, Rows = explanation.Rows, EncodedBytes = explanation.Bytes,
            ReadBytes = BytesOf(encoding),
            Steps = options.Steps, BatchSize = options.BatchSize, StepTime = stepTime,
        };
    }

    /// <summary>The bytes of the rows that an encoding was learned from.</summary>
    internal static long BytesOf(TableEncoding encoding) => sizeof(long) * encoding.Rows * encoding.Columns.Sum(column => column.Parts.Count);

    private static double Mebibytes(long bytes) => bytes / 1048576.0;
}
