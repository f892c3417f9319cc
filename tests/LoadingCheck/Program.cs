// A small program of a user, for the tests of loading and of packages. It prints one line; a failure goes to stderr.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan;
using MLNet.Gan.Metrics;
using MLNet.Gan.Reports;
using TorchSharp;

var ml = new MLContext(seed: 1);
try
{
    Console.WriteLine(args switch
    {
        ["train", var path] => Train(path),
        ["network"] => TrainNetwork(),
        ["late"] => TrainAfterTorchSharp(),
        ["serve", var path] => Serve(path),
        ["images", var path] => Images(path),
        ["picture"] => DrawPicture(),
        _ => "usage: train ONNX | network | late | serve ONNX | images PNG | picture",
    });
    return 0;
}
catch (Exception e)
{
    Console.Error.WriteLine($"{e.GetType().Name}: {e.Message}");
    return 1;
}

// Needs libtorch. Says how far ONNX Runtime is from the trained network, and from where the native library came.
string Train(string path)
{
    using var model = ml.Gan.Trainers.Gan(new()
    {
        Shape = SampleShape.Vector(2), Architecture = new Mlp { LatentSize = 2, Width = 8, Depth = 1 },
        BatchSize = 32, Steps = 20,
    }).Fit(Points());
    var difference = model.ExportToOnnx(path).MaxAbsoluteDifference;
    var maps = File.Exists("/proc/self/maps") ? File.ReadAllText("/proc/self/maps") : "";
    var place = maps.Contains("memfd:libLibTorchSharp.so", StringComparison.Ordinal) ? "memory" : "file";
    return string.Create(CultureInfo.InvariantCulture, $"trained; difference {difference:R}; library from {place}");
}

string TrainNetwork()
{
    using var network = ml.Gan.TrainFeatureNetwork(Points(), new() { Name = "points", Shape = SampleShape.Vector(2) });
    return network.Name;
}

// Touches TorchSharp before MLNet.Gan. The variable keeps TorchSharp from copying NuGet's native files.
string TrainAfterTorchSharp()
{
    Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(Path.GetTempPath(), "no-packages"));
    try
    {
        torch.zeros(1).Dispose();
    }
    catch (TypeInitializationException)
    {
    }

    return TrainNetwork();
}

// Needs no libtorch: a generator of a file, a metric, and options of every kind, which are made but not run.
string Serve(string path)
{
    var made = typeof(GanOptions).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }
            && !type.IsSubclassOf(typeof(torch.nn.Module)))
        .Select(type => type.GetConstructor(Type.EmptyTypes)?.Invoke(null))
        .Count(option => option is not null);
    using var model = ml.Gan.Load(path);
    var samples = model.Generate(200, seed: 7).GetColumn<float[]>("Generated").SelectMany(sample => sample).ToArray();
    var coverage = MixtureCoverage.Of(samples, [0, 0], sigma: 100);
    return $"served {samples.Length} values; {coverage.Modes} mode; {made} options made";
}

// Puts an image into a pipeline; the network is not opened where images do not work.
string Images(string path)
{
    var images = ml.Transforms.LoadImages("Image", null, "Path")
        .Fit(ml.Data.LoadFromEnumerable([new PathRow { Path = path }]))
        .Transform(ml.Data.LoadFromEnumerable([new PathRow { Path = path }]));
    ml.Gan.InceptionFeatures("Features", "Image", new() { Weights = path }).Fit(images);
    return "images work";
}

// Needs SkiaSharp of any version.
static string DrawPicture() => $"drawn in {Picture.Scatter([[0, 0], [1, 1]], [[0.5f, 0.5f]]).ToPng().Length} bytes";

IDataView Points()
{
    var random = new Random(1);
    return ml.Data.LoadFromEnumerable(Enumerable.Range(0, 256).Select(i => new PointRow
    {
        Features = [random.NextSingle() * 2 - 1, random.NextSingle() * 2 - 1], Label = i % 2,
    }));
}

internal sealed class PointRow
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public float Label { get; set; }
}

internal sealed class PathRow
{
    public string Path { get; set; } = "";
}
