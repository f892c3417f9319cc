using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Adds a column of features to every row. Safe to use from many threads.</summary>
public sealed class FeatureTransformer : ITransformer
{
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly IFeatureExtractor _extractor;

    internal FeatureTransformer(string outputColumn, string inputColumn, IFeatureExtractor extractor) =>
        (_outputColumn, _inputColumn, _extractor) = (outputColumn, inputColumn, extractor);

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

    void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException(
        $"The feature network '{_extractor.Name}' scores samples; it is not saved with a pipeline. Save it with FeatureNetwork.Save and append ml.Gan.Features after loading.");

    private AddedColumn Mapper(DataViewSchema schema)
    {
        var input = ColumnCheck.FindVector(schema, "input", _inputColumn, _extractor.InputSize);
        var type = new VectorDataViewType(NumberDataViewType.Single, _extractor.FeatureSize);
        return new(schema, new(_outputColumn, type), [input], row =>
        {
            var read = SampleColumn.Bind(row, input, SampleShape.Vector(_extractor.InputSize), isBounded: false);
            var (sample, features) = (new float[_extractor.InputSize], new float[_extractor.FeatureSize]);
            return (ref VBuffer<float> value) =>
            {
                read(sample);
                _extractor.Extract(1, sample, features);
                var editor = VBufferEditor.Create(ref value, features.Length);
                features.CopyTo(editor.Values);
                value = editor.Commit();
            };
        });
    }
}
