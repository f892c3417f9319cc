namespace Microsoft.ML.Internal;

/// <summary>A member whose types are known.</summary>
internal sealed class RowMember<TRow, TMember, TValue>(
    string name,
    DataViewSchema.DetachedColumn column,
    IMemberConversion<TMember, TValue> conversion,
    Func<TRow, TMember>? get,
    Action<TRow, TMember>? set) : RowMember<TRow>(name, column)
{
    public override Type RawType => typeof(TValue);

    public override Type MemberType => typeof(TMember);

    public override Delegate Getter(Func<TRow> current) =>
        (ValueGetter<TValue>)((ref TValue value) => conversion.ToValue(get!(current()), ref value));

    public override Action<TRow> Setter(DataViewRow source, DataViewSchema.Column column)
    {
        var getter = source.GetGetter<TValue>(column);
        TValue value = default!;
        return row =>
        {
            getter(ref value);
            set!(row, conversion.ToMember(value, get is null ? default! : get(row)));
        };
    }
}
