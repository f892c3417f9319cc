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
            throw Missing(e);
        }
    }

    /// <summary>The error of a library that cannot be loaded.</summary>
    /// <param name="cause">What loading it threw.</param>
    internal static DllNotFoundException Missing(Exception cause) => new(
        "There is no native ONNX Runtime that can be loaded beside the program. Add a package to the program's "
            + "project. For the CPU: <PackageReference Include=\"Microsoft.ML.OnnxRuntime\" Version=\"1.31.1\" />. For "
            + "an NVIDIA GPU: <PackageReference Include=\"Microsoft.ML.OnnxRuntime.Gpu\" Version=\"1.31.0\" />. The "
            + $"system's loader says: {FirstLine(cause.GetBaseException().Message)}.",
        cause);

    // .NET's message ends its first line with a colon, and lists the paths that were tried below.
    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd().TrimEnd(':', '.');
}
