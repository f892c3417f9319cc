using System.Globalization;
using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Converts items between numbers, truth values and text.</summary>
internal static class ItemConversion
{
    public static PrimitiveDataViewType TypeOf(DataKind kind) => kind switch
    {
        DataKind.String => TextDataViewType.Instance,
        DataKind.Boolean => BooleanDataViewType.Instance,
        _ => NumberDataViewType.All.FirstOrDefault(number => number.RawType.Name == kind.ToString())
            ?? throw new NotSupportedException($"Values cannot be converted to {kind}."),
    };

    public static Delegate Getter(DataViewRow row, DataViewSchema.Column input, PrimitiveDataViewType output)
    {
        var item = ItemMap.ItemOf(input.Type)!;
        var method = (item, output) switch
        {
            (TextDataViewType, TextDataViewType) or (BooleanDataViewType, BooleanDataViewType) => nameof(Same),
            (TextDataViewType, NumberDataViewType) => nameof(Parse),
            (TextDataViewType, _) => nameof(ParseTruth),
            (BooleanDataViewType, NumberDataViewType) => nameof(FromTruth),
            (_, TextDataViewType) => nameof(Format),
            (_, BooleanDataViewType) => nameof(ToTruth),
            _ => nameof(Number),
        };
        Type[] types = method switch
        {
            nameof(Number) => [item.RawType, output.RawType],
            nameof(Parse) or nameof(FromTruth) => [output.RawType],
            _ => [item.RawType],
        };
        return Generic.Call<Delegate>(typeof(ItemConversion), method, types, row, input);
    }

    private static Delegate Same<T>(DataViewRow row, DataViewSchema.Column input) =>
        ItemMap.Getter<T, T>(row, input, value => value);

    private static Delegate Number<TFrom, TTo>(DataViewRow row, DataViewSchema.Column input)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo> => ItemMap.Getter<TFrom, TTo>(row, input, TTo.CreateTruncating);

    private static Delegate Format<T>(DataViewRow row, DataViewSchema.Column input) =>
        ItemMap.Getter<T, ReadOnlyMemory<char>>(row, input, value => Convert.ToString(value, CultureInfo.InvariantCulture).AsMemory());

    private static Delegate Parse<T>(DataViewRow row, DataViewSchema.Column input)
        where T : INumberBase<T> => ItemMap.Getter<ReadOnlyMemory<char>, T>(row, input, text =>
            T.TryParse(text.Span, CultureInfo.InvariantCulture, out var value) ? value : Missing<T>.Value);

    private static Delegate ParseTruth<T>(DataViewRow row, DataViewSchema.Column input) =>
        ItemMap.Getter<ReadOnlyMemory<char>, bool>(row, input, text => bool.TryParse(text.Span, out var value) && value);

    private static Delegate FromTruth<T>(DataViewRow row, DataViewSchema.Column input)
        where T : INumberBase<T> => ItemMap.Getter<bool, T>(row, input, value => value ? T.One : T.Zero);

    private static Delegate ToTruth<T>(DataViewRow row, DataViewSchema.Column input)
        where T : INumberBase<T> => ItemMap.Getter<T, bool>(row, input, value => !T.IsZero(value) && !T.IsNaN(value));
}
