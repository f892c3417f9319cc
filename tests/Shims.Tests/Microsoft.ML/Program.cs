using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests;

/// <summary>Loads the model at a path in a process that has done nothing else, and prints what it makes of (1, 2).</summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        MLContext context = new();
        var model = context.Model.Load(args[0], out _);
        var output = model.Transform(context.Data.LoadFromEnumerable([new Point { X = [1, 2] }]));
        Console.WriteLine(string.Join(" ", output.GetColumn<float[]>("Y").Single()));
    }
}
