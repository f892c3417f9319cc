using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Data;

/// <summary>Rows as users have them.</summary>
internal static class MemoryRows
{
    /// <summary>A view of vectors of one length, or of any where <paramref name="size"/> is 0.</summary>
    public static IDataView Of(int size, params float[][] samples)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema["Features"].ColumnType = size == 0
            ? new VectorDataViewType(NumberDataViewType.Single)
            : new VectorDataViewType(NumberDataViewType.Single, size);
        return new MLContext().Data.LoadFromEnumerable(samples.Select(sample => new Row { Features = sample }).ToArray(), schema);
    }

    /// <summary>A view of samples and their labels.</summary>
    public static IDataView Labeled<T>(params T[] labels) => new MLContext().Data.LoadFromEnumerable(
        labels.Select((label, row) => new Labeled<T> { Features = [row, -row], Label = label }).ToArray());

    /// <summary>A view of samples and keys, of which there may be so many; 0 is a missing one.</summary>
    public static IDataView Keyed(int count, params uint[] keys)
    {
        // ML.NET writes a member of a key column as one more, and one that is no class as 0.
        var schema = SchemaDefinition.Create(typeof(Labeled<uint>));
        schema["Label"].ColumnType = new KeyDataViewType(typeof(uint), count);
        return new MLContext().Data.LoadFromEnumerable(
            keys.Select((key, row) => new Labeled<uint> { Features = [row, -row], Label = unchecked(key - 1) }).ToArray(), schema);
    }
}

/// <summary>A sample.</summary>
internal sealed class Row
{
    [VectorType]
    public float[] Features { get; set; } = [];
}

/// <summary>A sample in the plane and its label.</summary>
internal sealed class Labeled<T>
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public T Label { get; set; } = default!;
}
