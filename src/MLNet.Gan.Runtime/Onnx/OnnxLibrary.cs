using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>ONNX Runtime's native library, which generators, features and exports need.</summary>
internal static class OnnxLibrary
{
    /// <summary>Loads the library.</summary>
    /// <exception cref="DllNotFoundException">It cannot be loaded; the message says how to fix it.</exception>
    public static void Require()
    {
        try
        {
            _ = OrtEnv.Instance().GetVersionString();
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException)
        {
            throw new DllNotFoundException(
                "There is no native ONNX Runtime that can be loaded beside the program. Add a package to the program's "
                    + "project. For the CPU: <PackageReference Include=\"Microsoft.ML.OnnxRuntime\" Version=\"1.31.1\" />. For "
                    + "an NVIDIA GPU: <PackageReference Include=\"Microsoft.ML.OnnxRuntime.Gpu\" Version=\"1.31.0\" />. The "
                    + $"system's loader says: {e.GetBaseException().Message.Split('\n')[0].Trim()}",
                e);
        }
    }
}
