using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Distinct values of a known type.</summary>
internal sealed class KeyMap<T> : KeyMap
    where T : notnull
{
    private readonly T[] _values;
    private readonly bool _asText;
    private readonly Dictionary<T, uint> _keys = new(ValueComparer.Equality<T>());

    public KeyMap(PrimitiveDataViewType type, T[] values, bool asText)
        : base(type)
    {
        (_values, _asText) = (values, asText);
        foreach (var value in values)
            _keys.Add(value, (uint)_keys.Count + 1);
    }

    public override int Count => _values.Length;

    public override Delegate Getter(DataViewRow row, DataViewSchema.Column input) =>
        ItemMap.Getter<T, uint>(row, input, value => _keys.GetValueOrDefault(value));

    public override void Annotate(DataViewSchema.Annotations.Builder annotations)
    {
        if (_values.Length == 0)
            return;
        if (_asText)
            Add(annotations, TextDataViewType.Instance, [.. _values.Select(AsText)]);
        else
            Add(annotations, ValueType, _values);
    }

    public override void Write(BinaryWriter writer)
    {
        TypeCodec.Write(writer, ValueType);
        writer.Write(_asText);
        writer.Write(_values.Length);
        foreach (var value in _values)
            ValueCodec.Of<T>().Write(writer, value);
    }

    private static void Add<TValue>(DataViewSchema.Annotations.Builder annotations, PrimitiveDataViewType type, TValue[] values) =>
        annotations.Add(
            AnnotationKinds.KeyValues, new VectorDataViewType(type, values.Length),
            Copy<VBuffer<TValue>>.Getter(new(values.Length, values)));

    private static ReadOnlyMemory<char> AsText(T value) => value is ReadOnlyMemory<char> text
        ? text
        : Convert.ToString(value, CultureInfo.InvariantCulture).AsMemory();
}
