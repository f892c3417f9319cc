using static TorchSharp.torch.nn;

namespace MLNet.Gan.Tests.Support;

/// <summary>Networks as they are written in TorchSharp, by someone who knows PyTorch and not this library.</summary>
internal static class OwnNetworks
{
    /// <summary>The generator of Radford et al. (2016) for 16 × 16 pixels.</summary>
    public sealed class DcganGenerator : Module<Tensor, Tensor>, IOnnxLayer
    {
        private readonly Module<Tensor, Tensor> _main;

        public DcganGenerator(int latents, int width) : base(nameof(DcganGenerator))
        {
            _main = Sequential(
                Unflatten(1, [latents, 1, 1]),
                ConvTranspose2d(latents, 2 * width, 4, stride: 1, padding: 0, bias: false), BatchNorm2d(2 * width), ReLU(inplace: true),
                ConvTranspose2d(2 * width, width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(width), ReLU(inplace: true),
                ConvTranspose2d(width, 1, 4, stride: 2, padding: 1, bias: false), Tanh());
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _main.call(input);

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(_main, input);
    }

    /// <summary>Its discriminator, whose logits are [N, 1, 1, 1].</summary>
    public sealed class DcganDiscriminator : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> _main;

        public DcganDiscriminator(int width) : base(nameof(DcganDiscriminator))
        {
            _main = Sequential(
                Conv2d(1, width, 4, stride: 2, padding: 1), LeakyReLU(0.2),
                Conv2d(width, 2 * width, 4, stride: 2, padding: 1), LeakyReLU(0.2),
                Conv2d(2 * width, 1, 4));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _main.call(input);
    }

    /// <summary>A perceptron that reads its class from an embedding beside the latent.</summary>
    public sealed class ConditionalMlp : Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
    {
        private readonly TorchSharp.Modules.Embedding _classes;
        private readonly Module<Tensor, Tensor> _main;

        public ConditionalMlp(int inputs, int outputs, int classCount) : base(nameof(ConditionalMlp))
        {
            _classes = Embedding(classCount, 3);
            _main = Sequential(Linear(inputs + 3, 16), SiLU(), LayerNorm(16), Linear(16, outputs));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input, Tensor? labels) => _main.call(cat([input, _classes.call(labels!)], 1));

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => graph.Add(
            _main, graph.Add("Concat", [input, graph.Add(_classes, label!.Value)], OnnxAttribute.Of("axis", 1)));
    }

    /// <summary>A generator of the plane that keeps its layers in a list, so that they are not registered.</summary>
    public sealed class ListedGenerator(params Module<Tensor, Tensor>[] layers)
        : Module<Tensor, Tensor>(nameof(ListedGenerator)), IOnnxLayer
    {
        private readonly Module<Tensor, Tensor> _first = Linear(4, 2);
        private readonly List<Module<Tensor, Tensor>> _blocks = [.. layers];

        public override Tensor forward(Tensor input) => _blocks.Aggregate(_first.call(input), (value, block) => block.call(value));

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) =>
            _blocks.Aggregate(graph.Add(_first, input), (value, block) => graph.Add(block, value));
    }

    /// <summary>A module that computes what a test wants, with nothing registered, but with one parameter.</summary>
    public sealed class GivenModule : Module<Tensor, Tensor>, IOnnxLayer
    {
        private readonly Module<Tensor, Tensor> _linear = Linear(4, 2);
        private readonly Func<Tensor, Tensor> _change;

        public GivenModule(Func<Tensor, Tensor> change) : base(nameof(GivenModule))
        {
            _change = change;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _change(_linear.call(input));

        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(_linear, input);
    }
}
