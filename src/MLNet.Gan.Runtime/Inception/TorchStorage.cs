namespace MLNet.Gan.Metrics;

/// <summary>An array of numbers elsewhere in the file, which a pickle refers to.</summary>
internal sealed record TorchStorage(string Key, TorchNumber Number, long Count)
{
    /// <summary>Its length in bytes.</summary>
    public long Length => Count * Number.Size;

    /// <summary>Returns the storage of a persistent id: ('storage', number, key, location, count[, None]).</summary>
    /// <exception cref="FormatException">The id is another, or its count is out of bounds.</exception>
    public static TorchStorage Parse(object? id)
    {
        if (id is not object?[] parts
            || parts is not ["storage", TorchNumber number, string key, _, long count, .. var view]
            || view is not ([] or [null]))
            throw new FormatException("Its pickle refers to something else than a whole storage.");

        return count is >= 0 and <= WeightFile.MostBytes
            ? new(key, number, count)
            : throw new FormatException($"The storage '{key}' claims {count} values.");
    }
}
