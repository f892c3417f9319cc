using System.Reflection;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>Which members of a class stand for which columns.</summary>
public sealed partial class SchemaDefinition : List<SchemaDefinition.Column>
{
    private SchemaDefinition(IEnumerable<Column> columns)
        : base(columns)
    {
    }

    public Column this[string columnName]
    {
        get => Find(column => column.ColumnName == columnName)!;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var index = FindIndex(column => column.ColumnName == columnName);
            if (index < 0)
                Add(value);
            else
                this[index] = value;
        }
    }

    /// <summary>What the public members of a class say of themselves.</summary>
    public static SchemaDefinition Create(Type userType, Direction direction = Direction.Both)
    {
        ArgumentNullException.ThrowIfNull(userType);
        const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public;
        var fields = userType.GetFields(instance).Where(field => !field.IsInitOnly || direction == Direction.Read);
        var properties = userType.GetProperties(instance).Where(property => property.GetIndexParameters().Length == 0
            && (!direction.HasFlag(Direction.Read) || property.GetGetMethod() is not null)
            && (!direction.HasFlag(Direction.Write) || property.GetSetMethod() is not null));

        var columns = fields.Concat<MemberInfo>(properties)
            .Where(member => member.GetCustomAttribute<NoColumnAttribute>() is null)
            .Select(member => new Column
            {
                MemberName = member.Name,
                ColumnName = member.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? member.Name,
                ColumnType = ColumnTypes.ColumnTypeOf(member),
            })
            .ToList();
        if (columns.GroupBy(column => column.ColumnName).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentOutOfRangeException(nameof(userType), $"Duplicate column name '{twice.Key}' detected");
        return new(columns);
    }

    /// <summary>Whether members are read, written, or both.</summary>
    [Flags]
    public enum Direction
    {
        Read = 1,
        Write = 2,
        Both = Read | Write,
    }
}
