using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A trained generator of table rows. Thread-safe.</summary>
public sealed class TabularGanTransformer : IDisposable
{
    private readonly byte[] _file;
    private readonly TableSession _session;

    internal TabularGanTransformer(byte[] file, TrainingRun? run = null) => (_file, _session, Run) = (file, new(file), run);

    /// <summary>The reports and findings of the training; null for a loaded generator.</summary>
    public TrainingRun? Run { get; }

    /// <summary>The schema of the rows: that of the training data, without the columns that were left out.</summary>
    public DataViewSchema Schema => new DecodedView(_session.Encoding, new StoredRows(default, _session.Encoding.Layout.Width)).Schema;

    /// <summary>Generates rows. Equal seeds give equal rows.</summary>
    /// <param name="count">The number of rows, at least 0.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="where">
    /// The values that columns of categories shall have, by column name, of which null is a missing value; null (default) for rows as in
    /// the data.
    /// </param>
    /// <returns>A view with the schema of the training data; rows are generated when it is read.</returns>
    /// <exception cref="ArgumentException">A column is no column of categories, or the data had no row of the value.</exception>
    public IDataView Generate(long count, int seed = 0, IReadOnlyDictionary<string, object?>? where = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new DecodedView(_session.Encoding, new GeneratedRows(_session, GivenCategories.Of(_session.Encoding, where), count, seed));
    }

    /// <summary>Generates rows of several conditions, one after another, in memory: they outlive this model.</summary>
    /// <param name="parts">For each condition the number of rows, the seed, and values as <see cref="Generate"/> takes them.</param>
    internal IDataView GenerateKept(IEnumerable<(int Count, int Seed, IReadOnlyDictionary<string, object?> Where)> parts)
    {
        var rows = new JoinedRows(
            [.. parts.Select(part => new GeneratedRows(_session, GivenCategories.Of(_session.Encoding, part.Where), part.Count, part.Seed))]);
        var kept = new CopiedRows(new DecodedView(_session.Encoding, rows), [.. Enumerable.Range(0, checked((int)rows.Count))]);
        kept.Load(Enumerable.Range(0, kept.Schema.Count));
        return new CopiedRowsView(kept, new Dictionary<int, Func<Func<int>, Delegate>>());
    }

    /// <summary>
    /// Writes generator and decoder as one ONNX file. Inputs: "latent" [N, latent size] of normal noise and, with columns of categories,
    /// "condition" [N, C], zeros or ones; outputs: a column of the table each, and "encoded_rows".
    /// </summary>
    /// <param name="path">The file, which is replaced only on success.</param>
    public void ExportToOnnx(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, _file);
    }

    /// <inheritdoc cref="ExportToOnnx"/>
    public void Save(string path) => ExportToOnnx(path);

    /// <summary>Frees the model.</summary>
    public void Dispose() => _session.Dispose();
}
