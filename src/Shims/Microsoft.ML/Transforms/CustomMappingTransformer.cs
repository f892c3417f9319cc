using Microsoft.ML.Data;
using Microsoft.ML.Internal;
using VectorKind = Microsoft.ML.SchemaShape.Column.VectorKind;

namespace Microsoft.ML.Transforms;

/// <summary>Calls the user's function on each row.</summary>
public sealed class CustomMappingTransformer<TSrc, TDst> : ITransformer
    where TSrc : class, new()
    where TDst : class, new()
{
    private readonly Action<TSrc, TDst> _map;
    private readonly string? _contractName;
    private readonly RowType<TSrc> _source;
    private readonly RowType<TDst> _target;

    internal CustomMappingTransformer(
        Action<TSrc, TDst> map, string? contractName, SchemaDefinition? input, SchemaDefinition? output)
    {
        ArgumentNullException.ThrowIfNull(map);
        (_map, _contractName) = (map, contractName);
        _source = new(input, SchemaDefinition.Direction.Write);
        _target = new(output, SchemaDefinition.Direction.Read);
    }

    internal DataViewSchema AddedColumns => _target.Schema;

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
        CustomMappingFormat.Save(ctx, _contractName, _map.Method);
    }

    /// <summary>A vector of known size may be given where any size is asked for, but not the other way round.</summary>
    internal void CheckInput(SchemaShape shape)
    {
        foreach (var expected in SchemaShape.Create(_source.Schema))
        {
            var actual = shape.Input(expected.Name);
            var fits = expected.Kind == VectorKind.VariableVector
                ? actual.Kind != VectorKind.Scalar
                : actual.Kind == expected.Kind;
            if (!fits || !actual.ItemType.Equals(expected.ItemType) || actual.IsKey != expected.IsKey)
                throw Check.Mismatch("input", expected.Name, expected.TypeText, actual.TypeText);
        }
    }

    private RowMapper MakeMapper(DataViewSchema schema)
    {
        CheckInput(SchemaShape.Create(schema));
        int[] sources = [.. _source.In(schema, ignoreMissing: false).Select(column => column.Index)];
        return RowMapper.Adding(
            schema,
            _target.Members.Select(member => new MappedColumn(member.Column, sources, IsCopy: false)),
            Bind);
    }

    private Func<int, Delegate> Bind(DataViewRow row)
    {
        var fill = _source.Filler(row, ignoreMissing: false);
        var (source, target) = (new TSrc(), new TDst());
        var served = long.MinValue;
        return index => _target.Members[index].Getter(Current);

        // All columns of a row come from one call.
        TDst Current()
        {
            if (row.Position == served)
                return target;
            fill(source);
            _map(source, target);
            served = row.Position;
            return target;
        }
    }
}
