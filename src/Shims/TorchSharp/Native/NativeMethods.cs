using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The functions of native/*.cpp. A handle points to an <c>at::Tensor</c>; null is undefined.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "torchshim";

    [LibraryImport(Library)]
    internal static partial byte* shim_last_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint shim_operator(string name, string overload);

    [LibraryImport(Library)]
    internal static partial int shim_call(
        nint op, NativeArgument* arguments, int count, NativeArgument* results, int capacity);

    [LibraryImport(Library)]
    internal static partial void shim_free(nint tensor);

    [LibraryImport(Library)]
    internal static partial int shim_info(nint tensor, TensorInfo* info);

    [LibraryImport(Library)]
    internal static partial void* shim_data(nint tensor);

    [LibraryImport(Library)]
    internal static partial int shim_is_contiguous(nint tensor);

    [LibraryImport(Library)]
    internal static partial int shim_is_leaf(nint tensor);

    [LibraryImport(Library)]
    internal static partial int shim_requires_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial int shim_set_requires_grad(nint tensor, int value);

    [LibraryImport(Library)]
    internal static partial int shim_grad(nint tensor, nint* gradient);

    [LibraryImport(Library)]
    internal static partial int shim_set_grad(nint tensor, nint gradient);

    [LibraryImport(Library)]
    internal static partial int shim_backward(
        nint* outputs, int outputCount, nint* gradients, int gradientCount, nint* inputs, int inputCount,
        int retainGraph, int createGraph);

    [LibraryImport(Library)]
    internal static partial int shim_autograd_grad(
        nint* outputs, int outputCount, nint* gradients, int gradientCount, nint* inputs, int inputCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int shim_grad_mode();

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial void shim_set_grad_mode(int enabled);

    [LibraryImport(Library)]
    internal static partial nint shim_generator(ulong seed);

    [LibraryImport(Library)]
    internal static partial nint shim_default_generator();

    [LibraryImport(Library)]
    internal static partial void shim_free_generator(nint generator);

    [LibraryImport(Library)]
    internal static partial int shim_generator_set_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial nint shim_generator_state(nint generator);

    [LibraryImport(Library)]
    internal static partial int shim_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    internal static partial int shim_manual_seed(ulong seed);

    [LibraryImport(Library)]
    internal static partial int shim_num_threads();

    [LibraryImport(Library)]
    internal static partial int shim_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_device_count();

    /// <summary>Turns a failure (-1 or a null handle) into the exception that TorchSharp throws.</summary>
    internal static int Check(int result) => result == -1 ? throw LastError() : result;

    /// <inheritdoc cref="Check(int)"/>
    internal static nint Check(nint handle) => handle == 0 ? throw LastError() : handle;

    internal static ExternalException LastError() =>
        new(Marshal.PtrToStringUTF8((nint)shim_last_error()));
}
