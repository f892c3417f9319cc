namespace Microsoft.ML.Internal;

/// <summary>A member that holds just what the column does.</summary>
internal sealed class SameMember<T> : IMemberConversion<T, T>
{
    public void ToValue(T member, ref T value) => value = member;

    public T ToMember(in T value, T old) => value;
}
