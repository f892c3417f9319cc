using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>The weights and images of vectors.py, made by the same arithmetic.</summary>
internal static class MadeUp
{
    public static Dictionary<string, WeightTensor> Weights()
    {
        var tensors = new Dictionary<string, WeightTensor>();
        foreach (var (i, layer) in InceptionConvolutions.All.Index())
        {
            var bound = Math.Sqrt(6.0 / (layer.Inputs * layer.Height * layer.Width));
            Add(
                $"{layer.Name}.conv.weight", 5 * i, -bound, bound,
                layer.Outputs, layer.Inputs, layer.Height, layer.Width);
            Add($"{layer.Name}.bn.weight", 5 * i + 1, 0.8, 1.2, layer.Outputs);
            Add($"{layer.Name}.bn.bias", 5 * i + 2, -0.1, 0.1, layer.Outputs);
            Add($"{layer.Name}.bn.running_mean", 5 * i + 3, -0.1, 0.1, layer.Outputs);
            Add($"{layer.Name}.bn.running_var", 5 * i + 4, 0.7, 1.3, layer.Outputs);
        }

        Add("fc.weight", 470, -Math.Sqrt(3.0 / 2048), Math.Sqrt(3.0 / 2048), 1008, 2048);
        Add("fc.bias", 471, -1, 1, 1008);
        return tensors;

        void Add(string name, int seed, double low, double high, params int[] shape)
        {
            var values = new float[shape.Aggregate(1, (product, size) => product * size)];
            for (var k = 0; k < values.Length; k++)
                values[k] = (float)(low + (high - low) * Uniform(seed, k));
            tensors.Add(name, new(shape, values));
        }
    }

    /// <summary>A third of noise over slopes that wrap around: [3, H, W].</summary>
    public static byte[] Image(int seed, int height, int width)
    {
        var pixels = new byte[3 * height * width];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (channel, y, x) = (i / (height * width), i / width % height, i % width);
            var slopes = (7 * x + 3 * y + 40 * channel + 11 * seed) % 256;
            pixels[i] = (byte)((2 * slopes + (int)(Uniform(seed, i) * 256)) / 3);
        }

        return pixels;
    }

    /// <summary>The k-th number of splitmix64.</summary>
    private static double Uniform(int seed, int k)
    {
        var z = (ulong)seed + (ulong)(k + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * Math.ScaleB(1, -53);
    }
}
