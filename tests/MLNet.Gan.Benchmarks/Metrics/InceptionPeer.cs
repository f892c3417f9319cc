using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>
/// The process of peers/inception.py, which is started once and then asked, so that no turn pays for loading. It ends
/// with its standard input, and so with this process.
/// </summary>
internal sealed class InceptionPeer : IDisposable
{
    private const int Missing = 77;

    private readonly Process _process;

    private InceptionPeer(Process process, string versions) => (_process, Versions) = (process, versions);

    /// <summary>Which PyTorch it is.</summary>
    public string Versions { get; }

    /// <summary>Starts it; null where there is no Python with torchvision.</summary>
    /// <param name="weights">The file that it writes its weights to.</param>
    /// <param name="images">The file with the images of a batch.</param>
    public static InceptionPeer? Start(string weights, string images)
    {
        if (Peers.Script("inception.py", weights, images) is not { } start)
            return null;

        start.RedirectStandardInput = true;
        start.Environment["GOMP_SPINCOUNT"] = "2000"; // As build.sh has it: threads that wait soon sleep, as ours do.
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine() is { } versions)
            return new(process, versions);

        using (process)
        {
            process.WaitForExit();
            return process.ExitCode == Missing ? null : throw Ended(process);
        }
    }

    /// <summary>The batch's features, image by image.</summary>
    public float[] Features() =>
        MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(Ask("features"))).ToArray();

    /// <summary>What so many batches take.</summary>
    public InceptionTime Race(int threads, int batches)
    {
        var answer = Ask(string.Create(CultureInfo.InvariantCulture, $"race {threads} {batches}")).Split(' ');
        return new(
            double.Parse(answer[0], CultureInfo.InvariantCulture),
            double.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static InvalidOperationException Ended(Process process) => new(
        $"peers/inception.py ended with code {process.ExitCode} before it answered. See its message above.");

    private string Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        if (_process.StandardOutput.ReadLine() is { } answer)
            return answer;

        _process.WaitForExit();
        throw Ended(_process);
    }
}
