using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The types that columns of a table can have.</summary>
internal static class TableTypes
{
    /// <summary>The largest absolute value of a fraction: the squares of such numbers are finite.</summary>
    public const double Largest = 1e150;

    private static readonly long[] Whole = [1];

    private static readonly long[] Times =
    [
        TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond, TimeSpan.TicksPerMillisecond,
        TimeSpan.TicksPerMicrosecond, 1,
    ];

    private static readonly ITableType[] Known =
    [
        // A negative zero becomes zero, since the two are one category.
        new TableType<float, float>("Single", value => float.IsInfinity(value) ? throw new OverflowException() : value + 0f, value => value, OnnxElement.Single)
        {
            DataViewType = _ => NumberDataViewType.Single,
            Missing = [float.NaN],
            Number = value => value,
            LearnScale = _ => new SingleScale(),
            StoredScale = _ => new SingleScale(),
        },
        new TableType<double, double>("Double", value => Math.Abs(value) > Largest ? throw new OverflowException() : value + 0.0, value => value, OnnxElement.Double)
        {
            DataViewType = _ => NumberDataViewType.Double,
            Missing = [double.NaN],
            Number = value => value,
            LearnScale = _ => new DoubleScale(),
            StoredScale = _ => new DoubleScale(),
        },
        Integer<sbyte>("SByte", NumberDataViewType.SByte, value => value, value => (sbyte)value),
        Integer<short>("Int16", NumberDataViewType.Int16, value => value, value => (short)value),
        Integer<int>("Int32", NumberDataViewType.Int32, value => value, value => (int)value),
        Integer<long>("Int64", NumberDataViewType.Int64, value => value, value => value),
        Integer<byte>("Byte", NumberDataViewType.Byte, value => value, value => (byte)value),
        Integer<ushort>("UInt16", NumberDataViewType.UInt16, value => value, value => (ushort)value),
        Integer<uint>("UInt32", NumberDataViewType.UInt32, value => value, value => (uint)value),
        Integer<ulong>("UInt64", NumberDataViewType.UInt64, value => checked((long)value), value => (ulong)value),
        new TableType<bool, long>("Boolean", value => value ? 1 : 0, value => value != 0, OnnxElement.Boolean)
        {
            DataViewType = _ => BooleanDataViewType.Instance,
            Text = value => value != 0 ? "true" : "false",
        },
        new TableType<ReadOnlyMemory<char>, string>("Text", value => value.ToString(), value => value.AsMemory(), OnnxElement.Text)
        {
            DataViewType = _ => TextDataViewType.Instance,
            Missing = [""],
        },
        Time<DateTime>("DateTime", DateTimeDataViewType.Instance, value => value.Ticks, value => new(value)) with { Missing = [0] },
        Time<DateTimeOffset>("DateTimeOffset", DateTimeOffsetDataViewType.Instance, value => value.UtcTicks, value => new(value, TimeSpan.Zero)) with { Missing = [0] },
        Time<TimeSpan>("TimeSpan", TimeSpanDataViewType.Instance, value => value.Ticks, value => new(value)),
        Key<byte>(value => value, value => (byte)value),
        Key<ushort>(value => value, value => (ushort)value),
        Key<uint>(value => value, value => (uint)value),
        Key<ulong>(value => checked((long)value), value => (ulong)value),
    ];

    private static readonly Dictionary<string, ITableType> ByName = Known.ToDictionary(type => type.Name);

    /// <summary>The type of a column's values, or of the values of its vectors; null where it is none of these.</summary>
    public static ITableType? Find(DataViewType type) => type is PrimitiveDataViewType ? Named(type switch
    {
        KeyDataViewType => $"Key<{type.RawType.Name}>",
        TextDataViewType => "Text",
        _ => type.RawType.Name,
    }) : null;

    /// <summary>The type of a name; null where there is none.</summary>
    public static ITableType? Named(string name) => ByName.GetValueOrDefault(name);

    private static TableType<TRaw, long> Integer<TRaw>(string name, PrimitiveDataViewType type, Func<TRaw, long> read, Func<long, TRaw> write) =>
        Gridded(name, type, read, write, Whole);

    private static TableType<TRaw, long> Time<TRaw>(string name, PrimitiveDataViewType type, Func<TRaw, long> read, Func<long, TRaw> write)
        where TRaw : IFormattable => Gridded(name, type, read, write, Times) with
        {
            HasBounds = false,
            Number = value => (double)value / TimeSpan.TicksPerDay,
            Text = value => TableText.Time(write(value), value),
        };

    private static TableType<TRaw, long> Gridded<TRaw>(
        string name, PrimitiveDataViewType type, Func<TRaw, long> read, Func<long, TRaw> write, long[] steps) => new(name, read, write, OnnxElement.Int64)
        {
            DataViewType = _ => type,
            Number = value => value,
            LearnScale = range => WholeScale.Of(range.Smallest, range.Largest, range.Values, steps),
            StoredScale = grid => grid is { Step: > 0 } known ? new WholeScale(known.Origin, known.Step)
                : throw new FormatException($"A column of {name} needs an origin and a step."),
        };

    private static TableType<TRaw, long> Key<TRaw>(Func<TRaw, long> read, Func<long, TRaw> write) =>
        new($"Key<{typeof(TRaw).Name}>", read, write, OnnxElement.Int64)
        {
            DataViewType = count => new KeyDataViewType(typeof(TRaw), count),
            Missing = [0],
        };
}
