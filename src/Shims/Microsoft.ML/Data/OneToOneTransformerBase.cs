using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>
/// A built-in transformer that makes each of its columns of one column. It cannot be derived from outside.
/// </summary>
public abstract class OneToOneTransformerBase : RowToRowTransformerBase
{
    private protected OneToOneTransformerBase(ColumnPair[] pairs) => Pairs = pairs;

    private protected ColumnPair[] Pairs { get; }

    private protected sealed override RowMapper MakeMapper(DataViewSchema input)
    {
        var sources = Pairs.Select(pair => Check.Input(input, pair.Input)).ToArray();
        var added = Pairs.Select((pair, i) => Map(i, sources[i])).ToArray();
        return RowMapper.Adding(input, added, row => i => Getter(i, row, sources[i]));
    }

    /// <summary>The output column at an index, after a check of its input.</summary>
    private protected abstract MappedColumn Map(int index, DataViewSchema.Column input);

    private protected abstract Delegate Getter(int index, DataViewRow row, DataViewSchema.Column input);

    private protected MappedColumn Computed(
        int index, DataViewSchema.Column input, DataViewType type, DataViewSchema.Annotations? annotations = null) =>
        new(new(Pairs[index].Output, type, annotations), [input.Index], IsCopy: false);
}
