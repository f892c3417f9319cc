namespace Microsoft.ML.Internal;

/// <summary>A string that stands for text.</summary>
internal sealed class TextMember : IMemberConversion<string, ReadOnlyMemory<char>>
{
    public void ToValue(string member, ref ReadOnlyMemory<char> value) => value = member.AsMemory();

    public string ToMember(in ReadOnlyMemory<char> value, string old) => value.ToString();
}
