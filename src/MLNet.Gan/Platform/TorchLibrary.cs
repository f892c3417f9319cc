using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>TorchSharp's native library, which only training needs.</summary>
/// <remarks>
/// When TorchSharp's own loading fails, it copies NuGet's native files into the program's folder, 477 MB, names a
/// package that may well be installed, and cannot be used any more in that process.
/// </remarks>
internal static class TorchLibrary
{
    private static volatile bool IsLoaded;

    /// <summary>Loads the library before TorchSharp does.</summary>
    /// <exception cref="DllNotFoundException">It cannot be loaded; the message has the cause and the remedy.</exception>
    public static void Require()
    {
        if (IsLoaded)
            return;
        var torchSharp = typeof(torch).Assembly;
        var isOfScript = NativeFiles.IsOfScript(torchSharp.Location);
        if (!isOfScript) // There TorchSharp searches NuGet's native packages itself, of all systems and devices.
            Load(torchSharp);
        try
        {
            RuntimeHelpers.RunClassConstructor(typeof(torch).TypeHandle);
        }
        catch (TypeInitializationException e)
        {
            throw new DllNotFoundException(isOfScript
                ? $"TorchSharp finds no native libtorch. {e.InnerException?.Message}"
                : "TorchSharp was used in this process before MLNet.Gan was, and could not load "
                + "its native library then. Make a call to MLNet.Gan first, such as new MLContext().Gan, or build the "
                + "program with a reference to the package MLNet.Gan.", e);
        }

        IsLoaded = true;
    }

    private static void Load(Assembly torchSharp)
    {
        _ = NativeLibrary.TryLoad("torch_cpu", torchSharp, searchPath: null, out _); // In TorchSharp's order.
        try
        {
            _ = NativeLibrary.Load(TorchSharpResolver.Library, torchSharp, searchPath: null);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            var hasTorch = NativeLibrary.TryLoad("torch_cpu", torchSharp, searchPath: null, out _)
                || NativeFiles.Find(NativeFiles.Folders(torchSharp.Location), "libtorch_cpu.so") is not null;
            var cause = TorchSharpResolver.Failure ?? e;
            throw new DllNotFoundException(
                TorchLoadFailure.Explain(cause.Message, hasTorch, torchSharp.GetName().Version!), cause);
        }
    }
}
