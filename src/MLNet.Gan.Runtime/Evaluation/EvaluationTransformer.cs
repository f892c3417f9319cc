using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Passes rows through unchanged and collects the statistics that the metrics need of their samples.
/// </summary>
/// <remarks>
/// All rows read through it are counted: a view that is read twice counts twice, unless <see cref="Clear"/> is called
/// in between. Reading evaluates each sample with the networks. It is thread-safe. In a saved pipeline it is the
/// identity.
/// </remarks>
public sealed class EvaluationTransformer : ITransformer
{
    private readonly Lock _lock = new();
    private readonly MLContext _context;
    private readonly EvaluationOptions _options;
    private readonly Evaluator _evaluator;
    private FeatureSet _seen;
    private SampleWatch _watch;

    internal EvaluationTransformer(MLContext context, EvaluationOptions options)
    {
        (_context, _options, _evaluator) = (context, options, new Evaluator(options with { Classifier = null }));
        (_seen, _watch) = (_evaluator.Begin(), Watch(options.GeneratedColumnName));
    }

    /// <summary>The number of samples collected.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
                return _seen.Count;
        }
    }

    /// <summary>Compares the collected samples with real ones.</summary>
    /// <param name="real">A view of real samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or has a wrong type.</exception>
    /// <exception cref="ArgumentException">A side has fewer than two samples.</exception>
    /// <exception cref="InvalidOperationException">
    /// The real images are damaged, have another range than the network takes, or another one than the collected samples.
    /// </exception>
    public GanScores Score(IDataView real)
    {
        ArgumentNullException.ThrowIfNull(real);
        var watch = Watch(_options.RealColumnName);
        var (ofReal, _) = GanEvaluation.Read(
            real, _options.RealColumnName, _options with { Classifier = null }, _evaluator, watch);
        lock (_lock)
        {
            _watch.RequireRangeOf(watch);
            return new(_evaluator.Compare(ofReal, _seen, [.. watch.Warnings, .. _watch.Warnings]));
        }
    }

    /// <summary>Discards the collected samples.</summary>
    public void Clear()
    {
        lock (_lock)
            (_seen, _watch) = (_evaluator.Begin(), Watch(_options.GeneratedColumnName));
    }

    /// <inheritdoc/>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ObservedView(input, Column(input.Schema), _evaluator.SampleSize, Add);
    }

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        Column(inputSchema);
        return inputSchema;
    }

    bool ITransformer.IsRowToRowMapper => false;

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => throw new InvalidOperationException(
        "An EvaluationTransformer scores views, not single rows. Leave it out of a pipeline for predictions.");

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        var source = new DataViewSchema.Builder();
        source.AddColumn(_options.GeneratedColumnName, new VectorDataViewType(NumberDataViewType.Single, _evaluator.SampleSize));
        ICanSaveModel nothing = _context.Transforms.CopyColumns(_options.GeneratedColumnName, _options.GeneratedColumnName)
            .Fit(new EmptyView(source.ToSchema()));
        nothing.Save(ctx);
    }

    private void Add(int count, ReadOnlyMemory<float> samples)
    {
        lock (_lock)
        {
            _watch.See(samples);
            _evaluator.Add(_seen, count, samples);
        }
    }

    private SampleWatch Watch(string column) => new(_options, $"The values of column '{column}'");

    private DataViewSchema.Column Column(DataViewSchema schema)
    {
        SampleLayout.Require(schema, _options.GeneratedColumnName, _options.Features);
        return ColumnCheck.FindVector(schema, "input", _options.GeneratedColumnName, _evaluator.SampleSize);
    }
}
