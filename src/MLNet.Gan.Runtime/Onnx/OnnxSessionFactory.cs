using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>Creates ONNX Runtime sessions with this library's settings.</summary>
internal static class OnnxSessionFactory
{
    private const string PluginVariable = "GAN_CUDA_PROVIDER";

    /// <summary>Creates a session on the CUDA device, or on the CPU if none is requested or as the fallback.</summary>
    public static (InferenceSession Session, bool UsesGpu) Open(ReadOnlyMemory<byte> model, SessionSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Threads);
        OnnxLibrary.Require();
        var bytes = MemoryMarshal.TryGetArray(model, out var segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : model.ToArray();
        ExternalWeights.Refuse(bytes);
        if (settings.GpuDeviceId is not { } device)
        {
            return (OnCpu(bytes, settings), false);
        }

        var plugin = settings.CudaProvider ?? Environment.GetEnvironmentVariable(PluginVariable);
        var (session, error) = Try(() => OnGpu(bytes, device, plugin: null, settings));
        var (pluggedIn, pluginError) = session is null && !string.IsNullOrEmpty(plugin)
            ? Try(() => OnGpu(bytes, device, plugin, settings))
            : default;
        if ((session ?? pluggedIn) is { } onGpu)
        {
            return (onGpu, true);
        }

        var onCpu = OnCpu(bytes, settings); // A model that fails on the CPU as well is itself the cause.
        if (settings.FallbackToCpu)
        {
            return (onCpu, false);
        }

        onCpu.Dispose();
        throw new InvalidOperationException(
            $"ONNX Runtime cannot use CUDA device {device}. Reference Microsoft.ML.OnnxRuntime.Gpu and install the "
                + $"CUDA and cuDNN that it names, name the library of a CUDA provider in {PluginVariable}, or set "
                + $"FallbackToCpu. ONNX Runtime: {error!.Message}"
                + (pluginError is null ? "" : $" Of '{plugin}' it says: {pluginError.Message}"),
            pluginError ?? error);
    }

    private static (InferenceSession? Session, Exception? Error) Try(Func<InferenceSession> open)
    {
        try
        {
            return (open(), null);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException or OnnxRuntimeException
            or InvalidOperationException)
        {
            return (null, e);
        }
    }

    private static InferenceSession OnCpu(byte[] model, SessionSettings settings)
    {
        using var options = Options(settings);
        try
        {
            return new(model, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new FormatException(
                $"The {model.Length} bytes are not an ONNX model that this ONNX Runtime can run. Export the model "
                    + $"again, and check that the file was copied whole. ONNX Runtime: {e.Message}",
                e);
        }
    }

    private static InferenceSession OnGpu(byte[] model, int device, string? plugin, SessionSettings settings)
    {
        Dictionary<string, string> provider = new()
        {
            ["use_tf32"] = "0", // Ten bits of mantissa would fail the parity check and change the metrics.
            ["cudnn_conv_algo_search"] = "HEURISTIC", // An exhaustive search restarts for every batch size.
            ["arena_extend_strategy"] = "kSameAsRequested", // The rest of the memory is left to libtorch.
        };
        using var options = Options(settings);
        if (plugin is not null)
        {
            CudaPlugin.Append(options, plugin, device, provider); // A plug-in device has its own number.
            return new(model, options);
        }

        using var cuda = new OrtCUDAProviderOptions();
        cuda.UpdateOptions(new(provider) { ["device_id"] = $"{device}" });
        options.AppendExecutionProvider_CUDA(cuda);
        return new(model, options);
    }

    private static SessionOptions Options(SessionSettings settings)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            EnableMemoryPattern = settings.MemoryPattern,
            IntraOpNumThreads = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        SetWaiting(options, settings.AllowSpinning);
        return options;
    }

    /// <summary>Sets how threads wait for each other: by spinning, or by sleeping after a short time.</summary>
    internal static void SetWaiting(SessionOptions options, bool allowSpinning)
    {
        // Threads that spin for long starve libtorch's, and those that never spin lose the gain of a second one
        // (docs/decisions/0004).
        if (!allowSpinning)
            options.AddSessionConfigEntry("session.intra_op.spin_duration_us", "50");
    }
}
