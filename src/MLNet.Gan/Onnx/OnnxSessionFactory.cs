using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan.Onnx;

/// <summary>Opens ONNX Runtime sessions with the settings that suit this library.</summary>
internal static class OnnxSessionFactory
{
    /// <summary>A session on the CUDA device, or on the CPU if none is asked for or it may stand in.</summary>
    public static (InferenceSession Session, bool UsesGpu) Open(
        ReadOnlyMemory<byte> model, int? gpuDeviceId, bool fallbackToCpu, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var bytes = MemoryMarshal.TryGetArray(model, out var segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : model.ToArray();
        if (gpuDeviceId is not { } device)
        {
            return (OnCpu(bytes, threads), false);
        }

        try
        {
            return (OnGpu(bytes, device, threads), true);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException or OnnxRuntimeException)
        {
            var onCpu = OnCpu(bytes, threads); // A model that the CPU refuses as well is at fault itself.
            if (fallbackToCpu)
            {
                return (onCpu, false);
            }

            onCpu.Dispose();
            throw new InvalidOperationException(
                $"ONNX Runtime cannot use CUDA device {device}. Reference Microsoft.ML.OnnxRuntime.Gpu and install "
                    + $"the CUDA and cuDNN that it names, or set FallbackToCpu. It says: {e.Message}",
                e);
        }
    }

    private static InferenceSession OnCpu(byte[] model, int threads)
    {
        using var options = Options(threads);
        try
        {
            return new(model, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new FormatException(
                $"The {model.Length} bytes are not an ONNX model that this ONNX Runtime can run. Export the model "
                    + $"again, and check that the file was copied whole. It says: {e.Message}",
                e);
        }
    }

    private static InferenceSession OnGpu(byte[] model, int device, int threads)
    {
        using var options = Options(threads);
        using var cuda = new OrtCUDAProviderOptions();
        cuda.UpdateOptions(new()
        {
            ["device_id"] = $"{device}",
            ["use_tf32"] = "0", // Ten bits of mantissa would fail the parity check and blur the metrics.
            ["cudnn_conv_algo_search"] = "HEURISTIC", // An exhaustive search starts anew for every batch size.
            ["arena_extend_strategy"] = "kSameAsRequested", // libtorch wants the rest of the memory.
        });
        options.AppendExecutionProvider_CUDA(cuda);
        return new(model, options);
    }

    private static SessionOptions Options(int threads)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = threads > 0 ? threads : Environment.ProcessorCount,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // Threads that spin while they wait starve libtorch's; not spinning costs a few percent on an idle machine.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
