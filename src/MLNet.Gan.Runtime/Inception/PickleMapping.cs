namespace MLNet.Gan.Metrics;

/// <summary>A dict of a pickle: its pairs in the order in which they were set, for nothing looks one up.</summary>
internal sealed class PickleMapping
{
    /// <summary>The pairs.</summary>
    public List<(object? Key, object? Value)> Pairs { get; } = [];

    /// <summary>Python's <c>OrderedDict()</c>; its pairs are set afterwards.</summary>
    public static object Call(object?[] arguments) => arguments is []
        ? new PickleMapping()
        : throw new FormatException("An OrderedDict is made with arguments, which Python 3 never writes.");
}
