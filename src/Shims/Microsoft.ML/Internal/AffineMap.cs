using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>x ↦ (x − offset) · scale, for each item.</summary>
internal abstract class AffineMap(DataViewType type)
{
    public DataViewType Type => type;

    public abstract Delegate Getter(DataViewRow row, DataViewSchema.Column input);

    public abstract void Write(BinaryWriter writer);

    public static AffineMap Learn(IDataView view, DataViewSchema.Column column, long maximumRows, bool fixZero) =>
        Generic.Call<AffineMap>(
            typeof(AffineMap), nameof(LearnAs), [ItemMap.ItemOf(column.Type)!.RawType], view, column, maximumRows, fixZero);

    public static AffineMap Read(BinaryReader reader)
    {
        var type = TypeCodec.Read(reader);
        return Generic.Call<AffineMap>(typeof(AffineMap), nameof(ReadAs), [ItemMap.ItemOf(type)!.RawType], reader, type);
    }

    private static AffineMap<T> LearnAs<T>(IDataView view, DataViewSchema.Column column, long maximumRows, bool fixZero)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var size = (column.Type as VectorDataViewType)?.Size ?? 1;
        var (low, high) = (new T[size], new T[size]);
        Array.Fill(low, T.PositiveInfinity);
        Array.Fill(high, T.NegativeInfinity);

        using var cursor = view.GetRowCursor([column]);
        var read = AffineMap<T>.Reader(cursor, column);
        for (var row = 0L; row < maximumRows && cursor.MoveNext(); row++)
        {
            foreach (var (i, value) in read().Index())
            {
                // A comparison with NaN is false, so missing values count for nothing.
                low[i] = value < low[i] ? value : low[i];
                high[i] = value > high[i] ? value : high[i];
            }
        }

        var (scale, offset) = (new T[size], new T[size]);
        for (var i = 0; i < size; i++)
        {
            var range = fixZero ? T.Max(T.Abs(low[i]), T.Abs(high[i])) : high[i] - low[i];
            scale[i] = T.IsFinite(range) && range > T.Zero ? T.One / range : T.Zero;
            offset[i] = !fixZero && T.IsFinite(low[i]) ? low[i] : T.Zero;
        }

        return new(column.Type, scale, offset);
    }

    private static AffineMap<T> ReadAs<T>(BinaryReader reader, DataViewType type)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var codec = ValueCodec.Of<VBuffer<T>>();
        return new(type, [.. codec.Read(reader).DenseValues()], [.. codec.Read(reader).DenseValues()]);
    }
}
