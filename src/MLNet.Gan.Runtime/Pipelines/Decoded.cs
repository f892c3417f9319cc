using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>
/// Caches the decoded values of a pipeline's strings: every row has the same string, so each is decoded once.
/// </summary>
internal sealed class Decoded<T>(Func<string, T> decode) where T : class
{
    private readonly ConditionalWeakTable<string, T> _known = [];

    public T Of(ReadOnlyMemory<char> text) => _known.GetValue(
        MemoryMarshal.TryGetString(text, out var whole, out _, out var length) && length == whole.Length
            ? whole
            : text.ToString(),
        key => decode(key));
}
