namespace MLNet.Gan.Tests.Support;

/// <summary>An architecture whose discriminators say what a test wants, whatever they learn.</summary>
internal sealed class GivenDiscriminator(Func<Tensor, Tensor> logits) : IArchitecture
{
    private readonly IArchitecture _inner = Some.Options.Architecture;

    public int LatentSize => _inner.LatentSize;

    public bool IsBounded(SampleShape shape) => _inner.IsBounded(shape);

    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => _inner.CreateGenerator(spec);

    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) => new Given(logits);

    private sealed class Given : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly Func<Tensor, Tensor> _logits;
        private readonly TorchSharp.Modules.Parameter _idle;

        public Given(Func<Tensor, Tensor> logits) : base(nameof(Given))
        {
            (_logits, _idle) = (logits, new(zeros(1)));
            _idle.DetachFromDisposeScope();
            register_parameter("idle", _idle);
        }

        // Losses must depend on the parameters of either player.
        public override Tensor forward(Tensor samples, Tensor? labels) =>
            _logits(samples) + 0 * (_idle + samples.flatten(1).sum(1));
    }
}
