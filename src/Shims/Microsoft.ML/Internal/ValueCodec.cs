using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Writes and reads values of one type.</summary>
internal sealed record ValueCodec<T>(Action<BinaryWriter, T> Write, Func<BinaryReader, T> Read);

/// <summary>The types whose values can be saved.</summary>
internal static class ValueCodec
{
    private static readonly Dictionary<Type, object> Scalars = new()
    {
        [typeof(sbyte)] = new ValueCodec<sbyte>((w, x) => w.Write(x), r => r.ReadSByte()),
        [typeof(byte)] = new ValueCodec<byte>((w, x) => w.Write(x), r => r.ReadByte()),
        [typeof(short)] = new ValueCodec<short>((w, x) => w.Write(x), r => r.ReadInt16()),
        [typeof(ushort)] = new ValueCodec<ushort>((w, x) => w.Write(x), r => r.ReadUInt16()),
        [typeof(int)] = new ValueCodec<int>((w, x) => w.Write(x), r => r.ReadInt32()),
        [typeof(uint)] = new ValueCodec<uint>((w, x) => w.Write(x), r => r.ReadUInt32()),
        [typeof(long)] = new ValueCodec<long>((w, x) => w.Write(x), r => r.ReadInt64()),
        [typeof(ulong)] = new ValueCodec<ulong>((w, x) => w.Write(x), r => r.ReadUInt64()),
        [typeof(float)] = new ValueCodec<float>((w, x) => w.Write(x), r => r.ReadSingle()),
        [typeof(double)] = new ValueCodec<double>((w, x) => w.Write(x), r => r.ReadDouble()),
        [typeof(bool)] = new ValueCodec<bool>((w, x) => w.Write(x), r => r.ReadBoolean()),
        [typeof(ReadOnlyMemory<char>)] = new ValueCodec<ReadOnlyMemory<char>>(
            (w, x) => w.Write(x.ToString()), r => r.ReadString().AsMemory()),
    };

    public static ValueCodec<T> Of<T>() => (ValueCodec<T>)Of(typeof(T));

    public static bool Knows(Type type) => Scalars.ContainsKey(Generic.ItemOf(type) ?? type);

    private static object Of(Type type) => Generic.ItemOf(type) is { } item
        ? Generic.Call<object>(typeof(ValueCodec), nameof(OfBuffer), [item])
        : Scalars.GetValueOrDefault(type) ?? throw new InvalidOperationException($"Values of type '{type}' cannot be saved.");

    private static ValueCodec<VBuffer<T>> OfBuffer<T>()
    {
        var item = Of<T>();
        return new(
            (writer, buffer) =>
            {
                writer.Write(buffer.Length);
                foreach (var value in buffer.DenseValues())
                    item.Write(writer, value);
            },
            reader =>
            {
                var values = new T[reader.ReadInt32()];
                for (var i = 0; i < values.Length; i++)
                    values[i] = item.Read(reader);
                return new(values.Length, values);
            });
    }
}
