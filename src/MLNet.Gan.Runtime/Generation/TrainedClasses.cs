namespace MLNet.Gan;

/// <summary>
/// The classes that a generator has learned: those with rows in its training. A key can have more values, and numbers can
/// leave some out.
/// </summary>
internal static class TrainedClasses
{
    private const int MostListed = 10;

    /// <summary>Returns why a class has no samples; null if it had rows.</summary>
    /// <param name="metadata">The generator's properties; counts that are all 0 are unknown.</param>
    /// <param name="label">One of the classes, counted from 0.</param>
    public static string? Problem(GeneratorMetadata metadata, long label)
    {
        var counts = metadata.ClassCounts;
        if (counts[(int)label] > 0 || counts.All(count => count == 0))
            return null;
        int[] known = [.. counts.Index().Where(item => item.Item > 0).Select(item => item.Index)];
        var listed = string.Join(", ", known.Take(MostListed).Select(other => Text(metadata, other)));
        return $"Class {Text(metadata, label)} had no rows in the training, so the generator has not learned it. "
            + $"Classes with rows are {listed}{(known.Length > MostListed ? $" and {known.Length - MostListed} more" : "")}.";
    }

    private static string Text(GeneratorMetadata metadata, long label) =>
        label < metadata.ClassNames.Count ? $"{label} ('{metadata.ClassNames[(int)label]}')" : $"{label}";
}
