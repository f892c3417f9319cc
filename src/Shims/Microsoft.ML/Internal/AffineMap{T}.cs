using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>x ↦ (x − offset) · scale, in a known precision.</summary>
internal sealed class AffineMap<T>(DataViewType type, T[] scale, T[] offset) : AffineMap(type)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Reads a scalar as a vector of one.</summary>
    public static Func<T[]> Reader(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType known)
        {
            var getter = row.GetGetter<T>(column);
            var single = new T[1];
            return () =>
            {
                getter(ref single[0]);
                return single;
            };
        }

        var vectorGetter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> vector = default;
        var values = new T[known.Size];
        return () =>
        {
            vectorGetter(ref vector);
            if (vector.Length != values.Length)
                throw new InvalidOperationException($"A vector of column '{column.Name}' has {vector.Length} values instead of {values.Length}.");
            vector.CopyTo(values);
            return values;
        };
    }

    public override Delegate Getter(DataViewRow row, DataViewSchema.Column input)
    {
        var read = Reader(row, input);
        if (Type is not VectorDataViewType)
            return (ValueGetter<T>)((ref T result) => result = (read()[0] - offset[0]) * scale[0]);
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> result) =>
        {
            var values = read();
            var editor = VBufferEditor.Create(ref result, values.Length);
            for (var i = 0; i < values.Length; i++)
                editor.Values[i] = (values[i] - offset[i]) * scale[i];
            result = editor.Commit();
        });
    }

    public override void Write(BinaryWriter writer)
    {
        TypeCodec.Write(writer, Type);
        var codec = ValueCodec.Of<VBuffer<T>>();
        codec.Write(writer, new(scale.Length, scale));
        codec.Write(writer, new(offset.Length, offset));
    }
}
