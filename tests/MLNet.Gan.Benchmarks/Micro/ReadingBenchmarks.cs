using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Micro;

/// <summary>How long does a training read its data, beside a loop over ML.NET's own cursor?</summary>
public class ReadingBenchmarks
{
    private const int Rows = 5000, Size = 784;
    private const string Column = nameof(Row.Features);

    private IDataView? _view;

    /// <summary>Fills a view.</summary>
    [GlobalSetup]
    public void Fill()
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[Column].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Size);
        var random = new Random(1);
        _view = new MLContext(seed: 1).Data.LoadFromEnumerable(
            Enumerable.Range(0, Rows).Select(_ => new Row
            {
                Features = [.. Enumerable.Range(0, Size).Select(_ => random.NextSingle())],
            }).ToArray(), schema);
    }

    /// <summary>A cursor that only moves over the vectors.</summary>
    [Benchmark(Baseline = true)]
    public float Cursor()
    {
        using var cursor = _view!.GetRowCursor([_view.Schema[Column]]);
        var get = cursor.GetGetter<VBuffer<float>>(_view.Schema[Column]);
        VBuffer<float> row = default;
        while (cursor.MoveNext())
            get(ref row);
        return row.GetValues()[0];
    }

    /// <summary>The reading of <see cref="GanEstimator.Fit(IDataView)"/>: checks, and one tensor of all rows.</summary>
    [Benchmark]
    public void Read() =>
        SampleSet.Read(_view!, Column, null, SampleShape.Vector(Size), isBounded: false, CPU).Dispose();

    private sealed class Row
    {
        public float[] Features { get; set; } = [];
    }
}
