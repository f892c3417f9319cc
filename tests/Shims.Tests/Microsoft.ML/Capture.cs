using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests;

/// <summary>Makes a shape of a schema by the one way that is open outside of ML.NET.</summary>
internal sealed class Capture : IEstimator<ITransformer>
{
    private SchemaShape? _shape;

    public static SchemaShape Of(DataViewSchema schema)
    {
        Capture capture = new();
        new EstimatorChain<ITransformer>().Append(capture).Fit(new EmptyView(schema));
        return capture._shape!;
    }

    public static SchemaShape With(SchemaShape input, IEnumerable<DataViewSchema.DetachedColumn> added)
    {
        DataViewSchema.Builder builder = new();
        builder.AddColumns(added);
        var result = input.ToDictionary(column => column.Name);
        foreach (var column in Of(builder.ToSchema()))
            result[column.Name] = column;
        return new(result.Values);
    }

    public ITransformer Fit(IDataView input) => new TransformerChain<ITransformer>();

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _shape = inputSchema;
}
