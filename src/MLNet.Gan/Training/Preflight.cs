namespace MLNet.Gan;

/// <summary>Finds errors before training.</summary>
internal static class Preflight
{
    /// <summary>Creates the networks once, on the CPU, and checks that all options are compatible.</summary>
    /// <param name="options">The options.</param>
    /// <param name="metadata">The metadata of the generator's file.</param>
    /// <param name="device">Where training will run; null (default) for the CPU.</param>
    /// <param name="run">The run's monitors and scoring; null (default) for the usual ones.</param>
    /// <returns>The file of an untrained generator.</returns>
    /// <exception cref="InvalidOperationException">Options are incompatible; the message has every problem.</exception>
    /// <exception cref="NotSupportedException">A layer of the generator has no ONNX form.</exception>
    public static byte[] Run(GanOptions options, GeneratorMetadata metadata, Device? device = null, RunOptions? run = null)
    {
        // One class represents all of them.
        var classes = options.LabelColumnName is null ? 0 : 1;
        metadata = metadata with { ClassCounts = new int[classes] };
        var setup = new GanSetup(options.Shape, classes, options.Packing)
        {
            Choices = [.. OptionChoices.Of(options), .. OptionChoices.WithParts(run?.Guard.Monitors ?? [])], Device = device ?? CPU,
        };
        IReadOnlyList<string> ofRun = [.. RunProblems.Of(run ?? new())];
        IReadOnlyList<string> problems = [.. OptionProblems.Of(options, setup), .. ofRun];
        byte[] file = [];
        try
        {
            file = CreateGenerator(options, metadata, classes);
            problems = [.. OptionProblems.Of(options, setup with { Discriminators = CreateDiscriminators(options, classes) }), .. ofRun];
        }
        catch (Exception e) when (problems.Count > 0)
        {
            // Networks of incompatible options fail for that reason, or have a problem of their own.
            if (e is InvalidOperationException or NotSupportedException)
                problems = [.. problems, e.Message];
        }

        if (problems.Count > 0)
            throw OptionProblems.Exception(problems);
        TrialStep.Run(options, metadata, classes, device ?? CPU);
        return file;
    }

    /// <summary>Checks that options are compatible whose generator has a file of its own.</summary>
    /// <exception cref="InvalidOperationException">Options are incompatible; the message has every problem.</exception>
    public static void RequireCompatible(GanOptions options, Device device, RunOptions run)
    {
        var setup = new GanSetup(options.Shape, 0, options.Packing)
        {
            Choices = [.. OptionChoices.Of(options), .. OptionChoices.WithParts(run.Guard.Monitors)], Device = device,
            Discriminators = CreateDiscriminators(options, classes: 0),
        };
        IReadOnlyList<string> problems = [.. OptionProblems.Of(options, setup), .. RunProblems.Of(run)];
        if (problems.Count > 0)
            throw OptionProblems.Exception(problems);
    }

    private static byte[] CreateGenerator(GanOptions options, GeneratorMetadata metadata, int classes)
    {
        using var random = new Generator(0);
        using var generator = options.Architecture.CreateGenerator(new NetworkSpec(options.Shape, classes, random, CPU)
        {
            WeightParametrization = options.GeneratorWeights,
        });
        generator.OfSingles("generator");
        UnusedWeights.Check(generator, options.GeneratorWeights, nameof(GanOptions.GeneratorWeights));
        return GeneratorExport.Untrained(generator, metadata);
    }

    private static DiscriminatorTraits[] CreateDiscriminators(GanOptions options, int classes)
    {
        using var random = new Generator(0);
        var shape = new Packing(options.Packing).Shape(options.Shape);
        var feature = options.MinibatchFeature is { } wanted ? new CountedFeature(wanted) : null;
        using var ensemble = new DiscriminatorEnsemble(options, new NetworkSpec(shape, classes, random, CPU)
        {
            WeightParametrization = options.DiscriminatorWeights,
            MinibatchFeature = feature,
        });
        feature?.Check([.. ensemble.Members.Select(member => member.Network)]);
        foreach (var member in ensemble.Members)
            UnusedWeights.Check(member.Network, options.DiscriminatorWeights, nameof(GanOptions.DiscriminatorWeights));
        if (options.Unrolling is { IsDifferentiated: true })
        {
            using var scope = NewDisposeScope();
            using var _ = new ParameterSubstitution(
                ensemble, zeros(ensemble.parameters().Sum(parameter => parameter.numel())));
        }

        return
        [
            .. ensemble.Members.Select(member => new DiscriminatorTraits(
                member.Network.TypeName(), member.Network is IFeatureDiscriminator,
                member.Network.modules().Any(NormalizesByBatch))),
        ];
    }

    private static bool NormalizesByBatch(nn.Module module) => module is IBatchNormalization
        || module.GetType().Name.StartsWith("BatchNorm", StringComparison.Ordinal);
}
