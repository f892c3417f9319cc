using System.Runtime.InteropServices;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>
/// Puts columns of one item type behind one another in a vector, and their names into its slot names.
/// </summary>
public sealed class ColumnConcatenatingTransformer : RowToRowTransformerBase
{
    internal const string Loader = "ColumnConcatenating";

    private readonly string _output;
    private readonly string[] _inputs;

    internal ColumnConcatenatingTransformer(string output, string[] inputs) => (_output, _inputs) = (output, inputs);

    internal static ITransformer Load(ModelReader model) => new ColumnConcatenatingTransformer(
        model.Data.ReadString(), [.. Enumerable.Range(0, model.Data.ReadInt32()).Select(_ => model.Data.ReadString())]);

    private protected override void SaveModel(ModelSaveContext context)
    {
        var writer = context.Begin(Loader);
        writer.Write(_output);
        writer.Write(_inputs.Length);
        foreach (var input in _inputs)
            writer.Write(input);
    }

    private protected override RowMapper MakeMapper(DataViewSchema input)
    {
        var sources = _inputs.Select(name => Check.Input(input, name)).ToArray();
        if (sources is [{ Type: VectorDataViewType } only])
            return RowMapper.Adding(input, [MappedColumn.Copy(only, _output)], _ => throw new NotSupportedException("All columns are copies."));

        var item = ItemMap.ItemOf(sources[0].Type) ?? throw Check.Mismatch("input", sources[0].Name, "a vector or a scalar", $"{sources[0].Type}");
        foreach (var source in sources)
            if (!item.Equals(ItemMap.ItemOf(source.Type)))
                throw Check.Mismatch("input", source.Name, $"{item}", $"{source.Type}");

        var sizes = sources.Select(source => source.Type is VectorDataViewType vector ? vector.Size : 1).ToArray();
        var type = new VectorDataViewType(item, sizes.Contains(0) ? 0 : sizes.Sum());
        DataViewSchema.DetachedColumn column = new(_output, type, Annotations(sources, type));
        return RowMapper.Adding(
            input,
            [new(column, [.. sources.Select(source => source.Index)], IsCopy: false)],
            row => _ => Generic.Call<Delegate>(typeof(ColumnConcatenatingTransformer), nameof(Getter), [item.RawType], row, sources));
    }

    private static ValueGetter<VBuffer<T>> Getter<T>(DataViewRow row, DataViewSchema.Column[] sources)
    {
        var appenders = sources.Select(source => Appender<T>(row, source)).ToArray();
        List<T> values = [];
        return (ref VBuffer<T> result) =>
        {
            values.Clear();
            foreach (var append in appenders)
                append(values);
            var editor = VBufferEditor.Create(ref result, values.Count);
            values.CopyTo(editor.Values);
            result = editor.Commit();
        };
    }

    private static Action<List<T>> Appender<T>(DataViewRow row, DataViewSchema.Column source)
    {
        if (source.Type is VectorDataViewType)
        {
            var vectorGetter = row.GetGetter<VBuffer<T>>(source);
            VBuffer<T> vector = default;
            return values =>
            {
                vectorGetter(ref vector);
                var start = values.Count;
                CollectionsMarshal.SetCount(values, start + vector.Length);
                vector.CopyTo(CollectionsMarshal.AsSpan(values)[start..]);
            };
        }

        var getter = row.GetGetter<T>(source);
        return values =>
        {
            T value = default!;
            getter(ref value);
            values.Add(value);
        };
    }

    private static DataViewSchema.Annotations Annotations(DataViewSchema.Column[] sources, VectorDataViewType type)
    {
        DataViewSchema.Annotations.Builder annotations = new();
        if (type.IsKnownSize && sources.Any(source => source.Type is not VectorDataViewType || source.HasSlotNames()))
        {
            var names = sources.SelectMany(SlotNames).ToArray();
            annotations.Add(
                AnnotationKinds.SlotNames, new VectorDataViewType(TextDataViewType.Instance, names.Length),
                Copy<VBuffer<ReadOnlyMemory<char>>>.Getter(new(names.Length, names)));
        }

        if (sources.All(source => source.IsNormalized()))
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        return annotations.ToAnnotations();
    }

    private static IEnumerable<ReadOnlyMemory<char>> SlotNames(DataViewSchema.Column source)
    {
        if (source.Type is not VectorDataViewType vector)
            return [source.Name.AsMemory()];
        if (!source.HasSlotNames())
            return new ReadOnlyMemory<char>[vector.Size];
        VBuffer<ReadOnlyMemory<char>> names = default;
        source.GetSlotNames(ref names);
        return names.DenseValues().Select(name => name.IsEmpty ? name : $"{source.Name}.{name}".AsMemory());
    }
}
