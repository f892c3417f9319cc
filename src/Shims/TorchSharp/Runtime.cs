using static TorchSharp.NativeMethods;

namespace TorchSharp;

/// <summary>The functions and types of PyTorch under their names in Python; meant for <c>using static</c>.</summary>
public static partial class torch
{
    /// <summary>
    /// Opens a scope: until it is disposed it owns every tensor that this thread makes, unless a scope inside it does.
    /// </summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Open();

    /// <summary>
    /// This thread records nothing for gradients until the result is disposed; then it does what it did before.
    /// </summary>
    public static IDisposable no_grad() => new Unrecorded();

    /// <summary>How many threads one operator uses on the CPU.</summary>
    public static int get_num_threads() => shim_num_threads();

    /// <summary>Sets how many threads one operator uses on the CPU.</summary>
    /// <param name="num">At least 1.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">It is less than 1.</exception>
    public static void set_num_threads(int num) => Check(shim_set_num_threads(num));

    /// <summary>What concerns the GPUs of NVIDIA.</summary>
    public static class cuda
    {
        /// <summary>Whether there is a GPU that this libtorch can use.</summary>
        public static bool is_available() => Check(shim_cuda_device_count()) > 0;
    }

    /// <summary>This thread records nothing until it is disposed.</summary>
    private sealed class Unrecorded : IDisposable
    {
        private readonly int _before = shim_grad_mode();

        public Unrecorded() => shim_set_grad_mode(0);

        public void Dispose() => shim_set_grad_mode(_before);
    }
}
