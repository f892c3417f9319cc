using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Row mappers, one after the other.</summary>
internal sealed class MapperChain(DataViewSchema input, IReadOnlyList<IRowToRowMapper> mappers) : IRowToRowMapper
{
    public DataViewSchema InputSchema => input;

    public DataViewSchema OutputSchema => mappers is [.., var last] ? last.OutputSchema : input;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        mappers.Reverse().Aggregate(dependingColumns, (columns, mapper) => mapper.GetDependencies(columns));

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        var needed = activeColumns;
        Stack<(IRowToRowMapper Mapper, IEnumerable<DataViewSchema.Column> Columns)> steps = [];
        foreach (var mapper in mappers.Reverse())
        {
            steps.Push((mapper, needed));
            needed = [.. mapper.GetDependencies(needed)];
        }

        return steps.Aggregate(input, (row, step) => step.Mapper.GetRow(row, step.Columns));
    }
}
