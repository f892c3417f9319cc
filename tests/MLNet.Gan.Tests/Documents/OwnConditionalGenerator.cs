using static TorchSharp.torch.nn;

namespace MLNet.Gan.Tests.Documents;

// <own-conditional-generator>
/// <summary>A generator that reads its class from an embedding beside the latent.</summary>
public sealed class OwnConditionalGenerator : Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly Module<Tensor, Tensor> classes;
    private readonly Module<Tensor, Tensor> main;

    public OwnConditionalGenerator(int latents, int classCount) : base(nameof(OwnConditionalGenerator))
    {
        classes = Embedding(classCount, 8);
        main = Sequential(Linear(latents + 8, 64), GELU(), LayerNorm(64), Linear(64, 2));
        RegisterComponents();
    }

    public override Tensor forward(Tensor latents, Tensor? labels) =>
        main.call(cat([latents, classes.call(labels!)], 1));

    /// <summary>The same in ONNX: graph.Add of a module is the module's call.</summary>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue latents, OnnxValue? labels) => graph.Add(
        main, graph.Add("Concat", [latents, graph.Add(classes, labels!.Value)], OnnxAttribute.Of("axis", 1)));
}
// </own-conditional-generator>
