namespace Microsoft.ML.Internal;

/// <summary>An output column and the input column that it is made of.</summary>
internal sealed record ColumnPair(string Output, string Input)
{
    public static ColumnPair[] Of(string outputColumnName, string? inputColumnName) =>
        [new(Check.NonEmpty(outputColumnName, nameof(outputColumnName)), inputColumnName ?? outputColumnName)];

    public static ColumnPair[] Of(InputOutputColumnPair[] columns) =>
        [.. Check.NonEmpty(columns, nameof(columns)).Select(pair => new ColumnPair(pair.OutputColumnName, pair.InputColumnName))];

    public static void Write(BinaryWriter writer, IReadOnlyCollection<ColumnPair> pairs)
    {
        writer.Write(pairs.Count);
        foreach (var pair in pairs)
        {
            writer.Write(pair.Output);
            writer.Write(pair.Input);
        }
    }

    public static ColumnPair[] Read(BinaryReader reader) =>
        [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new ColumnPair(reader.ReadString(), reader.ReadString()))];
}
