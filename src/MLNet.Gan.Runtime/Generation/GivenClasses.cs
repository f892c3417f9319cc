namespace MLNet.Gan;

/// <summary>Checks the classes of a caller.</summary>
internal static class GivenClasses
{
    /// <summary>Returns a copy of classes after checking each.</summary>
    /// <param name="labels">The classes, counted from 0.</param>
    /// <param name="metadata">The generator's properties.</param>
    /// <param name="instead">The message's advice to a caller of a generator without classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not one of the classes, or its class had no rows in the training.
    /// </exception>
    /// <exception cref="InvalidOperationException">The generator was trained without classes.</exception>
    public static long[] Of(IEnumerable<int> labels, GeneratorMetadata metadata, string instead)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var classes = metadata.Classes;
        if (classes == 0)
            throw new InvalidOperationException(
                $"This generator was trained without classes. {instead}, or train with GanOptions.LabelColumnName.");

        var given = labels.Select(label => (long)label).ToArray();
        var wrong = Array.FindIndex(given, label => label < 0 || label >= classes);
        if (wrong >= 0)
            throw new ArgumentOutOfRangeException(nameof(labels), given[wrong],
                $"Label {wrong} is {given[wrong]}, but there are only {classes} classes, 0 to {classes - 1}.");
        foreach (var label in given.Distinct())
        {
            if (TrainedClasses.Problem(metadata, label) is { } problem)
                throw new ArgumentOutOfRangeException(nameof(labels), label, problem);
        }

        return given;
    }
}
