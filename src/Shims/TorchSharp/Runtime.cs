using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Open();

    public static bool is_grad_enabled() => shim_grad_mode() != 0;

    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_inference_mode_enabled() => shim_inference_mode() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static int get_num_threads() => shim_num_threads();

    public static void set_num_threads(int num) => Check(shim_set_num_threads(num));

    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Check(shim_cuda_device_count());

        public static void manual_seed(long seed) => random.manual_seed(seed).Dispose();

        public static void manual_seed_all(long seed) => random.manual_seed(seed).Dispose();
    }

    /// <summary>Sets whether this thread records, until it is disposed.</summary>
    private sealed class GradMode : IDisposable
    {
        private readonly int _before = shim_grad_mode();

        public GradMode(bool enabled) => shim_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => shim_set_grad_mode(_before);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = Check(shim_enter_inference_mode(enabled ? 1 : 0));

        public void Dispose()
        {
            if (_guard != 0)
                shim_leave_inference_mode(_guard);
            _guard = 0;
        }
    }
}
