using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Open();

    public static IDisposable no_grad() => new Unrecorded();

    public static int get_num_threads() => shim_num_threads();

    public static void set_num_threads(int num) => Check(shim_set_num_threads(num));

    public static class cuda
    {
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
