using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>Keeps some columns, or drops some.</summary>
public sealed class ColumnSelectingTransformer : ITransformer
{
    internal const string Loader = "ColumnSelecting";

    private readonly bool _keepHidden;

    internal ColumnSelectingTransformer(string[] names, bool keeps, bool keepHidden) =>
        (Names, Keeps, _keepHidden) = (names, keeps, keepHidden);

    internal string[] Names { get; }

    /// <summary>Whether the named columns are those that stay.</summary>
    internal bool Keeps { get; }

    bool ITransformer.IsRowToRowMapper => true;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return MakeMapper(inputSchema).OutputSchema;
    }

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
        writer.Write(Keeps);
        writer.Write(_keepHidden);
        writer.Write(Names.Length);
        foreach (var name in Names)
            writer.Write(name);
    }

    internal static ITransformer Load(ModelReader model)
    {
        var (keeps, keepHidden) = (model.Data.ReadBoolean(), model.Data.ReadBoolean());
        string[] names = [.. Enumerable.Range(0, model.Data.ReadInt32()).Select(_ => model.Data.ReadString())];
        return new ColumnSelectingTransformer(names, keeps, keepHidden);
    }

    private RowMapper MakeMapper(DataViewSchema schema)
    {
        foreach (var name in Names)
            Check.Input(schema, name);
        var visible = schema.Where(column => _keepHidden || !column.IsHidden);
        var kept = Keeps
            ? Names.SelectMany(name => visible.Where(column => column.Name == name))
            : visible.Where(column => !Names.Contains(column.Name));
        return new(schema, [.. kept.Select(MappedColumn.Copy)], _ => throw new NotSupportedException("All columns are copies."));
    }
}
