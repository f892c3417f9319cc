using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A row-to-row mapping that adds the columns of a table, completed; they hide those of the same names.</summary>
internal sealed class CompletedColumns : IRowToRowMapper
{
    private const int StepSeed = 0, StepCandidates = 100;

    private readonly TableSession _session;
    private readonly DataViewSchema.Column[] _sources;

    /// <summary>Binds the mapping of a pipeline's step, which needs all columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or of another type than the one that was learned.</exception>
    public CompletedColumns(TableSession session, DataViewSchema schema) : this(session, schema, StepSeed, StepCandidates, needsAll: true)
    {
    }

    /// <summary>Binds the mapping to a schema.</summary>
    /// <param name="session">The generator.</param>
    /// <param name="schema">The schema of the rows.</param>
    /// <param name="seed">The seed of generated rows.</param>
    /// <param name="candidates">How many rows are generated for one, of which the nearest completes it.</param>
    /// <param name="needsAll">Whether a column that the schema lacks is an error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or of another type than the one that was learned.</exception>
    public CompletedColumns(TableSession session, DataViewSchema schema, int seed, int candidates, bool needsAll)
    {
        (_session, InputSchema, Seed, Candidates) = (session, schema, seed, candidates);
        List<DataViewSchema.Column> sources = [];
        foreach (var column in session.Encoding.Columns)
        {
            if (!needsAll && schema.GetColumnOrNull(column.Schema.Name) is null)
                continue;
            sources.Add(ColumnCheck.Find(schema, "input", column.Schema.Name));
            column.Schema.RequireSame(sources[^1]);
        }

        _sources = [.. sources];
        OutputSchema = AddedColumns.Extend(schema, session.Encoding.Columns.Select(column => column.Schema.ToColumn()));
    }

    /// <summary>The seed of generated rows.</summary>
    public int Seed { get; }

    /// <summary>How many rows are generated for one.</summary>
    public int Candidates { get; }

    /// <inheritdoc/>
    public DataViewSchema InputSchema { get; }

    /// <inheritdoc/>
    public DataViewSchema OutputSchema { get; }

    /// <summary>Whether a column of the output is a completed one.</summary>
    public bool Completes(int column) => column >= InputSchema.Count;

    /// <inheritdoc/>
    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var wanted = dependingColumns.ToList();
        var passed = wanted.Where(column => !Completes(column.Index)).Select(column => InputSchema[column.Index]);
        return (wanted.Any(column => Completes(column.Index)) ? passed.Concat(_sources) : passed).DistinctBy(column => column.Index);
    }

    /// <inheritdoc/>
    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(activeColumns);
        return new CompletedRow(this, _session, input, activeColumns);
    }
}
