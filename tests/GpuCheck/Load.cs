using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GpuCheck;

/// <summary>Loads libtorch and TorchSharp, library by library, and says what the loader says.</summary>
internal static partial class Load
{
    private const int Lazy = 1;

    public static int Run()
    {
        Console.WriteLine($"LD_LIBRARY_PATH={Environment.GetEnvironmentVariable("LD_LIBRARY_PATH")}");
        Console.WriteLine($"LD_PRELOAD={Environment.GetEnvironmentVariable("LD_PRELOAD")}");
        Console.WriteLine($".NET {Environment.Version} in {AppContext.BaseDirectory}");
        var clock = Stopwatch.StartNew();
        string[] all = Where.IsCuda
            ? ["libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so", "libtorch.so"]
            : ["libc10.so", "libtorch_cpu.so", "libtorch.so"];
        var ok = all.Append("libLibTorchSharp.so").Select(Beside).Select(Try).ToList().TrueForAll(loaded => loaded);
        Console.WriteLine($"dlopen: {(ok ? "all loaded" : "NOT all loaded")} in {clock.Elapsed.TotalSeconds:0.0} s");

        clock.Restart();
        Console.WriteLine($"TorchSharp {typeof(torch).Assembly.GetName().Version}, made for libtorch {__version__}");
        Console.WriteLine($"cuda.is_available {cuda.is_available()}, devices {cuda.device_count()}, "
            + $"cuDNN {cuda.is_cudnn_available()}; {clock.Elapsed.TotalSeconds:0.0} s");
        if (Where.IsCuda)
            InitializeDeviceType(DeviceType.CUDA);
        Console.WriteLine($"device name: {Where.Name()}");
        foreach (var line in Mapped())
            Console.WriteLine($"  mapped {line}");

        using var one = ones([2, 2], device: Where.Device);
        using var two = one + one;
        Console.WriteLine($"1 + 1 on {two.device} = {two[0, 0].ToDouble()}; GPU memory in use {Where.UsedMiB():0} MiB");
        Console.WriteLine($"tf32: {Where.Tf32()}");
        Console.WriteLine("PASSED load");
        return 0;
    }

    /// <summary>The library beside the program, or else wherever the loader finds it.</summary>
    private static string Beside(string library) =>
        Path.Combine(AppContext.BaseDirectory, library) is var path && File.Exists(path) ? path : library;

    private static bool Try(string library)
    {
        _ = dlerror();
        if (dlopen(library, Lazy) != 0)
        {
            Console.WriteLine($"  {library}: loaded");
            return true;
        }

        Console.WriteLine($"  {library}: {Marshal.PtrToStringUTF8(dlerror())}");
        return false;
    }

    private static IEnumerable<string> Mapped() => File.ReadLines("/proc/self/maps")
        .Select(line => line.IndexOf('/') is var at and >= 0 ? line[at..] : "")
        .Where(path => path.Contains(".so", StringComparison.Ordinal) && new[] { "torch", "c10", "cud", "cublas", "stdc++", "gomp" }
            .Any(part => Path.GetFileName(path).Contains(part, StringComparison.OrdinalIgnoreCase)))
        .Distinct();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint dlopen(string path, int mode);

    [LibraryImport("libc")]
    private static partial nint dlerror();
}
