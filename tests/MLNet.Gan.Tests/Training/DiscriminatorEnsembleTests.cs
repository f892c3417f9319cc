using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Discriminators that judge together.</summary>
[TestClass]
public sealed class DiscriminatorEnsembleTests
{
    [TestMethod]
    public void Downsampled_IsTheMeansOfSquaresOfPixels()
    {
        using var scope = NewDisposeScope();
        Tensor? seen = null;
        using var network = Given(samples => { seen = samples; return samples.flatten(1).sum(1); })
            .CreateDiscriminator(Some.Spec(SampleShape.Image(1, 1, 2)));
        var image = tensor([1f, 2, 3, 4, 5, 6, 7, 8]).reshape(1, 1, 2, 4);

        var discriminator = new WeightedDiscriminator(network, Downsampling: 2, Weight: 1);
        var output = discriminator.Forward(discriminator.Downsampled(image), null);

        // (1 + 2 + 5 + 6)/4 and (3 + 4 + 7 + 8)/4.
        AssertTensor.AreClose(tensor([3.5f, 5.5f]).reshape(1, 1, 1, 2), seen!);
        AssertTensor.AreClose([9], output.Logits);
    }

    [TestMethod]
    public void Downsampled_ByOne_IsTheSamplesThemselves()
    {
        using var scope = NewDisposeScope();
        Tensor? seen = null;
        using var network = Given(samples => { seen = samples; return samples.sum(1); })
            .CreateDiscriminator(Some.Spec(SampleShape.Vector(2)));
        var samples = ones(3, 2);

        var discriminator = new WeightedDiscriminator(network, Downsampling: 1, Weight: 1);
        discriminator.Forward(discriminator.Downsampled(samples), null);

        Assert.AreSame(samples, seen);
    }

    [TestMethod]
    public void Forward_OfAFeatureDiscriminator_ReturnsFeaturesAndHeads()
    {
        using var scope = NewDisposeScope();
        using var network = Some.Options.Architecture.CreateDiscriminator(
            Some.Spec(SampleShape.Vector(2)) with { Heads = [new("age", 3)] });

        var output = new WeightedDiscriminator(network, Downsampling: 1, Weight: 1).Forward(ones(4, 2), null);

        CollectionAssert.AreEqual(new long[] { 4, 8 }, output.Features!.shape);
        CollectionAssert.AreEqual(new long[] { 4, 3 }, output.Heads["age"].shape);
    }

    [TestMethod]
    public void Jurors_AreTheMainOneAndTheAuxiliaryOnesAtTheirScales()
    {
        var options = Some.Options with
        {
            AuxiliaryDiscriminators =
            [
                new() { Weight = 0.5 },
                new() { Downsampling = 1, Architecture = new Mlp { Width = 3, Depth = 1 } },
            ],
        };
        using var jury = new DiscriminatorEnsemble(options, Some.Spec(SampleShape.Image(2, 4, 4)));

        CollectionAssert.AreEqual(
            new[] { (1, 1.0), (2, 0.5), (1, 1.0) },
            jury.Members.Select(member => (member.Downsampling, member.Weight)).ToArray());

        // Hidden layer and head: (32 + 1) · 8 + 9; (8 + 1) · 8 + 9 at half the sides; (32 + 1) · 3 + 4.
        CollectionAssert.AreEqual(
            new long[] { 273, 81, 103 },
            jury.Members.Select(member => member.Network.parameters().Sum(parameter => parameter.numel())).ToArray());
        Assert.AreEqual(273 + 81 + 103, jury.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void PenaltyOfParameters_CountsOnceForEachNetwork()
    {
        static double Size(IEnumerable<Tensor> tensors) => tensors.Sum(tensor => tensor.numel());
        List<(Player Turn, double Judging, double Making)> asked = [];
        using var samples = new SampleSet(zeros(16, 1, 4, 4).DetachFromDisposeScope());
        Trained.Run(
            Some.Options with
            {
                Shape = SampleShape.Image(1, 4, 4),
                AuxiliaryDiscriminators = [new() { Architecture = new Mlp { Width = 3, Depth = 1 }, Downsampling = 1 }],
                Regularizers =
                [
                    new SpyRegularizer(Player: Player.Both, Needs: Needs.ParametersOnly, Asked: round => asked.Add((
                        round.Turn, Size(round.DiscriminatorParameters),
                        Size(round.GeneratorParameters)))),
                ],
                Steps = 1,
            },
            gan => { },
            samples);

        // The main discriminator: (16 + 1) · 8 + 9; the other: (16 + 1) · 3 + 4. The generator is the same for both.
        var making = asked[0].Making;
        CollectionAssert.AreEqual(
            new[]
            {
                (Player.Discriminator, 145.0, making), (Player.Discriminator, 55.0, making),
                (Player.Generator, 145.0, making),
            },
            asked);
    }

    [TestMethod]
    public void Losses_OfAllAreWeightedIn()
    {
        static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
        List<long[]> seen = [];
        using var samples = new SampleSet(zeros(16, 1, 4, 4).DetachFromDisposeScope());
        Trained.Run(
            Some.Options with
            {
                Shape = SampleShape.Image(1, 4, 4),
                Architecture = Given(batch => full([batch.shape[0]], 2f)),
                AuxiliaryDiscriminators =
                [
                    new()
                    {
                        Weight = 0.25,
                        Architecture = Given(batch => { seen.Add(batch.shape); return full([batch.shape[0]], -1f); }),
                    },
                ],
                Loss = new NonSaturatingLoss(),
                Regularizers = [new SpyRegularizer(Value: 5), new SpyRegularizer(Value: 7, Player: Player.Generator)],
                Steps = 1,
            },
            gan =>
            {
                // ln(1 + e^−real) + ln(1 + e^fake), and the penalty, of each; for the generator ln(1 + e^−fake).
                var report = gan.Run.Reports.Single();
                Assert.AreEqual(
                    Softplus(-2) + Softplus(2) + 5 + 0.25 * (Softplus(1) + Softplus(-1) + 5),
                    report.DiscriminatorLoss, 1e-5);
                Assert.AreEqual(Softplus(-2) + 7 + 0.25 * (Softplus(1) + 7), report.GeneratorLoss, 1e-5);

                // What is reported of logits is the main one's.
                Assert.AreEqual((2.0, 2.0), (report.MeanRealLogit, report.MeanFakeLogit));
            },
            samples);

        Assert.HasCount(3, seen);
        foreach (var shape in seen)
            CollectionAssert.AreEqual(new long[] { 8, 1, 2, 2 }, shape);
    }

    private static GivenDiscriminator Given(Func<Tensor, Tensor> logits) => new(logits);
}
