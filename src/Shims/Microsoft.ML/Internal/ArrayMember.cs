using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>An array that stands for a vector.</summary>
internal sealed class ArrayMember<T> : IMemberConversion<T[], VBuffer<T>>
{
    public void ToValue(T[] member, ref VBuffer<T> value)
    {
        var editor = VBufferEditor.Create(ref value, member?.Length ?? 0);
        member.CopyTo(editor.Values);
        value = editor.Commit();
    }

    public T[] ToMember(in VBuffer<T> value, T[] old)
    {
        var array = old?.Length == value.Length ? old : new T[value.Length];
        value.CopyTo(array);
        return array;
    }
}
