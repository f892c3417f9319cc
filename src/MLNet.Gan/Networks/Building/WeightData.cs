namespace MLNet.Gan;

internal static class WeightData
{
    extension(OnnxGraph graph)
    {
        /// <summary>What a layer computes with, as a constant of the graph.</summary>
        public OnnxValue Weight(string hint, LayerWeight weight)
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            return graph.Weight(hint, weight.Value);
        }

        /// <summary>A tensor's values as a constant of the graph.</summary>
        public OnnxValue Weight(string hint, Tensor values)
        {
            using var scope = NewDisposeScope();
            var onCpu = values.detach().cpu().contiguous();
            return graph.Weight(hint, onCpu.data<float>().ToArray(), values.shape);
        }
    }
}
