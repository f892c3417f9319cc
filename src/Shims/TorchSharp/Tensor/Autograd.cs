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

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            Graph.Backward(tensors, grad_tensors, inputs, retain_graph ?? create_graph, create_graph);

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);
    }
}
