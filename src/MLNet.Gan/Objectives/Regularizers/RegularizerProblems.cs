namespace MLNet.Gan;

/// <summary>The checks that are common to all regularizers.</summary>
internal static class RegularizerProblems
{
    public static IEnumerable<string> Of(IRegularizer regularizer, GanSetup setup)
    {
        var needs = Both(regularizer);
        if (needs.HasFlag(Needs.Classes) && setup.Classes == 0)
            yield return $"Regularizers has {regularizer}, which needs classes, but LabelColumnName is not set. Name the "
                + "column of classes, or leave it out.";
        foreach (var discriminator in setup.Discriminators)
        {
            if (!discriminator.HasFeatures && ((needs & Needs.Features) != 0 || regularizer.Heads(1).Count > 0))
                yield return $"Regularizers has {regularizer}, which needs a discriminator's features, but "
                    + $"{discriminator.Name} does not return them. Implement IFeatureDiscriminator on it, or build it as a "
                    + "Discriminator.";
            if (discriminator.NormalizesByBatch && (needs & Needs.InputGradients) != 0)
                yield return $"Regularizers has {regularizer}, which differentiates by single samples, but "
                    + $"{discriminator.Name} normalizes by the batch. Use a discriminator without batch normalization, or "
                    + "leave the penalty out.";
        }
    }

    private static Needs Both(IRegularizer regularizer) => new[] { Player.Discriminator, Player.Generator }
        .Where(turn => regularizer.Player.HasFlag(turn))
        .Aggregate(Needs.Nothing, (needs, turn) => needs | regularizer.NeedsIn(turn));
}
