
namespace MLNet.Gan.Tests.Support;

/// <summary>Networks of another architecture, kept in sight, with the discriminator's calls counted.</summary>
internal sealed class SpyArchitecture(IArchitecture inner) : IArchitecture
{
    public List<nn.Module<Tensor, Tensor?, Tensor>> Generators { get; } = [];

    public nn.Module<Tensor, Tensor?, Tensor>? Discriminator { get; private set; }

    public int DiscriminatorCalls { get; private set; }

    /// <summary>The labels that the discriminator was given last.</summary>
    public double[] LastLabels { get; private set; } = [];

    public int LatentSize => inner.LatentSize;

    public bool IsBounded(SampleShape shape) => inner.IsBounded(shape);

    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        Generators.Add(inner.CreateGenerator(spec));
        return Generators[^1];
    }

    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
        Discriminator = new Counting(inner.CreateDiscriminator(spec), labels =>
        {
            DiscriminatorCalls++;
            LastLabels = labels is null ? [] : AssertTensor.Values(labels);
        });

    /// <summary>All weights of a network, in order.</summary>
    public static double[] Weights(nn.Module network) => [.. network.parameters().SelectMany(AssertTensor.Values)];

    /// <summary>All gradients of a network, in order.</summary>
    public static double[] Gradients(nn.Module network) => [.. network.parameters().SelectMany(weight => AssertTensor.Values(weight.grad!))];

    private sealed class Counting : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor?, Tensor> _inner;
        private readonly Action<Tensor?> _called;

        public Counting(nn.Module<Tensor, Tensor?, Tensor> inner, Action<Tensor?> called) : base(nameof(Counting))
        {
            (_inner, _called) = (inner, called);
            register_module("inner", inner);
        }

        public override Tensor forward(Tensor input1, Tensor? input2)
        {
            _called(input2);
            return _inner.forward(input1, input2);
        }
    }
}
