namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients that are asked for instead of left behind.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of the sum of the outputs with respect to the inputs, in the inputs' order.</summary>
        /// <remarks>
        /// Unlike in Python, retain_graph does not follow create_graph. Where this throws the real package may end the
        /// process.
        /// </remarks>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what; each was recorded on the way to the outputs.</param>
        /// <param name="grad_outputs">
        /// The factors of the outputs, in their sizes; if null 1, and the outputs are single numbers.
        /// </param>
        /// <param name="retain_graph">Whether the record of the outputs is kept for another pass.</param>
        /// <param name="create_graph">
        /// Whether the gradients are recorded, so that they can be differentiated in turn.
        /// </param>
        /// <param name="allow_unused">Whether an input may play no part; its gradient then is null.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// An input plays no part, or there is no record.
        /// </exception>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false) =>
            Graph.Gradients(outputs, grad_outputs, inputs, retain_graph, create_graph, allow_unused)!;
    }
}
