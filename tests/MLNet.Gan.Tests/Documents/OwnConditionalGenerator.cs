using static TorchSharp.torch.nn;

namespace MLNet.Gan.Tests.Documents;

// <own-conditional-generator>
/// <summary>A generator whose input is the latent concatenated with an embedding of the class.</summary>
public sealed class OwnConditionalGenerator : Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly Module<Tensor, Tensor> _classes;
    private readonly Module<Tensor, Tensor> _main;

    public OwnConditionalGenerator(int latents, int classCount) : base(nameof(OwnConditionalGenerator))
    {
        _classes = Embedding(classCount, 8);
        _main = Sequential(Linear(latents + 8, 64), GELU(), LayerNorm(64), Linear(64, 2));
        RegisterComponents();
    }

    public override Tensor forward(Tensor latents, Tensor? labels) =>
        _main.call(cat([latents, _classes.call(labels!)], 1));

    /// <summary>The same in ONNX: graph.Add of a module is the module's call.</summary>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => graph.Add(
        _main, graph.Add("Concat", [input, graph.Add(_classes, label!.Value)], OnnxAttribute.Of("axis", 1)));
}
// </own-conditional-generator>
