namespace MLNet.Gan.Tests.Support;

/// <summary>An architecture whose generator gives samples of a test.</summary>
/// <param name="generated">The samples [N, …] of latents and labels.</param>
/// <param name="logits">The discriminator; null (default) for the sum of a sample's values.</param>
internal sealed class GivenSamples(Func<Tensor, Tensor?, Tensor> generated, Func<Tensor, Tensor>? logits = null) : IArchitecture
{
    /// <summary>Gives samples [N, …] in turn, as many as there are latents.</summary>
    public GivenSamples(Tensor generated, Func<Tensor, Tensor>? logits = null) : this(InTurn(generated), logits)
    {
    }

    public int LatentSize => 2;

    public bool IsBounded(SampleShape shape) => false;

    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => new Given(generated);

    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
        new GivenDiscriminator(logits ?? (samples => samples.flatten(1).sum(1))).CreateDiscriminator(spec);

    private static Func<Tensor, Tensor?, Tensor> InTurn(Tensor generated)
    {
        var (next, all) = (0L, generated.shape[0]);
        return (latents, _) =>
        {
            var count = (int)latents.shape[0];
            var samples = generated.index_select(0, tensor([.. Enumerable.Range(0, count).Select(i => (next + i) % all)]));
            next = (next + count) % all;
            return samples;
        };
    }

    private sealed class Given : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly Func<Tensor, Tensor?, Tensor> _generated;
        private readonly TorchSharp.Modules.Parameter _idle;

        public Given(Func<Tensor, Tensor?, Tensor> generated) : base(nameof(Given))
        {
            (_generated, _idle) = (generated, new(zeros(1)));
            _idle.DetachFromDisposeScope();
            register_parameter("idle", _idle);
        }

        public override Tensor forward(Tensor latents, Tensor? labels) => _generated(latents, labels) + 0 * _idle;
    }
}
