using System.Linq.Expressions;
using System.Reflection;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A member of a user's class and the column that it stands for.</summary>
internal abstract class RowMember<TRow>(string name, DataViewSchema.DetachedColumn column)
{
    public string Name => name;

    public DataViewSchema.DetachedColumn Column => column;

    public abstract Type RawType { get; }

    public abstract Type MemberType { get; }

    /// <summary>Reads the column's value from the current object.</summary>
    public abstract Delegate Getter(Func<TRow> current);

    /// <summary>Writes the value of a row's column into an object.</summary>
    public abstract Action<TRow> Setter(DataViewRow source, DataViewSchema.Column column);

    public static RowMember<TRow> Create(SchemaDefinition.Column definition)
    {
        var member = typeof(TRow).GetMember(definition.MemberName, BindingFlags.Instance | BindingFlags.Public)
            .FirstOrDefault(member => member is FieldInfo or PropertyInfo)
            ?? throw new ArgumentOutOfRangeException(
                "userSchemaDefinition", $"No field or property with name '{definition.MemberName}' found in type '{typeof(TRow)}'");
        var type = definition.ColumnType ?? ColumnTypes.ColumnTypeOf(member);
        var memberType = ColumnTypes.Of(member);
        var (conversion, rawType) = MemberConversion.For(memberType);
        if (rawType != type.RawType)
            throw new ArgumentOutOfRangeException(
                "userSchemaDefinition",
                $"Column '{definition.ColumnName}' is defined as '{type}', which the type '{memberType}' of member '{member.Name}' does not hold");
        return Generic.New<RowMember<TRow>>(
            typeof(RowMember<,,>), [typeof(TRow), memberType, rawType], member.Name,
            new DataViewSchema.DetachedColumn(definition.ColumnName, type, definition.Annotations),
            conversion, Read(member), Write(member));
    }

    private static Delegate? Read(MemberInfo member)
    {
        if (member is PropertyInfo property && property.GetGetMethod() is null)
            return null;
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda(Expression.MakeMemberAccess(row, member), row).Compile();
    }

    private static Delegate? Write(MemberInfo member)
    {
        if (member is PropertyInfo property ? property.GetSetMethod() is null : ((FieldInfo)member).IsInitOnly)
            return null;
        var row = Expression.Parameter(typeof(TRow));
        var value = Expression.Parameter(ColumnTypes.Of(member));
        return Expression.Lambda(
            typeof(Action<,>).MakeGenericType(typeof(TRow), value.Type),
            Expression.Assign(Expression.MakeMemberAccess(row, member), value), row, value).Compile();
    }
}
