using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A column of vectors of Single; new rows have dense ones.</summary>
internal sealed class NumberVectorColumn(DataViewSchema.Column column) : IInputColumn
{
    public DataViewSchema.Column Column => column;

    public int Numbers { get; } = ((VectorDataViewType)column.Type).Size;

    public int Categories => 0;

    public Action<List<double>, List<int>> Bind(DataViewRow source)
    {
        var getter = source.GetGetter<VBuffer<float>>(column);
        VBuffer<float> value = default;
        return (numbers, _) =>
        {
            getter(ref value);
            foreach (var number in value.DenseValues())
                numbers.Add(InputValue.Finite(number, source, column));
        };
    }

    public Delegate Getter(InputRows rows, int first, Func<int> current) => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
    {
        var editor = VBufferEditor.Create(ref value, Numbers);
        var numbers = rows.NumbersOf(current()).Slice(first, Numbers);
        for (var i = 0; i < numbers.Length; i++)
            editor.Values[i] = (float)numbers[i];
        value = editor.Commit();
    });
}
