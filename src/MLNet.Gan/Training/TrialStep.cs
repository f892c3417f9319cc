using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>
/// A turn of each player on noise, so that mistakes in records of the user's own come to light before the training.
/// </summary>
/// <remarks>
/// Backward passes hand libtorch's errors on, but TorchSharp's <c>autograd.grad</c>, which penalties ask, would end the
/// process. So losses without penalties go first.
/// </remarks>
internal static class TrialStep
{
    /// <summary>Tries options where training will run, if any record in them is not this library's.</summary>
    /// <exception cref="InvalidOperationException">A record returned what cannot be trained with.</exception>
    public static void Run(GanOptions options, GeneratorMetadata metadata, int classes, Device device)
    {
        string[] own = [.. Records(options).Where(IsForeign).Select(Name).Distinct()];
        if (own.Length == 0)
            return;

        using var scope = NewDisposeScope();
        try
        {
            Play(options, metadata, classes, device);
        }
        catch (ExternalException e)
        {
            throw new InvalidOperationException(
                $"A first step with {string.Join(" and ", own)} fails, so nothing was trained. Mend what libtorch "
                    + $"complains of: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>
    /// Shows the last class to networks of the user's own, which may have been made for fewer. Only the data tell how many there are.
    /// </summary>
    /// <exception cref="InvalidOperationException">A network fails.</exception>
    public static void CheckClasses(GanOptions options, int classes, Device device)
    {
        if (classes == 0 || !Records(options).OfType<IArchitecture>().Any(IsForeign))
            return;

        using var scope = NewDisposeScope();
        using var random = new Generator(0);
        using var samples = Noise(options, classes, random, device);
        using var players = new GanNetworks(options, samples, random, device);
        var batch = samples[[.. Enumerable.Range(0, options.BatchSize).Select(row => (long)row)]];
        CheckNetworks(options, players, batch);
    }

    private static void Play(GanOptions options, GeneratorMetadata metadata, int classes, Device device)
    {
        using var random = new Generator(0);
        using var samples = Noise(options, classes, random, device);
        using var players = new GanNetworks(options, samples, random, device);
        using var control = new ControllerRunner(options, device);
        var batch = samples[[.. Enumerable.Range(0, options.BatchSize).Select(row => (long)row)]];

        CheckNetworks(options, players, batch);
        var plain = new GanObjective(options with { Regularizers = [] }, players, control, random);
        Turns(plain, (loss, _) => loss.backward());
        if (options.Unrolling is { IsDifferentiated: true } || options.Regularizers.Any(IsOfGame))
            Turns(plain, (loss, parameters) => Squares(loss, parameters).backward());
        Turns(new GanObjective(options, players, control, random), (loss, _) => loss.backward());

        using var generator = players.CopyAverage();
        GeneratorExport.ToOnnx(generator, metadata);

        void Turns(GanObjective table, Action<Tensor, IReadOnlyList<Tensor>> differentiate)
        {
            differentiate(table.DiscriminatorLoss(0, batch).Loss, players.Discriminator.Parameters.Parameters);
            players.Discriminator.Freeze(true);
            differentiate(table.GeneratorLoss(0, batch), players.Generator.Parameters.Parameters);
            players.Discriminator.Freeze(false);
        }
    }

    private static void CheckNetworks(GanOptions options, GanNetworks players, Batch batch)
    {
        using var random = new Generator(0);
        using var another = players.CopyAverage();
        var latents = randn([options.BatchSize, options.Architecture.LatentSize], generator: random);
        NetworkCheck.Generator(
            players.Generator.Network, players.Average, another.to(batch.Samples.device), latents.SentTo(batch.Samples.device),
            batch.Labels);

        var packing = new Packing(options.Packing);
        foreach (var member in players.Discriminator.Network.Members)
            NetworkCheck.Discriminator(
                member.Network, member.Seen(packing.Pack(batch.Samples)), packing.Labels(batch.Labels));
    }

    /// <summary>What can only be differentiated where the loss can be twice.</summary>
    private static Tensor Squares(Tensor loss, IReadOnlyList<Tensor> parameters) =>
        Gradients.Of(loss, "A loss", parameters).OfType<Tensor>()
            .Aggregate(loss.Squared(), (sum, slope) => sum.Plus(slope.Squared().sum()));

    private static SampleSet Noise(GanOptions options, int classes, Generator random, Device device)
    {
        long[] sizes = [options.BatchSize, .. options.Shape.Dimensions];
        return new(rand(sizes, generator: random).SentTo(device).DetachFromDisposeScope(),
            classes == 0 ? null : [.. Enumerable.Repeat(classes - 1L, options.BatchSize)], classes);
    }

    private static bool IsOfGame(IRegularizer regularizer) => regularizer.Needs.HasFlag(Needs.BothLosses);

    private static bool IsForeign(object? record) => record is ModuleArchitecture
        || (record is not null && record.GetType().Assembly != typeof(TrialStep).Assembly);

    private static string Name(object? record) => record is ModuleArchitecture ? $"{record}" : record!.GetType().Name;

    private static IEnumerable<object?> Records(GanOptions options) =>
    [
        options.Loss, options.Architecture, (options.Architecture as MultipleGenerators)?.Inner, options.GeneratorWeights,
        options.DiscriminatorWeights, options.MinibatchFeature, .. options.Regularizers, .. options.Augmentations,
        .. options.AuxiliaryDiscriminators.Select(auxiliary => auxiliary.Architecture),
        .. options.Regularizers.OfType<PerceptualMatching>().Select(matching => matching.Network),
    ];
}
