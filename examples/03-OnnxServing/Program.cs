// Makes a grid of samples from a generator's ONNX file, with ONNX Runtime and nothing else of ours.
// usage: 03-OnnxServing [generator.onnx [grid.pgm]]; the demo (./build.sh demo) writes a generator.
using System.Text;
using Microsoft.ML.OnnxRuntime;

const int Rows = 10, Columns = 10;
var file = args is [var given, ..] ? given : "artifacts/demo/generator.onnx";
var output = args is [_, var wanted, ..] ? wanted : Path.ChangeExtension(file, ".pgm");

// 1. Open the file and read its inputs and outputs.
using var session = new InferenceSession(file);
var latentSize = session.InputMetadata["latent"].Dimensions[1];
var isConditional = session.InputMetadata.ContainsKey("label");
var sample = session.OutputMetadata["sample"].Dimensions;
Console.WriteLine($"{file}: latent size {latentSize}, {(isConditional ? "with" : "without")} classes, sample "
    + $"{string.Join(" × ", sample[1..])}");

// 2. Draw latents and run the batch. A row of the grid is a class.
var random = new Random(1);
var latents = new float[Rows * Columns * latentSize];
for (var i = 0; i < latents.Length; i++)
{
    var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
    latents[i] = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
}

var labels = Enumerable.Range(0, Rows * Columns).Select(i => (long)(i / Columns)).ToArray();

using var latent = OrtValue.CreateTensorValueFromMemory(latents, [Rows * Columns, latentSize]);
using var label = OrtValue.CreateTensorValueFromMemory(labels, [Rows * Columns]);
using var options = new RunOptions();
using var results = isConditional
    ? session.Run(options, ["latent", "label"], [latent, label], ["sample"])
    : session.Run(options, ["latent"], [latent], ["sample"]);
var values = results[0].GetTensorDataAsSpan<float>();

// 3. Write the first channel of every sample into a gray picture that any viewer opens.
var (height, width) = sample is [_, _, var h, var w]
    ? (h, w)
    : throw new InvalidOperationException("The generator has no output of images.");
var size = values.Length / (Rows * Columns);
var pixels = new byte[Rows * height * Columns * width];
for (var i = 0; i < Rows * Columns; i++)
    for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
            pixels[(i / Columns * height + y) * Columns * width + i % Columns * width + x] =
                (byte)Math.Clamp(MathF.Round((values[i * size + y * width + x] + 1) * 127.5f), 0, 255);

using (var picture = File.Create(output))
{
    picture.Write(Encoding.ASCII.GetBytes($"P5 {Columns * width} {Rows * height} 255\n"));
    picture.Write(pixels);
}

Console.WriteLine($"{Rows * Columns} samples: {Path.GetFullPath(output)}");
