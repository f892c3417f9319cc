namespace MLNet.Gan;

/// <summary>Exports a trained generator to ONNX, and checks that both compute the same.</summary>
internal static class GeneratorExport
{
    /// <summary>
    /// A generator on the CPU as an ONNX file, whose metadata are <paramref name="metadata"/> with the difference that was measured.
    /// </summary>
    /// <param name="generator">The generator.</param>
    /// <param name="metadata">The metadata, but for the difference.</param>
    /// <param name="isTrained">Whether it was trained, for messages.</param>
    /// <exception cref="NotSupportedException">A layer has no ONNX form.</exception>
    /// <exception cref="InvalidOperationException">ONNX Runtime computes something else.</exception>
    public static byte[] ToOnnx(
        nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata, bool isTrained = true)
    {
        var graph = Graph(generator, metadata);
        var difference = GeneratorProof.Difference(generator, metadata, graph.ToBytes(metadata.ToMetadata()), isTrained);
        return graph.ToBytes((metadata with { MaxAbsoluteDifference = difference }).ToMetadata());
    }

    /// <summary>
    /// An untrained generator as a file, to see before hours of training that every layer has an ONNX form.
    /// </summary>
    public static byte[] Untrained(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata) =>
        Graph(generator, metadata).ToBytes(metadata.ToMetadata());

    private static OnnxGraph Graph(nn.Module<Tensor, Tensor?, Tensor> generator, GeneratorMetadata metadata)
    {
        if (generator is not IOnnxNetwork network)
            throw new NotSupportedException(
                $"The generator {generator.TypeName()} has no ONNX form. Implement IOnnxNetwork on it, or build "
                    + "it as a ConditionalGenerator.");

        var graph = new OnnxGraph("generator");
        var latent = graph.Input("latent", OnnxElement.Single, metadata.LatentSize);
        OnnxValue? label = metadata.Classes > 0 ? graph.Input("label", OnnxElement.Int64) : null;
        try
        {
            graph.Output("sample", network.AddTo(graph, latent, label), [.. metadata.Shape.Dimensions]);
            return graph;
        }
        catch (NoOnnxFormException e)
        {
            throw new NotSupportedException(Refusal(generator, e), e);
        }
        catch (InvalidOperationException e) when (label is null && FailingModule.ReadsLabels(generator))
        {
            throw FailingModule.WithoutLabels(generator, "generator", e);
        }
    }

    /// <summary>The module that has no ONNX form, by its place in the generator.</summary>
    private static string Refusal(nn.Module generator, NoOnnxFormException refusal)
    {
        var own = generator is IAdaptedNetwork adapted ? adapted.Inner : generator;
        var type = refusal.Module.GetType().Name;
        return ReferenceEquals(own, refusal.Module)
            ? $"The generator {type} has no ONNX form{refusal.Setting}. Implement IOnnxLayer on it, where graph.Add adds the "
                + "modules it is made of, or return an nn.Sequential of them."
            : $"'{own.PathOf(refusal.Module)}' ({type}) of the generator {own.GetType().Name} has no ONNX form{refusal.Setting}. "
                + "Replace it, or put a module of your own in its place that implements IOnnxLayer.";
    }
}
