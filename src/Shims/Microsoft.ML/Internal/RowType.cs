using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A user's class as a list of columns.</summary>
internal sealed class RowType<TRow>
{
    public RowType(SchemaDefinition? definition, SchemaDefinition.Direction direction)
    {
        Members = [.. (definition ?? SchemaDefinition.Create(typeof(TRow), direction)).Select(RowMember<TRow>.Create)];
        Schema = DataViewSchema.Of(Members.Select(member => member.Column));
    }

    public RowMember<TRow>[] Members { get; }

    public DataViewSchema Schema { get; }

    /// <summary>The columns of a schema that the members are filled from.</summary>
    public IEnumerable<DataViewSchema.Column> In(DataViewSchema schema, bool ignoreMissing) =>
        Pairs(schema, ignoreMissing).Select(pair => pair.Column);

    /// <summary>Fills an object from the current values of a row.</summary>
    public Action<TRow> Filler(DataViewRow source, bool ignoreMissing)
    {
        var setters = Pairs(source.Schema, ignoreMissing)
            .Select(pair => pair.Member.Setter(source, pair.Column)).ToArray();
        return row =>
        {
            foreach (var set in setters)
                set(row);
        };
    }

    private IEnumerable<(RowMember<TRow> Member, DataViewSchema.Column Column)> Pairs(DataViewSchema schema, bool ignoreMissing)
    {
        foreach (var member in Members)
        {
            if (schema.GetColumnOrNull(member.Column.Name) is not { } column)
            {
                if (ignoreMissing)
                    continue;
                throw new InvalidOperationException($"Column '{member.Column.Name}' not found in the data view");
            }

            if (column.Type.RawType != member.RawType)
                throw new InvalidOperationException($"Can't bind the IDataView column '{column.Name}' of type '{column.Type}' "
                    + $"to field or property '{member.Name}' of type '{member.MemberType.FullName}'.");
            yield return (member, column);
        }
    }
}
