namespace MLNet.Gan.Layers;

/// <summary>Layers applied one after another, of which some also read the labels.</summary>
public sealed class ConditionalSequential : nn.Module<Tensor, Tensor?, Tensor>, IOnnxNetwork
{
    private readonly nn.Module[] _layers;

    /// <summary>Initializes a sequence that owns its layers.</summary>
    /// <param name="layers">
    /// Modules of one tensor, or of a tensor and labels [N], which are null where there are no classes.
    /// </param>
    public ConditionalSequential(params nn.Module[] layers) : base(nameof(ConditionalSequential))
    {
        _layers = layers;
        foreach (var (index, layer) in layers.Index())
            register_module($"{index}", layer);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor? labels) =>
        SequentialForward.Apply(input, _layers.Length, (value, i) => _layers[i] switch
        {
            nn.Module<Tensor, Tensor?, Tensor> conditional => conditional.forward(value, labels),
            LeakyRelu rectifier when LeakyRelu.MayOverwrite(_layers, i) => rectifier.Overwrite(value),
            var layer => ((nn.Module<Tensor, Tensor>)layer).forward(value),
        });

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input, OnnxValue? label) => _layers.Aggregate(
        input, (value, layer) => layer switch
        {
            IOnnxNetwork conditional => conditional.AddTo(graph, value, label),
            _ => ModuleExports.AddTo(graph, layer, value),
        });
}
