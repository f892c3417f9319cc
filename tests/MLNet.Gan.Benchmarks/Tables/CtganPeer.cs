using System.Globalization;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>The rows of peers/ctgan.py, which are kept, so that other scores need no new training.</summary>
internal static class CtganPeer
{
    public const int Epochs = 300;
    private const string Script = "ctgan.py";

    /// <summary>Trains on a table, or returns what a training before made.</summary>
    public static MadeRows Rows(RealTable table, string data, int seed, int rows, int epochs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(RealTable.PathOf(data))!, "ctgan")).FullName;
        var (made, took) = (Path.Combine(folder, $"{data}-{seed}-{epochs}.csv"), Path.Combine(folder, $"{data}-{seed}-{epochs}.seconds"));
        if (!File.Exists(took))
        {
            var training = Path.Combine(folder, $"{data}-{seed}-training.csv");
            table.Write(training, table.Training);
            File.WriteAllText(took, PeerProgram.Run(Peer.Script(Script, training, made, Text(rows), Text(seed), Text(epochs))!));
        }

        return new(File.ReadAllLines(made)[1..], double.Parse(File.ReadAllText(took), CultureInfo.InvariantCulture));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
