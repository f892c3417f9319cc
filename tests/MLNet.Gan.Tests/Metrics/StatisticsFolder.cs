using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>A temporary folder with files of statistics.</summary>
internal sealed class StatisticsFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>A file of a mean and a covariance of given shape, whatever they hold.</summary>
    public static byte[] Npz(double[] mean, long[] shape, double[] covariance)
    {
        var file = new NpzWriter();
        file.Add("mu", shape, mean);
        file.Add("sigma", [shape[0], shape[0]], covariance);
        return file.ToBytes();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes a new file.</summary>
    public string Write(byte[] bytes)
    {
        var path = this[$"{Guid.NewGuid()}.npz"];
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Asserts that a file is refused by name, with these parts of a message.</summary>
    public void AssertRefused(byte[] file, params string[] messages)
    {
        var path = Write(file);
        var error = Assert.ThrowsExactly<FormatException>(() => StoredStatistics.Load(path));
        foreach (var message in messages)
            Assert.Contains(message, error.Message);
        Assert.Contains(path, error.Message);
    }
}
