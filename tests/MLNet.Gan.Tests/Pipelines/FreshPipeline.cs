using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Loads the pipeline at a path and prints the samples that it makes, for a process that does nothing else.</summary>
internal static class FreshPipeline
{
    /// <summary>Samples as text: the shortest that gives each float back.</summary>
    public static string Text(IEnumerable<float[]> samples) => string.Join('\n', samples.Select(sample =>
        string.Join(' ', sample.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));

    /// <summary>Prints the samples of some points.</summary>
    /// <param name="args">The path, and how many points.</param>
    public static void Print(string[] args)
    {
        var model = new MLContext().Model.Load(args[0], out _);
        var points = TestData.Points(int.Parse(args[1], CultureInfo.InvariantCulture));
        Console.WriteLine(Text(TestData.Read(model.Transform(points))));

        // A service that only generates need not ship libtorch.
        if (OperatingSystem.IsLinux() && File.ReadAllText("/proc/self/maps").Contains("libtorch", StringComparison.Ordinal))
            throw new InvalidOperationException("Loading and generating has loaded libtorch.");
    }
}
