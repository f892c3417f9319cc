using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Whether no recorded operation made this tensor: <see cref="backward()"/> leaves gradients only in such ones.
        /// </summary>
        public bool is_leaf
        {
            get
            {
                var result = Check(shim_is_leaf(Handle));
                GC.KeepAlive(this);
                return result != 0;
            }
        }

        /// <summary>Whether what is computed from this tensor is recorded.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// It is set where the type holds no real numbers, or taken from a tensor that a recorded operation made.
        /// </exception>
        public bool requires_grad
        {
            get
            {
                var result = Check(shim_requires_grad(Handle));
                GC.KeepAlive(this);
                return result != 0;
            }
            set
            {
                Check(shim_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        /// <summary>
        /// The gradient that backward has left here; null where there is none. Each read makes a new object for the
        /// same memory.
        /// </summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint gradient;
                Check(shim_grad(Handle, &gradient));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new(gradient);
            }
            set
            {
                Check(shim_set_grad(Handle, value is null ? 0 : value.Handle));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <param name="requires_grad">The value.</param>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>A view of the same memory without history.</summary>
        public Tensor detach() => Op.Detach.Call(this);

        /// <summary>
        /// Adds the gradients of this single number to <see cref="grad"/> of the recorded leaves, and drops the record.
        /// </summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// It is not a single number, or there is no record.
        /// </exception>
        public void backward() => backward(null);

        /// <summary>Adds the gradients of this tensor to <see cref="grad"/> of the recorded leaves.</summary>
        /// <param name="grad_tensors">
        /// One tensor: the factors, in these sizes; if null 1, and this is a single number.
        /// </param>
        /// <param name="retain_graph">Whether the record is kept for another pass.</param>
        /// <param name="create_graph">
        /// Whether the gradients are recorded, so that they can be differentiated in turn.
        /// </param>
        /// <param name="inputs">The leaves that get gradients; all if null.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// The sizes do not fit, or there is no record.
        /// </exception>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            Graph.Backward([this], grad_tensors, inputs, retain_graph, create_graph);
    }
}
