using System.Numerics;
using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A column of numbers.</summary>
internal sealed class NumberColumn<T>(DataViewSchema.Column column) : IInputColumn where T : struct, INumber<T>
{
    private static readonly bool IsInteger = typeof(T) != typeof(float) && typeof(T) != typeof(double);

    public DataViewSchema.Column Column => column;

    public int Numbers => 1;

    public int Categories => 0;

    public Action<List<double>, List<int>> Bind(DataViewRow source)
    {
        var getter = source.GetGetter<T>(column);
        T value = default;
        return (numbers, _) =>
        {
            getter(ref value);
            numbers.Add(InputValue.Finite(double.CreateChecked(value), source, column));
        };
    }

    public Delegate Getter(InputRows rows, int first, Func<int> current) => (ValueGetter<T>)((ref T value) =>
    {
        var number = rows.NumbersOf(current())[first];
        value = T.CreateSaturating(IsInteger ? Math.Round(number) : number);
    });
}
