using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>How quickly a generator's rows are read, with all their columns, on one thread.</summary>
internal static class ReadingSpeed
{
    private const int Rows = 100_000;

    /// <summary>The rows in a second of the processor, in the second of two readings.</summary>
    public static double Of(TabularGanTransformer model)
    {
        Read(model.Generate(Rows, seed: 1));
        var before = Environment.CpuUsage.TotalTime;
        Read(model.Generate(Rows, seed: 2));
        return Rows / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static void Read(IDataView view)
    {
        using var cursor = view.GetRowCursor(view.Schema);
        Action[] reads = [.. view.Schema.Select(column => column.Type is TextDataViewType ? Reader<ReadOnlyMemory<char>>(cursor, column) : Reader<double>(cursor, column))];
        while (cursor.MoveNext())
        {
            foreach (var read in reads)
                read();
        }
    }

    private static Action Reader<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var get = row.GetGetter<T>(column);
        T value = default!;
        return () => get(ref value);
    }
}
