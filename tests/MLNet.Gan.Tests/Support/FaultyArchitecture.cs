namespace MLNet.Gan.Tests.Support;

/// <summary>Two perceptrons, with something done to what they say, and to what the generator's file says.</summary>
internal sealed record FaultyArchitecture : IArchitecture
{
    private readonly IArchitecture _inner = Some.Options.Architecture;

    public Func<Tensor, Tensor> Samples { get; init; } = samples => samples;

    public Func<Tensor, Tensor> Logits { get; init; } = logits => logits;

    public Func<OnnxGraph, OnnxValue, OnnxValue> File { get; init; } = (_, samples) => samples;

    /// <summary>Where a discriminator's further parameter lies.</summary>
    public Device Device { get; init; } = CPU;

    public int LatentSize => _inner.LatentSize;

    public bool IsBounded(SampleShape shape) => _inner.IsBounded(shape);

    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) =>
        new Faulty(_inner.CreateGenerator(spec), this, Samples, CPU);

    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
        new Faulty(_inner.CreateDiscriminator(spec), this, Logits, Device);

    private sealed class Faulty : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
    {
        private readonly nn.Module<Tensor, Tensor?, Tensor> _inner;
        private readonly FaultyArchitecture _owner;
        private readonly Func<Tensor, Tensor> _change;

        public Faulty(
            nn.Module<Tensor, Tensor?, Tensor> inner, FaultyArchitecture owner, Func<Tensor, Tensor> change, Device device)
            : base(nameof(Faulty))
        {
            (_inner, _owner, _change) = (inner, owner, change);
            register_module("inner", inner);
            var more = nn.Parameter(zeros(1, device: device));
            more.DetachFromDisposeScope();
            register_parameter("more", more);
        }

        public override Tensor forward(Tensor input1, Tensor? input2) => _change(_inner.forward(input1, input2));

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) =>
            _owner.File(graph, ((IOnnxNetwork)_inner).AddTo(graph, input, label));
    }
}
