// A server that only generates, for the tests: it loads a pipeline that another process trained and saved, and prints the
// samples of so many rows, or the completed rows of a table. Its project references MLNet.Gan.Runtime and ONNX Runtime, and nothing of TorchSharp.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext();
var model = ml.Model.Load(args[0], out _);
IEnumerable<float[]> printed = args[1] == "table"
    ? model.Transform(ml.Data.LoadFromEnumerable(
        Enumerable.Range(0, 8).Select(row => new Shop { Name = $"kind {row % 3}", X = float.NaN, Y = row / 8f }))).GetColumn<float>("X").Select(value => (float[])[value])
    : model.Transform(ml.Data.LoadFromEnumerable(Enumerable.Range(0, int.Parse(args[1], CultureInfo.InvariantCulture))
        .Select(row => new Request { Name = row % 2 == 0 ? "left" : "right" }))).GetColumn<float[]>("Generated");
foreach (var values in printed)
    Console.WriteLine(string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));

static bool IsTorch(string? name) => name?.Contains("torch", StringComparison.OrdinalIgnoreCase) ?? false;

var files = Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories).Select(Path.GetFileName);
var assemblies = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name);
var mapped = File.Exists("/proc/self/maps") ? File.ReadAllLines("/proc/self/maps") : [];
var torch = files.Concat(assemblies).Concat(mapped.Select(Path.GetFileName)).Where(IsTorch).Distinct().ToList();
if (torch.Count > 0)
    throw new InvalidOperationException($"There is something of TorchSharp: {string.Join(", ", torch)}.");

internal sealed class Request
{
    public string Name { get; set; } = "";
}

internal sealed class Shop
{
    public string Name { get; set; } = "";

    public float X { get; set; }

    public float Y { get; set; }
}
