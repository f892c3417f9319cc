using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>A CUDA execution provider as a separate plug-in library, for an ONNX Runtime built for the CPU.</summary>
internal static class CudaPlugin
{
    private const string Provider = "CUDAExecutionProvider";

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Registered = [];

    /// <summary>Adds a device of the plug-in to the session options.</summary>
    /// <exception cref="OnnxRuntimeException">The library cannot be loaded, or reports an error.</exception>
    /// <exception cref="InvalidOperationException">The library has no such device.</exception>
    public static void Append(
        SessionOptions options, string library, int device, IReadOnlyDictionary<string, string> settings)
    {
        var environment = OrtEnv.Instance();
        lock (Gate) // The environment is global to the process, and registers a library once.
        {
            if (!Registered.Contains(library))
            {
                environment.RegisterExecutionProviderLibrary(
                    Registered.Count == 0 ? Provider : $"{Provider}_{Registered.Count + 1}", library);
                Registered.Add(library);
            }
        }

        OrtEpDevice[] devices = [.. environment.GetEpDevices().Where(found => found.EpName == Provider)];
        if (device >= devices.Length)
            throw new InvalidOperationException($"'{library}' offers {devices.Length} CUDA devices.");
        options.AppendExecutionProvider(environment, [devices[device]], settings);
    }
}
