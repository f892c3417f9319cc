namespace MLNet.Gan;

internal static class WeightData
{
    extension(OnnxGraph graph)
    {
        /// <summary>Adds the value of a layer's weight as a constant of the graph.</summary>
        public OnnxValue Weight(string hint, LayerWeight weight)
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            return graph.Weight(hint, weight.Value);
        }

        /// <summary>Adds a tensor's values as a constant of the graph.</summary>
        public OnnxValue Weight(string hint, Tensor values)
        {
            using var scope = NewDisposeScope();
            var onCpu = values.detach().cpu().contiguous();
            return graph.Weight(hint, onCpu.data<float>().ToArray(), values.Sizes());
        }
    }
}
