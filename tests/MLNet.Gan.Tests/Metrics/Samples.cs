namespace MLNet.Gan.Tests.Metrics;

/// <summary>The features of vectors.py, made by the same arithmetic.</summary>
public sealed record Samples(ulong Seed, int Rows, double Shift, double Scale, double Decay, int Repeats)
{
    /// <summary>Standard normals: splitmix64 and the cosine half of Box and Muller.</summary>
    public static IEnumerable<double> Normals(ulong seed)
    {
        var state = seed;
        while (true)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
            yield return radius * Math.Cos(2 * Math.PI * Uniform());
        }

        double Uniform()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * Math.ScaleB(1, -53);
        }
    }

    /// <summary>Rows of standard normals with nothing added.</summary>
    public static float[] Plain(ulong seed, int rows, int columns) =>
        [.. Normals(seed).Take(rows * columns).Select(value => (float)value)];

    public float[] Features(int columns)
    {
        double[] z = [.. Normals(Seed).Take(Rows * columns)];
        var once = new float[z.Length];
        for (var i = 0; i < z.Length; i++)
        {
            var column = i % columns;
            var x = column == 0 ? z[i] : z[i] + 0.5 * z[i - 1];
            once[i] = (float)(Shift + Scale * Math.Pow(1 + column, -Decay) * x);
        }

        return [.. Enumerable.Repeat(once, Repeats).SelectMany(copy => copy)];
    }
}
