using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Tabular;

/// <summary>A row with a column of every type that a table can have.</summary>
internal sealed class EveryType
{
    private static readonly string[] Cities = ["Aachen; \"Süd\"", "Zürich", "東京", "", "a,b\tc", "Oslo 🏔"];

    public float Single { get; set; }
    public double Double { get; set; }
    public sbyte SByte { get; set; }
    public short Int16 { get; set; }
    public int Int32 { get; set; }
    public long Int64 { get; set; }
    public byte Byte { get; set; }
    public ushort UInt16 { get; set; }
    public uint UInt32 { get; set; }
    public ulong UInt64 { get; set; }
    public bool Boolean { get; set; }
    public string Text { get; set; } = "";
    public DateTime Day { get; set; }
    public DateTime Moment { get; set; }
    public DateTimeOffset Instant { get; set; }
    public TimeSpan Span { get; set; }
    [KeyType(5)]
    public uint Key { get; set; }
    [KeyType(200)]
    public byte ByteKey { get; set; }
    [KeyType(9)]
    public ulong LongKey { get; set; }
    [VectorType(3)]
    public float[] Vector { get; set; } = [];
    [VectorType(2)]
    public double[] Doubles { get; set; } = [];

    public static EveryType[] Rows(int count, int seed = 1)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new EveryType
            {
                Single = random.Next(10) == 0 ? float.NaN : (float)Normal(),
                Double = Math.Round(100 + 20 * Normal(), 2),
                SByte = (sbyte)random.Next(-100, 100),
                Int16 = (short)random.Next(-3000, 3000),
                Int32 = random.Next(18, 90),
                Int64 = 9_007_199_254_740_993 + random.Next(1000),
                Byte = (byte)random.Next(3),
                UInt16 = (ushort)random.Next(50_000),
                UInt32 = (uint)random.Next(2) * 4_000_000_000,
                UInt64 = (ulong)random.Next(100_000),
                Boolean = random.Next(3) == 0,
                Text = Cities[random.Next(Cities.Length)],
                Day = new DateTime(1950, 1, 1).AddDays(random.Next(20_000)),
                Moment = random.Next(20) == 0 ? default : new DateTime(2020, 1, 1).AddSeconds(random.Next(1_000_000)),
                Instant = new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.FromHours(2)).AddDays(random.Next(900)),
                Span = TimeSpan.FromMinutes(random.Next(-500, 5000)),
                Key = (uint)random.Next(6), // 5 is beyond the type: a missing key.
                ByteKey = (byte)random.Next(200),
                LongKey = (ulong)random.Next(4),
                Vector = [random.Next(2), (float)Math.Exp(3 * Normal()), random.Next(4) == 0 ? 0 : random.Next(1, 1000)],
                Doubles = [Normal(), random.Next(30) * 0.25],
            }),
        ];
    }

    /// <summary>Rows as a view, with slot names and key values.</summary>
    public static IDataView View(IEnumerable<EveryType> rows)
    {
        var definition = SchemaDefinition.Create(typeof(EveryType));
        definition["Vector"].AddAnnotation("SlotNames", new VBuffer<ReadOnlyMemory<char>>(3, ["flag".AsMemory(), "heavy".AsMemory(), "zeros".AsMemory()]),
            new VectorDataViewType(TextDataViewType.Instance, 3));
        definition["Key"].AddAnnotation("KeyValues", new VBuffer<ReadOnlyMemory<char>>(5, [.. "abcde".Select(letter => $"{letter}".AsMemory())]),
            new VectorDataViewType(TextDataViewType.Instance, 5));
        definition["LongKey"].AddAnnotation("KeyValues", new VBuffer<float>(9, [.. Enumerable.Range(0, 9).Select(i => i / 2f)]),
            new VectorDataViewType(NumberDataViewType.Single, 9));
        return new MLContext(1).Data.LoadFromEnumerable(rows, definition);
    }
}
