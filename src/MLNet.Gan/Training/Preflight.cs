using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>Finds out what would fail, before hours of training are spent on it.</summary>
internal static class Preflight
{
    /// <summary>Makes the networks once, on the CPU, and checks that all options go together.</summary>
    /// <param name="options">The options.</param>
    /// <param name="metadata">What the generator's file will say of itself.</param>
    /// <param name="device">Where training will run; null (default) for the CPU.</param>
    /// <returns>The file of an untrained generator.</returns>
    /// <exception cref="InvalidOperationException">Options do not go together.</exception>
    /// <exception cref="NotSupportedException">A layer of the generator has no ONNX form.</exception>
    public static byte[] Run(GanOptions options, GeneratorMetadata metadata, Device? device = null)
    {
        CheckData(options);
        CheckPacking(options);

        // One class stands for all of them.
        var classes = options.LabelColumnName is null ? 0 : 1;
        using var random = new Generator(0);
        var spec = new NetworkSpec(options.Shape, classes, random, CPU);
        metadata = metadata with { ClassCounts = new int[classes] };
        byte[] file;
        using (var generator = options.Architecture.CreateGenerator(spec with { WeightParametrization = options.GeneratorWeights }))
        {
            UnusedWeights.Check(generator, options.GeneratorWeights, nameof(GanOptions.GeneratorWeights));
            file = GeneratorExport.Untrained(generator, metadata);
        }

        CheckRegularizers(options, classes);
        CheckAuxiliaries(options);

        var feature = options.MinibatchFeature is { } wanted ? new CountedFeature(wanted) : null;
        using var jury = new DiscriminatorEnsemble(options, spec with
        {
            Shape = new Packing(options.Packing).Shape(options.Shape),
            WeightParametrization = options.DiscriminatorWeights,
            MinibatchFeature = feature,
        });
        feature?.Check([.. jury.Members.Select(member => member.Network)]);
        CheckDiscriminators(options, jury);
        if (options.Unrolling is { IsDifferentiated: true })
        {
            using var scope = NewDisposeScope();
            using var _ = new ParameterSubstitution(jury, zeros(jury.parameters().Sum(parameter => parameter.numel())));
        }

        foreach (var matching in options.Regularizers.OfType<PerceptualMatching>())
            matching.Network.On(device ?? CPU, $"{nameof(PerceptualMatching.Network)} of {nameof(PerceptualMatching)}");
        TrialStep.Run(options, metadata, classes, device ?? CPU);
        return file;
    }

    private static void CheckData(GanOptions options)
    {
        if (options.HorizontalFlips && !options.Shape.IsImage)
            throw Refused(nameof(GanOptions.HorizontalFlips), $"mirrors images, but the shape is {options.Shape}",
                "Leave it false");
        if (options.Standardizes && options.Shape.IsImage)
            throw Refused(nameof(GanOptions.Standardizes),
                $"is for vectors, but the shape is {options.Shape}, whose values lie in [−1, 1] already",
                "Leave it false");
        if (options.Controllers.OfType<ReduceLearningRateOnPlateau>().Count() > 1)
            throw Refused(nameof(GanOptions.Controllers),
                $"has more than one {nameof(ReduceLearningRateOnPlateau)}, of which only the last would count", "Keep one of them");
        foreach (var augmentation in options.Augmentations.Where(augmentation => !augmentation.Suits(options.Shape)))
            throw Refused(nameof(GanOptions.Augmentations), $"has {augmentation}, which cannot change {options.Shape}",
                "Leave it out");
        if (options.Controllers.OfType<AdaptiveAugmentation>().Any() && options.Augmentations.Count == 0)
            throw Refused(nameof(GanOptions.Controllers),
                $"has {nameof(AdaptiveAugmentation)}, but {nameof(GanOptions.Augmentations)} is empty",
                "Set Augmentations, for example to AugmentationSets.Adaptive");
    }

    private static void CheckPacking(GanOptions options)
    {
        if (options.BatchSize % options.Packing != 0)
            throw Refused(nameof(GanOptions.Packing),
                $"is {options.Packing}, which does not divide the {nameof(GanOptions.BatchSize)} of {options.BatchSize}",
                $"Choose a BatchSize that is a multiple of {options.Packing}");
        if (options is { Architecture: IGrowingArchitecture, Packing: > 1 })
            throw Refused(nameof(GanOptions.Packing),
                $"is {options.Packing}, but the batches of {options.Architecture.GetType().Name} change their size",
                "Leave it 1, or use another architecture");
    }

    private static void CheckRegularizers(GanOptions options, int classes)
    {
        foreach (var regularizer in options.Regularizers)
        {
            if (regularizer.Needs.HasFlag(Needs.Classes) && classes == 0)
                throw Refused(nameof(GanOptions.Regularizers),
                    $"has {regularizer}, which needs classes, but {nameof(GanOptions.LabelColumnName)} is not set",
                    "Name the column of classes, or leave it out");
        }

        var twice = options.Regularizers.SelectMany(regularizer => regularizer.Heads(classes))
            .GroupBy(head => head.Name).FirstOrDefault(heads => heads.Count() > 1);
        if (twice is not null)
            throw Refused(nameof(GanOptions.Regularizers), $"asks the discriminator for '{twice.Key}' twice",
                "Leave one of them out");
        foreach (var identification in options.Regularizers.OfType<GeneratorIdentification>())
            CheckGenerators(options, identification);
    }

    private static void CheckGenerators(GanOptions options, GeneratorIdentification identification)
    {
        var asked = $"has {nameof(GeneratorIdentification)} of {identification.Generators} generators";
        if (options.Architecture is not MultipleGenerators generators)
            throw Refused(nameof(GanOptions.Regularizers),
                $"{asked}, but the {nameof(GanOptions.Architecture)} {options.Architecture.GetType().Name} has one",
                $"Wrap it as the {nameof(MultipleGenerators.Inner)} of {nameof(MultipleGenerators)}, or leave it out");
        if (generators.Count != identification.Generators)
            throw Refused(nameof(GanOptions.Regularizers),
                $"{asked}, but {nameof(MultipleGenerators)} has {generators.Count}",
                $"Set {nameof(GeneratorIdentification.Generators)} to {generators.Count}");
        if (options.Packing > 1)
            throw Refused(nameof(GanOptions.Packing),
                $"is {options.Packing}, but {nameof(GeneratorIdentification)} asks for the generator of each sample, "
                    + "and the samples of a pack have several",
                $"Leave it 1, or leave {nameof(GeneratorIdentification)} out");
    }

    private static void CheckAuxiliaries(GanOptions options)
    {
        foreach (var auxiliary in options.AuxiliaryDiscriminators)
        {
            var (shape, factor) = (options.Shape, auxiliary.Downsampling);
            if (factor > 1 && (!shape.IsImage || shape.Height % factor != 0 || shape.Width % factor != 0))
                throw Refused(nameof(GanOptions.AuxiliaryDiscriminators),
                    $"has one with a {nameof(AuxiliaryDiscriminator.Downsampling)} of {factor}, which does not divide "
                        + $"the sides of {shape}",
                    "Choose 1, or a divisor of both sides of an image");
            if (factor > 1 && options.Architecture is IGrowingArchitecture
                && (auxiliary.Architecture ?? options.Architecture) is IGrowingArchitecture growing)
                throw Refused(nameof(GanOptions.AuxiliaryDiscriminators),
                    $"has one with a {nameof(AuxiliaryDiscriminator.Downsampling)} of {factor}, but "
                        + $"{growing.GetType().Name} grows, and at another size it cannot grow in step",
                    "Choose 1, or give it an Architecture of one size");
        }
    }

    private static void CheckDiscriminators(GanOptions options, DiscriminatorEnsemble jury)
    {
        foreach (var network in jury.Members.Select(juror => juror.Network))
        {
            UnusedWeights.Check(network, options.DiscriminatorWeights, nameof(GanOptions.DiscriminatorWeights));
            if (network is not IFeatureDiscriminator && Asking(options, Needs.Features) is { } asking)
                throw Refused(nameof(GanOptions.Regularizers),
                    $"has {asking}, which needs a discriminator's features, but {network.TypeName()} does not tell them",
                    "Implement IFeatureDiscriminator on it, or build it as a Discriminator");
            if (Asking(options, Needs.SingleSamples) is { } single && network.modules().Any(NormalizesByBatch))
                throw Refused(nameof(GanOptions.Regularizers),
                    $"has {single}, which looks at single samples, but {network.TypeName()} normalizes by the batch",
                    "Use a discriminator without batch normalization, or leave the penalty out");
        }
    }

    private static IRegularizer? Asking(GanOptions options, Needs needs) =>
        options.Regularizers.FirstOrDefault(regularizer =>
            regularizer.Needs.HasFlag(needs) || (needs == Needs.Features && regularizer.Heads(1).Count > 0));

    private static bool NormalizesByBatch(nn.Module module) =>
        module is BatchNormalization or ConditionalBatchNormalization
        || module.GetType().Name.StartsWith("BatchNorm", StringComparison.Ordinal);

    private static InvalidOperationException Refused(string option, string reason, string cure) =>
        new($"{option} {reason}. {cure}.");
}
