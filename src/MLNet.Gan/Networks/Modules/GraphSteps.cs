namespace MLNet.Gan;

/// <summary>Steps that several modules take in ONNX.</summary>
internal static class GraphSteps
{
    extension(OnnxGraph graph)
    {
        /// <summary>A number, which any tensor can be combined with.</summary>
        public OnnxValue Number(string hint, double value) => graph.Weight(hint, [(float)value]);

        /// <summary>A value with the sizes of another.</summary>
        public OnnxValue ReshapedLike(OnnxValue value, OnnxValue other) =>
            graph.Add("Reshape", [value, graph.Add("Shape", [other])]);

        /// <summary>The sizes of a value's axes from one to another, exclusive; negative ones count from the end.</summary>
        public OnnxValue Sizes(OnnxValue value, long from, long to) => graph.Add(
            "Slice", [graph.Add("Shape", [value]), graph.Constant(from), graph.Constant(to), graph.Constant(0)]);
    }
}
