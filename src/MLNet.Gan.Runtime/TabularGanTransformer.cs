using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>A trained generator of table rows, which completes rows that lack values. Thread-safe.</summary>
/// <remarks>
/// As a step of a pipeline it adds the columns of the table anew, in which missing values (NaN, empty text, no key, a
/// <see cref="DateTime"/> of 0 ticks) are filled as by <see cref="Complete"/>. ML.NET's prediction engine disposes its transformer unless
/// <c>OwnsTransformer</c> is false.
/// </remarks>
public sealed class TabularGanTransformer : ITransformer, IDisposable
{
    private readonly MLContext _context;
    private readonly byte[] _file;
    private readonly TableSession _session;
    private readonly string _options;

    internal TabularGanTransformer(MLContext context, byte[] file, TrainingRun? run = null, string options = "") =>
        (_context, _file, _session, Run, _options) = (context, file, new(file), run, options);

    /// <summary>The reports and findings of the training; null for a loaded generator.</summary>
    public TrainingRun? Run { get; }

    /// <summary>The schema of the rows: that of the training data, without the columns that were left out.</summary>
    public DataViewSchema Schema => new DecodedView(_session.Encoding, new StoredRows(default, _session.Encoding.Layout.Width)).Schema;

    bool ITransformer.IsRowToRowMapper => true;

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

    /// <summary>Fills the missing values of rows, and adds the columns that they lack.</summary>
    /// <remarks>
    /// For each row <paramref name="candidates"/> rows are generated that have its categories, and the one completes it that is nearest in
    /// the numbers that it tells: by the squared distance, each number in standard deviations of its column. Values that are told stay as
    /// they are, also a category that was not in the training data, which then decides nothing. A value stays missing only if it is missing
    /// in all of the generated rows. Integers and Booleans have no missing value: leave out the column to have it generated.
    /// </remarks>
    /// <param name="partialRows">The rows, with at least one column; columns that the table lacks are passed on.</param>
    /// <param name="seed">The seed; a row is completed alike for equal seeds and ids.</param>
    /// <param name="candidates">The number of rows that are generated for one, greater than 0; more follow the numbers closer.</param>
    /// <returns>A view of the rows with all columns of the table; they are completed when they are read.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type than in the training data, or its keys have other names.</exception>
    public IDataView Complete(IDataView partialRows, int seed = 0, int candidates = 100)
    {
        ArgumentNullException.ThrowIfNull(partialRows);
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        return new MappedView(partialRows, new CompletedColumns(_session, partialRows.Schema, seed, candidates, needsAll: false));
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

    /// <summary>Returns a report of the training: its curves, findings, options, and what the columns became.</summary>
    /// <param name="title">The headline.</param>
    /// <exception cref="InvalidOperationException">The generator was loaded, and has no data of its training.</exception>
    public RunReport Report(string title)
    {
        var report = TrainingReport.Of(Run ?? throw new InvalidOperationException(
            "A loaded generator has no data of its training. Create the report from the transformer that Fit returned."), _options, title);
        return report with { Sections = [.. report.Sections, new TextSection { Title = "Columns", Text = _session.Encoding.Explain().ToString() }] };
    }

    /// <summary>Completes rows that have all columns of the table, as <see cref="Complete"/> does.</summary>
    /// <param name="input">The rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or of another type than in the training data.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MappedView(input, Mapper(input.Schema));
    }

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Mapper(inputSchema).OutputSchema;
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Mapper(inputSchema);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) =>
        ((ICanSaveModel)SavedTableChain.Of(_context, [.. _session.Encoding.Columns.Select(column => column.Schema)], _file)).Save(ctx);

    /// <summary>Frees the model.</summary>
    public void Dispose() => _session.Dispose();

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

    private CompletedColumns Mapper(DataViewSchema schema) => new(_session, schema);
}
