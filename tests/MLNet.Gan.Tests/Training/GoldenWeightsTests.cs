using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Every choice trains to the weights that it trained to when Golden.tsv was written.</summary>
/// <remarks>
/// On the kind of processor that wrote the file the weights are equal bit for bit. Another one sums in another order,
/// so there a few projections of the weights are compared. Only a change that is meant to change results may write the
/// file anew (GAN_GOLDEN=write), and its commit says which results and why.
/// </remarks>
[TestClass, DoNotParallelize]
public sealed class GoldenWeightsTests
{
    private const int Steps = 6;
    private const int Projections = 4;
    private const double Tolerance = 1e-2;

    private static readonly string GoldenFile =
        Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/Training/Golden.tsv");

    public static IEnumerable<object[]> Runs => SmallRun.All.Select(run => new object[] { run });

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Train_OfEveryChoice_GivesTheGoldenWeights(SmallRun run)
    {
        set_num_threads(1);
        var weights = run.Weights(Steps);
        var lines = File.Exists(GoldenFile) ? File.ReadAllLines(GoldenFile) : [Processor];
        if (Environment.GetEnvironmentVariable("GAN_GOLDEN") == "write")
        {
            File.WriteAllLines(GoldenFile,
                [Processor, .. lines.Skip(1).Where(line => line.Split('\t')[0] != run.Name)
                    .Append(Line(run.Name, weights)).Order(StringComparer.Ordinal)]);
            return;
        }

        var golden = lines.Skip(1).Select(line => line.Split('\t')).SingleOrDefault(fields => fields[0] == run.Name);
        Assert.IsNotNull(golden, $"{GoldenFile} has no run '{run.Name}'. Write it with GAN_GOLDEN=write.");
        if (lines[0] == Processor)
            Assert.AreEqual(golden[1], Hash(weights));
        foreach (var (expected, found) in golden[2..].Zip(Projected(weights)))
            Assert.AreEqual(double.Parse(expected, CultureInfo.InvariantCulture), found, Tolerance);
    }

    // Different processors may have the same name, and other instructions.
    private static string Processor { get; } = $"{RuntimeInformation.ProcessArchitecture} " + (File.Exists("/proc/cpuinfo")
        ? string.Join(", ", File.ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0)
            .Where(line => line.StartsWith("model", StringComparison.Ordinal) || line.StartsWith("cpu family", StringComparison.Ordinal))
            .Select(line => line.Split(':')[1].Trim()))
        : "");

    private static string Line(string name, double[] weights) => string.Join('\t',
        [name, Hash(weights), .. Projected(weights).Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);

    private static string Hash(double[] weights) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(weights)))[..16];

    /// <summary>Projections on directions of signs that a hash of the place gives, divided by the root of the length.</summary>
    private static IEnumerable<double> Projected(double[] weights) =>
        from direction in Enumerable.Range(1, Projections)
        select weights.Select((weight, i) => Sign(i, direction) * weight).Sum() / Math.Sqrt(weights.Length);

    private static int Sign(int place, int direction) =>
        BitConverter.ToUInt32(SHA256.HashData([.. BitConverter.GetBytes(place), (byte)direction])) % 2 == 0 ? 1 : -1;
}
