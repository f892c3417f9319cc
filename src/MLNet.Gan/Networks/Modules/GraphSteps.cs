namespace MLNet.Gan;

/// <summary>ONNX operations that several modules use.</summary>
internal static class GraphSteps
{
    extension(OnnxGraph graph)
    {
        /// <summary>Adds a scalar constant that broadcasts with any tensor.</summary>
        public OnnxValue Number(string hint, double value) => graph.Weight(hint, [(float)value]);

        /// <summary>Reshapes a value to the sizes of another.</summary>
        public OnnxValue ReshapedLike(OnnxValue value, OnnxValue other) =>
            graph.Add("Reshape", [value, graph.Add("Shape", [other])]);

        /// <summary>
        /// Returns the sizes of a value's axes from one to another, exclusive; negative ones count from the end.
        /// </summary>
        public OnnxValue Sizes(OnnxValue value, long from, long to) => graph.Add(
            "Slice", [graph.Add("Shape", [value]), graph.Constant(from), graph.Constant(to), graph.Constant(0)]);
    }
}
