namespace MLNet.Gan;

/// <summary>Checks the classes of a caller.</summary>
internal static class GivenClasses
{
    /// <summary>Returns a copy of classes after checking each.</summary>
    /// <param name="labels">The classes, counted from 0.</param>
    /// <param name="classes">The number of classes of the generator; 0 without.</param>
    /// <param name="instead">The message's advice to a caller of a generator without classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the classes.</exception>
    /// <exception cref="InvalidOperationException">The generator was trained without classes.</exception>
    public static long[] Of(IEnumerable<int> labels, int classes, string instead)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (classes == 0)
            throw new InvalidOperationException(
                $"This generator was trained without classes. {instead}, or train with GanOptions.LabelColumnName.");

        var given = labels.Select(label => (long)label).ToArray();
        var wrong = Array.FindIndex(given, label => label < 0 || label >= classes);
        return wrong < 0 ? given : throw new ArgumentOutOfRangeException(nameof(labels), given[wrong],
            $"Label {wrong} is {given[wrong]}, but there are only {classes} classes, 0 to {classes - 1}.");
    }
}
