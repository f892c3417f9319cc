using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class ParameterSubstitutionTests
{
    private static readonly Mlp Small = new() { LatentSize = 2, Width = 5, Depth = 2, IsResidual = true };

    [TestMethod]
    public void Network_ComputesWithWhatIsGivenAndThenWithItsOwnAgain()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2), classes: 3);
        spec = spec with { MinibatchFeature = new MinibatchDiscrimination(), Heads = [new("angle", 1)] };
        using var network = Small.CreateDiscriminator(spec);
        using var other = Small.CreateDiscriminator(spec);
        using var otherValues = new FlatParameters(other);
        var (samples, labels) = (randn(4, 2), tensor([0L, 1, 2, 0]));
        var own = network.forward(samples, labels);

        DiscriminatorOutput given;
        using (new ParameterSubstitution(network, otherValues.Values))
            given = ((IFeatureDiscriminator)network).ForwardWithFeatures(samples, labels);

        var expected = ((IFeatureDiscriminator)other).ForwardWithFeatures(samples, labels);
        AssertTensor.AreClose(expected.Logits, given.Logits, tolerance: 0);
        AssertTensor.AreClose(expected.Heads["angle"], given.Heads["angle"], tolerance: 0);
        AssertTensor.AreClose(own, network.forward(samples, labels), tolerance: 0);
        Assert.AreNotEqual(own.sum().ToDouble(), given.Logits.sum().ToDouble());
    }

    // What an unrolled discriminator does: the generator's loss after a step of the discriminator on the same fakes,
    // in double precision, which the network takes from the numbers that stand in.
    [TestMethod]
    public void Gradient_ThroughStepsOfTheDiscriminator_AgreesWithFiniteDifferences()
    {
        using var scope = NewDisposeScope();
        using var network = Small.CreateDiscriminator(Some.Spec(SampleShape.Vector(2), classes: 2));
        using var flat = new FlatParameters(network);
        var start = flat.Values.@double();
        var real = randn([4, 2], generator: new Generator(1)).@double();
        var fake = randn([4, 2], generator: new Generator(2)).@double().requires_grad_(true);
        var labels = tensor([0L, 1, 1, 0]);

        Unrolled().backward();
        var actual = AssertTensor.Values(fake.grad!);
        var direct = autograd.grad([softplus(-Logits(start, fake)).sum()], [fake])[0];

        for (var index = 0; index < actual.Length; index++)
            Assert.AreEqual((Nudged(index, 1e-5) - Nudged(index, -1e-5)) / 2e-5, actual[index], 1e-7, $"at {index}");
        Assert.IsTrue((direct - fake.grad!).abs().max().ToDouble() > 0.01, "The steps make no difference.");

        Tensor Logits(Tensor parameters, Tensor samples)
        {
            using var substitution = new ParameterSubstitution(network, parameters);
            return network.forward(samples, labels);
        }

        Tensor Unrolled()
        {
            var parameters = start.detach().requires_grad_(true);
            for (var step = 0; step < 2; step++)
            {
                var loss = softplus(-Logits(parameters, real)).sum() + softplus(Logits(parameters, fake)).sum();
                parameters -= 0.1 * autograd.grad([loss], [parameters], retain_graph: true, create_graph: true)[0];
            }

            return softplus(-Logits(parameters, fake)).sum();
        }

        double Nudged(int index, double distance)
        {
            Move(index, distance);
            var value = Unrolled().ToDouble();
            Move(index, -distance);
            return value;
        }

        void Move(int index, double distance)
        {
            using var _ = no_grad();
            fake.flatten(0)[index].add_(distance);
        }
    }

    [TestMethod]
    public void SpectralNormalization_IsOfTheGivenNumbers()
    {
        using var scope = NewDisposeScope();
        using var layer = new Linear(Layered.Spec(new SpectralNormalization()), 2, 1, gain: 1);
        layer.eval();

        using var substitution = new ParameterSubstitution(layer, tensor([3f, 4, 7]));

        // The parameters of a layer are its weight's, then its bias's: w/‖w‖ = (0.6, 0.8) and 7.
        var output = layer.forward(tensor([10f, 100]).reshape(1, 2));
        AssertTensor.AreClose([0.6 * 10 + 0.8 * 100 + 7], output, tolerance: 1e-3);
    }

    [TestMethod]
    public void Layer_WithParametersOfItsOwn_IsNamedAndRefused()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2));
        using var chain = new Sequential(new Linear(spec, 2, 3, gain: 1), new BatchNormalization(spec, 3));

        var error = Assert.ThrowsExactly<NotSupportedException>(() => new ParameterSubstitution(chain, zeros(15)));

        Assert.Contains("its layer BatchNormalization keeps parameters", error.Message);
    }
}
