using MLNet.Gan.Reports;
using MLNet.Gan.Tool;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tests.Tool;

/// <summary>A folder with what the tool works on, and its answers.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>What the last run printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What the last run complained of.</summary>
    public string Error { get; private set; } = "";

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs the tool.</summary>
    public int Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = new GanFid(new ToolOutput(output, error, new LogProgress(TextWriter.Null, TimeProvider.System))).Run(arguments);
        (Output, Error) = ($"{output}", $"{error}");
        return code;
    }

    /// <summary>Writes PNGs of random colors from 0 to below <paramref name="end"/>.</summary>
    public string Images(string name, int count, int seed, int end = 256, int side = 4)
    {
        Directory.CreateDirectory(this[name]);
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var pixels = new byte[side * side * 3];
            for (var at = 0; at < pixels.Length; at++)
                pixels[at] = (byte)random.Next(end);
            new Picture(side, side, 3, pixels).Save(Path.Combine(this[name], $"{i:000}.png"));
        }

        return this[name];
    }

    /// <summary>Writes a network whose features are the means of the image's planes.</summary>
    public string Network(string name = "means.onnx", int channels = 3, int side = 4, int? height = null)
    {
        var graph = new OnnxGraph("means");
        var mean = graph.Add("GlobalAveragePool", [graph.Input("x", OnnxElement.Single, channels, height ?? side, side)]);
        graph.Output("features", graph.Add("Reshape", [mean, graph.Constant(-1, channels)]), channels);
        return Write(name, graph.ToBytes(new Dictionary<string, string>()));
    }

    /// <summary>Writes a generator of gray images of the network's size that gives its latents back.</summary>
    public string Generator()
    {
        var graph = new OnnxGraph("generator");
        var latents = graph.Input("z", OnnxElement.Single, 48);
        graph.Output("x", graph.Add("Reshape", [latents, graph.Constant(-1, 3, 4, 4)]), 3, 4, 4);
        return Write("generator.onnx", graph.ToBytes(new Dictionary<string, string>()));
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }
}
