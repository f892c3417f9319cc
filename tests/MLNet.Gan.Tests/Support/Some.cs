
namespace MLNet.Gan.Tests.Support;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    /// <summary>A run of a moment: two tiny perceptrons in the plane.</summary>
    public static GanOptions Options => new()
    {
        Shape = SampleShape.Vector(2), Architecture = new Mlp { LatentSize = 2, Width = 8, Depth = 1, LabelSize = 2 },
        BatchSize = 8, Steps = 10, ReportInterval = 1, Seed = 1,
    };

    /// <summary>The card of a generator of the plane, with every value set.</summary>
    public static GeneratorMetadata Metadata => new()
    {
        Shape = SampleShape.Vector(2), LatentSize = 2, ClassCounts = [5, 0, 7], ClassNames = ["cat", "„dog“", ""],
        OutputColumnName = "Generated", LabelColumnName = "Label", LabelIsKey = true, LatentColumnName = "Latent", Seed = -3,
        Steps = 12_345_678_901, IsCanceled = true, Options = "Loss = HingeLoss\nSteps = 7", MaxAbsoluteDifference = 1.25e-7,
    };

    /// <summary>A network's circumstances: on the CPU, from a seed.</summary>
    public static NetworkSpec Spec(SampleShape shape, int classes = 0, ulong seed = 1) =>
        new(shape, classes, new Generator(seed), CPU);

    /// <summary>A term on given samples, with the passes that the regularizer declares in the discriminator's turn.</summary>
    public static Tensor Penalty(
        IRegularizer regularizer, Func<Tensor, Tensor> critic, Tensor real, Tensor fake, long step = 0) =>
        regularizer.Penalty(Context(regularizer, critic, real, fake, step));

    /// <summary>What the trainer would hand to a regularizer in the discriminator's turn.</summary>
    public static RegularizerContext Context(
        IRegularizer regularizer, Func<Tensor, Tensor> critic, Tensor real, Tensor fake, long step = 0)
    {
        var needs = regularizer.NeedsIn(Player.Discriminator);
        DiscriminatorPass Pass(Tensor samples, Needs gradients) =>
            DiscriminatorPass.Of(Only(critic), samples, needs.HasFlag(gradients));
        return new(step, Pass(real, Needs.RealInputGradients), Pass(fake, Needs.FakeInputGradients))
        {
            Own = needs.HasFlag(Needs.OwnInputGradients)
                ? Pass(regularizer.OwnSamples(real.detach(), fake.detach(), new Generator(1)), Needs.OwnInputGradients)
                : null,
        };
    }

    /// <summary>A discriminator that says no more than its logits.</summary>
    public static Func<Tensor, DiscriminatorOutput> Only(Func<Tensor, Tensor> critic) => samples => new(critic(samples));

    /// <summary>Points of the plane, from N(0, 1), each of the classes in turn.</summary>
    public static SampleSet Points(int count = 64, int classes = 0)
    {
        using var random = new Generator(5);
        var points = randn([count, 2], generator: random).DetachFromDisposeScope();
        return classes == 0
            ? new(points)
            : new(points, [.. Enumerable.Range(0, count).Select(row => (long)row % classes)], classes);
    }

    /// <summary>The state of a run of one step.</summary>
    public static CheckpointState State => new()
    {
        Library = "1", Processor = "the CPU with 1 thread", Identity = new("Seed = 1", "1 row", ""), Step = 1, Images = 1, PhaseImages = 1, Rows = 1, GeneratorUpdates = 1,
        DiscriminatorUpdates = 1, Controllers = new(new(), 1, 1, []), Log = new(TimeSpan.Zero, TimeSpan.Zero, [], [], [], []),
    };
}
