using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Promises columns to a pipeline that is still being put together.</summary>
/// <remarks>
/// The constructor of <c>SchemaShape.Column</c> is internal to ML.NET. But a chain requests of its first estimator the
/// shape of the data that it is fitted to, so a chain of one estimator that listens turns any schema into its shape.
/// </remarks>
internal static class SchemaShapes
{
    /// <summary>A shape with one more column, which hides an older one of its name.</summary>
    public static SchemaShape With(
        SchemaShape input, string name, DataViewType type, DataViewSchema.Annotations? annotations = null)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(name, type, annotations);
        var columns = input.ToDictionary(column => column.Name);
        foreach (var added in Of(builder.ToSchema()))
            columns[added.Name] = added;
        return new SchemaShape(columns.Values);
    }

    /// <summary>The shape of a schema.</summary>
    public static SchemaShape Of(DataViewSchema schema)
    {
        var listener = new Listener();
        new EstimatorChain<ITransformer>().Append(listener).Fit(new EmptyView(schema));
        return listener.Heard!;
    }

    private sealed class Listener : IEstimator<ITransformer>
    {
        public SchemaShape? Heard { get; private set; }

        public ITransformer Fit(IDataView input) => new TransformerChain<ITransformer>();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => Heard = inputSchema;
    }
}
