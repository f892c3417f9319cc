using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>
/// One step of each player on noise, which finds mistakes in a user's own records before the training.
/// </summary>
/// <remarks>
/// Backward passes raise libtorch's errors, but TorchSharp's <c>autograd.grad</c>, which penalties call, would end the
/// process. So losses without penalties are tried first.
/// </remarks>
internal static class TrialStep
{
    /// <summary>Tries options where training will run, if any record in them is not this library's.</summary>
    /// <exception cref="InvalidOperationException">A record returned what cannot be trained with.</exception>
    public static void Run(GanOptions options, GeneratorMetadata metadata, int classes, Device device) => Run(options, device,
        random => Noise(options, classes, random, device), generator => GeneratorExport.ToOnnx(generator, metadata, isTrained: false));

    /// <summary>Tries options on samples, if any record in them is not this library's.</summary>
    /// <exception cref="InvalidOperationException">A record returned what cannot be trained with.</exception>
    public static void Run(GanOptions options, SampleSet samples, Device device) => Run(options, device, _ => samples, _ => { });

    private static void Run(GanOptions options, Device device, Func<Generator, SampleSet> data, Action<nn.Module<Tensor, Tensor?, Tensor>> export)
    {
        string[] own = [.. OptionChoices.Of(options).Where(IsForeign).Select(Name).Distinct()];
        if (own.Length == 0)
            return;

        using var scope = NewDisposeScope();
        try
        {
            Play(options, device, data, export);
        }
        catch (ExternalException e)
        {
            throw new InvalidOperationException(
                $"A first step with {string.Join(" and ", own)} fails, so nothing was trained. Correct what libtorch "
                    + $"reports: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>
    /// Runs networks of the user's own on the last class, since they may have been created for fewer. The number is known
    /// only from the data.
    /// </summary>
    /// <exception cref="InvalidOperationException">A network fails.</exception>
    public static void CheckClasses(GanOptions options, int classes, Device device)
    {
        if (classes == 0 || !OptionChoices.Of(options).OfType<IArchitecture>().Any(IsForeign))
            return;

        using var scope = NewDisposeScope();
        using var random = new Generator(0);
        using var samples = Noise(options, classes, random, device);
        using var networks = new GanNetworks(options, samples, random, device);
        var batch = samples[[.. Enumerable.Range(0, options.BatchSize).Select(row => (long)row)]];
        CheckNetworks(options, networks, batch);
    }

    private static void Play(GanOptions options, Device device, Func<Generator, SampleSet> data, Action<nn.Module<Tensor, Tensor?, Tensor>> export)
    {
        using var random = new Generator(0);
        var samples = data(random);
        using var networks = new GanNetworks(options, samples, random, device);
        using var control = new ControllerRunner(options, device);
        var batch = samples[[.. Enumerable.Range(0, options.BatchSize).Select(row => (long)row)]];

        CheckNetworks(options, networks, batch);
        var plain = new GanObjective(options with { Regularizers = [] }, networks, control, random);
        Turns(plain, (loss, _) => loss.backward());
        if (options.Unrolling is { IsDifferentiated: true } || options.Regularizers.Any(IsOfGame))
            Turns(plain, (loss, parameters) => Squares(loss, parameters).backward());
        Turns(new GanObjective(options, networks, control, random), (loss, _) => loss.backward());

        using var generator = networks.CopyAverage();
        export(generator);

        void Turns(GanObjective objective, Action<Tensor, IReadOnlyList<Tensor>> differentiate)
        {
            differentiate(objective.ForDiscriminator(0, batch).Loss, networks.Discriminator.Parameters.Parameters);
            networks.Discriminator.Freeze(true);
            differentiate(objective.ForGenerator(0, batch).Loss, networks.Generator.Parameters.Parameters);
            networks.Discriminator.Freeze(false);
        }
    }

    private static void CheckNetworks(GanOptions options, GanNetworks networks, Batch batch)
    {
        using var random = new Generator(0);
        using var another = networks.CopyAverage();
        var latents = randn([options.BatchSize, options.Architecture.LatentSize], generator: random);
        NetworkCheck.Generator(
            networks.Generator.Network, networks.Average, another.to(batch.Samples.device), latents.SentTo(batch.Samples.device),
            batch.Labels);

        var packing = new Packing(options.Packing);
        foreach (var member in networks.Discriminator.Network.Members)
            NetworkCheck.Discriminator(
                member.Network, member.Downsampled(packing.Pack(batch.Samples)).Minus(0.5), packing.Labels(batch.Labels));
    }

    /// <summary>A sum of squared gradients, which can be differentiated only where the loss can be twice.</summary>
    private static Tensor Squares(Tensor loss, IReadOnlyList<Tensor> parameters) =>
        Gradients.Of(loss, "A loss", parameters).OfType<Tensor>()
            .Aggregate(loss.Squared(), (sum, gradient) => sum.Plus(gradient.Squared().sum()));

    private static SampleSet Noise(GanOptions options, int classes, Generator random, Device device)
    {
        long[] sizes = [options.BatchSize, .. options.Shape.Dimensions];
        return new(rand(sizes, generator: random).SentTo(device),
            classes == 0 ? null : [.. Enumerable.Repeat(classes - 1L, options.BatchSize)], classes);
    }

    private static bool IsOfGame(IRegularizer regularizer) => (regularizer.NeedsIn(Player.Discriminator) | regularizer.NeedsIn(Player.Generator)).HasFlag(Needs.BothLosses);

    private static bool IsForeign(object? record) => record is ModuleArchitecture
        || (record is not null && record.GetType().Assembly != typeof(TrialStep).Assembly);

    private static string Name(object? record) => record is ModuleArchitecture ? $"{record}" : record!.GetType().Name;
}
