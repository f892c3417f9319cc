using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>A small classifier that maps samples to features [N, F], and features to logits [N, classes].</summary>
internal sealed class FeatureClassifier : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;

    public FeatureClassifier(NetworkSpec spec, int width, int featureSize) : base(nameof(FeatureClassifier))
    {
        var gain = LeakyRelu.Gain(0);
        var inputs = spec.Shape.Size;
        List<nn.Module<Tensor, Tensor>> layers = [];
        if (spec.Shape.IsImage)
        {
            layers.AddRange(
            [
                new Convolution(spec, spec.Shape.Channels, width, kernel: 4, stride: 2, padding: 1, gain),
                new LeakyRelu(0),
                new Convolution(spec, width, 2 * width, kernel: 4, stride: 2, padding: 1, gain),
                new LeakyRelu(0),
            ]);
            inputs = 2 * width * (spec.Shape.Height / 4) * (spec.Shape.Width / 4);
            layers.Add(new Reshape(inputs));
        }
        else
        {
            layers.AddRange([new Linear(spec, inputs, 4 * width, gain), new LeakyRelu(0)]);
            inputs = 4 * width;
        }

        _features = new Sequential([.. layers, new Linear(spec, inputs, featureSize, gain), new LeakyRelu(0)]);
        _head = new Linear(spec, featureSize, spec.Classes, gain: 1);
        register_module("features", _features);
        register_module("head", _head);
    }

    public override Tensor forward(Tensor samples) => _head.forward(_features.forward(samples));

    /// <summary>Returns the graph with both outputs, "features" first.</summary>
    public OnnxGraph ToGraph(SampleShape shape, int featureSize, int classes)
    {
        var graph = new OnnxGraph("classifier");
        var sample = graph.Input("sample", OnnxElement.Single, [.. shape.Dimensions]);
        var features = _features.AddTo(graph, sample);
        graph.Output("features", features, featureSize);
        graph.Output("logits", _head.AddTo(graph, features), classes);
        return graph;
    }
}
