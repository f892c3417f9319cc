namespace MLNet.Gan.Tests.Support;

/// <summary>An architecture whose generator gives samples of a test in turn, as many as there are latents.</summary>
/// <param name="generated">The samples [N, …].</param>
/// <param name="logits">The discriminator; null (default) for the sum of a sample's values.</param>
internal sealed class GivenSamples(Tensor generated, Func<Tensor, Tensor>? logits = null) : IArchitecture
{
    public int LatentSize => 2;

    public bool IsBounded(SampleShape shape) => false;

    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => new Given(generated);

    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
        new GivenDiscriminator(logits ?? (samples => samples.flatten(1).sum(1))).CreateDiscriminator(spec);

    private sealed class Given : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly Tensor _generated;
        private readonly TorchSharp.Modules.Parameter _idle;
        private long _next;

        public Given(Tensor generated) : base(nameof(Given))
        {
            (_generated, _idle) = (generated, new(zeros(1)));
            _idle.DetachFromDisposeScope();
            register_parameter("idle", _idle);
        }

        public override Tensor forward(Tensor latents, Tensor? labels)
        {
            var count = latents.shape[0];
            var samples = _generated.narrow(0, _next, count);
            _next = (_next + count) % _generated.shape[0];
            return samples + 0 * _idle;
        }
    }
}
