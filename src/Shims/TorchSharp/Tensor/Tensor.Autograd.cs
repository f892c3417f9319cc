using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool is_leaf
        {
            get
            {
                var result = Check(shim_is_leaf(Handle));
                GC.KeepAlive(this);
                return result != 0;
            }
        }

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

        /// <summary>The gradient that backward has left here; null where there is none.</summary>
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

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor detach() => Op.Detach.Call(this);

        public void backward() => backward(null);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            Graph.Backward([this], grad_tensors, inputs, retain_graph, create_graph);
    }
}
