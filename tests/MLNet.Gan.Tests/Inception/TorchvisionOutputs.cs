using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>What torchvision's network with the made-up weights says of two images, by vectors.py.</summary>
internal static class TorchvisionOutputs
{
    /// <summary>Compares every output of an imported network, with the preprocessing of this name.</summary>
    public static void AssertEqual(string imported, string way)
    {
        var model = InceptionModel.FromOnnx(File.ReadAllBytes(imported));
        using var session = OnnxSession.OfImages(
            InceptionGraph.ToRun(model, Vectors.Ways[way], InceptionOutput.All), new() { MemoryPattern = false });
        var rows = Vectors.Rows("vectors.json", "judged").Where(row => row.Way().Name == way).ToList();
        Assert.HasCount(2, rows);

        foreach (var row in rows)
        {
            var (height, width) = (row.Integer("height"), row.Integer("width"));
            var image = MadeUp.Image(row.Integer("seed"), height, width);
            (string Name, Memory<float> Values)[] outputs =
                [.. InceptionOutput.All.Select(output => (output.Name, new float[output.Size].AsMemory()))];
            session.Run(1, height, width, image, outputs);

            foreach (var (name, values) in outputs)
            {
                var kept = row.GetProperty("outputs").Numbers(name);
                Vectors.AssertClose(kept, values.Span, 2e-4, $"{name} of {height} × {width}, {way}");
            }
        }
    }
}
