namespace MLNet.Gan.Metrics;

/// <summary>
/// A dict of a pickle, as a list of pairs in the order in which they were set, since none is looked up.
/// </summary>
internal sealed class PickleMapping
{
    /// <summary>The pairs.</summary>
    public List<(object? Key, object? Value)> Pairs { get; } = [];

    /// <summary>Calls Python's <c>OrderedDict()</c>; its pairs are set afterwards.</summary>
    public static object Call(object?[] arguments) => arguments is []
        ? new PickleMapping()
        : throw new FormatException("An OrderedDict is made with arguments, which Python 3 never writes.");
}
