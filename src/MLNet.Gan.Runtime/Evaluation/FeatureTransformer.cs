using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>Adds a column of features to every row. It is thread-safe.</summary>
public sealed class FeatureTransformer : ITransformer
{
    private readonly MLContext _context;
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly IFeatureExtractor _extractor;

    internal FeatureTransformer(
        MLContext context, string outputColumn, string inputColumn, IFeatureExtractor extractor) =>
        (_context, _outputColumn, _inputColumn, _extractor) = (context, outputColumn, inputColumn, extractor);

    /// <inheritdoc/>
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

    bool ITransformer.IsRowToRowMapper => true;

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Mapper(inputSchema);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)Persistent()).Save(ctx);

    /// <summary>Returns the network as a chain of ML.NET's own transformers.</summary>
    private TransformerChain<ITransformer> Persistent()
    {
        var source = new DataViewSchema.Builder();
        source.AddColumn(_inputColumn, new VectorDataViewType(NumberDataViewType.Single, _extractor.InputSize));
        return SavedGeneratorChain.Of(_context, new EmptyView(source.ToSchema()), SavedFeatureNetwork.Text(_extractor),
            [_context.Transforms.CopyColumns(SavedGeneratorColumns.Vector, _inputColumn)], [_extractor.FeatureSize], _outputColumn);
    }

    private AddedColumns Mapper(DataViewSchema schema)
    {
        SampleLayout.Require(schema, _inputColumn, _extractor);
        var input = ColumnCheck.FindVector(schema, "input", _inputColumn, _extractor.InputSize);
        var type = new VectorDataViewType(NumberDataViewType.Single, _extractor.FeatureSize);
        var size = _extractor.InputSize;
        return new(schema, [new(_outputColumn, type)], [input],
            VectorBatch.RowsOf(Math.Max(size, _extractor.FeatureSize)), (row, capacity) =>
        {
            var read = SampleColumn.Bind(row, input, SampleShape.Vector(size), isBounded: false);
            var samples = new float[capacity * size];
            var check = new RangeCheck(_extractor, $"The values of column '{_inputColumn}'");
            return new(capacity, [_extractor.FeatureSize],
                take: i => read(samples.AsSpan(i * size, size)),
                compute: (count, features) =>
                {
                    check.See(samples.AsSpan(0, count * size));
                    _extractor.Extract(
                        count, samples.AsMemory(0, count * size), features[0].AsMemory(0, count * _extractor.FeatureSize));
                });
        });
    }
}
