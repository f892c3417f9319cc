using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Drops columns, and with them the columns that they hide.</summary>
public sealed class ColumnSelectingTransformer : ITransformer
{
    internal const string Loader = "ColumnSelecting";

    internal ColumnSelectingTransformer(string[] names) => Names = names;

    internal string[] Names { get; }

    bool ITransformer.IsRowToRowMapper => true;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return MakeMapper(inputSchema).OutputSchema;
    }

    /// <inheritdoc/>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MappedView(input, MakeMapper(input.Schema));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return MakeMapper(inputSchema);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        var writer = ctx.Begin(Loader);
        writer.Write(Names.Length);
        foreach (var name in Names)
            writer.Write(name);
    }

    internal static ITransformer Load(ModelReader model) => new ColumnSelectingTransformer(
        [.. Enumerable.Range(0, model.Data.ReadInt32()).Select(_ => model.Data.ReadString())]);

    private RowMapper MakeMapper(DataViewSchema schema)
    {
        foreach (var name in Names)
            Check.Input(schema, name);
        var kept = schema.Where(column => !column.IsHidden && !Names.Contains(column.Name));
        return new(schema, [.. kept.Select(MappedColumn.Copy)], _ => throw new NotSupportedException("All columns are copies."));
    }
}
