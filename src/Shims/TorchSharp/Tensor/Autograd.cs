namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <remarks>Unlike in Python, retain_graph does not follow create_graph.</remarks>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false) =>
            Graph.Gradients(outputs, grad_outputs, inputs, retain_graph, create_graph, allow_unused)!;
    }
}
