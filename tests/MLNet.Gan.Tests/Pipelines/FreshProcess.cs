using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Loads the pipeline at a path in a process that has done nothing else, and prints the samples that it makes.</summary>
internal static class FreshProcess
{
    /// <summary>What such a process prints of some points.</summary>
    public static string Transform(string path, int rows)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(FreshProcess).Assembly.Location, path, $"{rows}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, errors.Result);
        return output.Trim();
    }

    /// <summary>Samples as text: the shortest that gives each float back.</summary>
    public static string Text(IEnumerable<float[]> samples) => string.Join('\n', samples.Select(sample =>
        string.Join(' ', sample.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));

    private static void Main(string[] args)
    {
        var model = new MLContext().Model.Load(args[0], out _);
        var points = TestData.Points(int.Parse(args[1], CultureInfo.InvariantCulture));
        Console.WriteLine(Text(TestData.Read(model.Transform(points))));

        // A service that only generates need not ship libtorch.
        if (OperatingSystem.IsLinux() && File.ReadAllText("/proc/self/maps").Contains("libtorch", StringComparison.Ordinal))
            throw new InvalidOperationException("Loading and generating has loaded libtorch.");
    }
}
