namespace MLNet.Gan;

/// <summary>Finds incompatible choices in a set of options.</summary>
internal static class OptionProblems
{
    /// <summary>The problems of the options by themselves, and those that each choice finds.</summary>
    public static IReadOnlyList<string> Of(GanOptions options, GanSetup setup) =>
    [
        .. OfShape(options), .. OfClasses(options), .. OfPacking(options), .. OfHeads(options),
        .. setup.Choices.OfType<IChoice>().SelectMany(choice => choice.Problems(setup)),
    ];

    /// <summary>One message for all problems.</summary>
    public static InvalidOperationException Exception(IReadOnlyList<string> problems) => new(problems is [var only]
        ? only
        : $"The options have {problems.Count} problems:{string.Concat(problems.Select(problem => $"\n- {problem}"))}");

    private static IEnumerable<string> OfShape(GanOptions options)
    {
        if (options.HorizontalFlips && !options.Shape.IsImage)
            yield return $"{nameof(GanOptions.HorizontalFlips)} mirrors images, but the shape is {options.Shape}. Leave it "
                + "false.";
        if (options.Standardizes && options.Shape.IsImage)
            yield return $"{nameof(GanOptions.Standardizes)} is for vectors, but the shape is {options.Shape}, whose values lie "
                + "in [−1, 1] already. Leave it false.";
    }

    private static IEnumerable<string> OfClasses(GanOptions options)
    {
        if (options is { BalanceClasses: true, LabelColumnName: null })
            yield return $"{nameof(GanOptions.BalanceClasses)} draws every class equally often, but "
                + $"{nameof(GanOptions.LabelColumnName)} is not set. Name the column of classes, or leave it false.";
    }

    private static IEnumerable<string> OfPacking(GanOptions options)
    {
        if (options.BatchSize % options.Packing != 0)
            yield return $"{nameof(GanOptions.Packing)} is {options.Packing}, which does not divide the "
                + $"{nameof(GanOptions.BatchSize)} of {options.BatchSize}. Choose a BatchSize that is a multiple of "
                + $"{options.Packing}.";
        if (options is { Architecture: IGrowingArchitecture, Packing: > 1 })
            yield return $"{nameof(GanOptions.Packing)} is {options.Packing}, but the batches of "
                + $"{options.Architecture.GetType().Name} change their size. Leave it 1, or use another architecture.";
    }

    private static IEnumerable<string> OfHeads(GanOptions options) =>
        from head in options.Regularizers.SelectMany(regularizer => regularizer.Heads(classes: 1))
        group head by head.Name into heads
        where heads.Count() > 1
        select $"Two {nameof(GanOptions.Regularizers)} need the discriminator's head '{heads.Key}'. Leave one of them "
            + "out.";
}
