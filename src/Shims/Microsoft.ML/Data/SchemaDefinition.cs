using System.Reflection;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>Which members of a class stand for which columns of which types.</summary>
public sealed partial class SchemaDefinition : List<SchemaDefinition.Column>
{
    private SchemaDefinition(IEnumerable<Column> columns)
        : base(columns)
    {
    }

    /// <summary>The entry of a column, by the name of the column, not of the member; null when there is none.</summary>
    public Column this[string columnName] => Find(column => column.ColumnName == columnName)!;

    /// <summary>What the public fields and properties of a class say of themselves, fields first.</summary>
    /// <param name="userType">The class.</param>
    /// <param name="direction">Read leaves out what has no getter, and write what has no setter.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A member's type cannot be a column (mark it with <see cref="NoColumnAttribute"/>), or two share a column name.
    /// </exception>
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

    /// <summary>What the members are used for.</summary>
    [Flags]
    public enum Direction
    {
        /// <summary>To fill rows from objects.</summary>
        Read = 1,

        /// <summary>To fill objects from rows.</summary>
        Write = 2,

        /// <summary>Both.</summary>
        Both = Read | Write,
    }
}
