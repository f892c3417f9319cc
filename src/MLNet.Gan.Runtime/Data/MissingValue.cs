using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The missing value of a column's type: NaN, key 0, empty text; of types without one, 0 or false.</summary>
internal static class MissingValue
{
    /// <summary>A getter of the missing value.</summary>
    public static Delegate Getter(DataViewType type)
    {
        var maker = type is VectorDataViewType vector
            ? typeof(Vectors<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(Values<>).MakeGenericType(type.RawType);
        return (Delegate)maker.GetMethod(nameof(Values<>.Getter))!.Invoke(null, [type])!;
    }

    private static T Of<T>() =>
        typeof(T) == typeof(float) ? (T)(object)float.NaN : typeof(T) == typeof(double) ? (T)(object)double.NaN : default!;

    private static class Values<T>
    {
        public static ValueGetter<T> Getter(DataViewType _) => (ref T value) => value = Of<T>();
    }

    private static class Vectors<T>
    {
        public static ValueGetter<VBuffer<T>> Getter(DataViewType type) => (ref VBuffer<T> value) =>
        {
            var editor = VBufferEditor.Create(ref value, ((VectorDataViewType)type).Size);
            editor.Values.Fill(Of<T>());
            value = editor.Commit();
        };
    }
}
