using System.Globalization;

namespace MLNet.Gan;

/// <summary>What the columns of a table become, and how large the encoded table is.</summary>
/// <param name="Columns">A sentence for each column, or for each slot of a vector.</param>
/// <param name="Width">The number of floats of an encoded row.</param>
/// <param name="Rows">The number of rows.</param>
internal sealed record TableExplanation(IReadOnlyList<string> Columns, int Width, long Rows)
{
    /// <summary>The bytes of the encoded table.</summary>
    public long Bytes => sizeof(float) * Width * Rows;

    /// <summary>Returns all of it, a line each.</summary>
    public override string ToString() => string.Join('\n', [.. Columns, string.Create(CultureInfo.InvariantCulture,
        $"A row becomes {Width} numbers, and {Rows} rows need {Bytes / 1048576.0:0.#} MiB.")]);
}
