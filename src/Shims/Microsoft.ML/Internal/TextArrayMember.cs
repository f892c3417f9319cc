using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>An array of strings that stands for a vector of texts.</summary>
internal sealed class TextArrayMember : IMemberConversion<string[], VBuffer<ReadOnlyMemory<char>>>
{
    public void ToValue(string[] member, ref VBuffer<ReadOnlyMemory<char>> value)
    {
        var editor = VBufferEditor.Create(ref value, member?.Length ?? 0);
        for (var i = 0; i < editor.Values.Length; i++)
            editor.Values[i] = member![i].AsMemory();
        value = editor.Commit();
    }

    public string[] ToMember(in VBuffer<ReadOnlyMemory<char>> value, string[] old) =>
        [.. value.DenseValues().Select(text => text.ToString())];
}
