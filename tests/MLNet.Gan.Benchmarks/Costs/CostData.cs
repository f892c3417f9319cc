using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>Samples of noise in [−1, 1]: what they are changes no price.</summary>
internal static class CostData
{
    public const string Label = nameof(Row.Label);
    private const int Count = 1_024;
    private const int Classes = 10;

    public static IDataView View(MLContext context, SampleShape shape)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, Count).Select(i => new Row
        {
            Features = [.. Enumerable.Range(0, shape.Size).Select(_ => 2 * random.NextSingle() - 1)],
            Label = (uint)(i % Classes),
        });
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, shape.Size);
        return context.Data.LoadFromEnumerable(rows.ToArray(), schema);
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public uint Label { get; set; }
    }
}
