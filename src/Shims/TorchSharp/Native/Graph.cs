using static TorchSharp.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Walks the recorded graph backwards.</summary>
internal static unsafe class Graph
{
    public static void Backward(
        IList<Tensor> outputs, IList<Tensor>? gradients, IList<Tensor>? inputs, bool retainGraph, bool createGraph)
    {
        var outputHandles = Handles(outputs);
        var gradientHandles = Handles(gradients);
        var inputHandles = Handles(inputs);
        fixed (nint* output = outputHandles, gradient = gradientHandles, input = inputHandles)
        {
            Check(shim_backward(
                output, outputHandles.Length, gradient, gradientHandles.Length, input, inputHandles.Length,
                retainGraph ? 1 : 0, createGraph ? 1 : 0));
        }

        KeepAlive(outputs, gradients, inputs);
    }

    public static Tensor?[] Gradients(
        IList<Tensor> outputs, IList<Tensor>? gradients, IList<Tensor> inputs, bool retainGraph, bool createGraph,
        bool allowUnused)
    {
        var outputHandles = Handles(outputs);
        var gradientHandles = Handles(gradients);
        var inputHandles = Handles(inputs);
        var results = new nint[inputHandles.Length];
        fixed (nint* output = outputHandles, gradient = gradientHandles, input = inputHandles, result = results)
        {
            Check(shim_autograd_grad(
                output, outputHandles.Length, gradient, gradientHandles.Length, input, inputHandles.Length,
                retainGraph ? 1 : 0, createGraph ? 1 : 0, allowUnused ? 1 : 0, result));
        }

        KeepAlive(outputs, gradients, inputs);
        return Array.ConvertAll(results, handle => handle == 0 ? null : new Tensor(handle));
    }

    private static nint[] Handles(IList<Tensor>? tensors)
    {
        if (tensors is null)
            return [];
        var handles = new nint[tensors.Count];
        for (var i = 0; i < handles.Length; i++)
            handles[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
        return handles;
    }

    private static void KeepAlive(params ReadOnlySpan<IList<Tensor>?> lists)
    {
        foreach (var list in lists)
        {
            foreach (var tensor in list ?? [])
                GC.KeepAlive(tensor);
        }
    }
}
