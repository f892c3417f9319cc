using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Chooses the conversion for a member's type.</summary>
internal static class MemberConversion
{
    /// <summary>An <see cref="IMemberConversion{TMember, TValue}"/> and the raw type of its column.</summary>
    public static (object Conversion, Type RawType) For(Type member)
    {
        if (member == typeof(string))
            return (new TextMember(), typeof(ReadOnlyMemory<char>));
        if (member == typeof(string[]))
            return (new TextArrayMember(), typeof(VBuffer<ReadOnlyMemory<char>>));
        if (member.IsArray && member.GetElementType() is { } element)
            return (Generic.New<object>(typeof(ArrayMember<>), [element]), typeof(VBuffer<>).MakeGenericType(element));
        if (Generic.ItemOf(member) is { } item)
            return (Generic.New<object>(typeof(BufferMember<>), [item]), member);
        return (Generic.New<object>(typeof(SameMember<>), [member]), member);
    }
}
