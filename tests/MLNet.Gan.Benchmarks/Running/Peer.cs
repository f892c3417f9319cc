using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>
/// A program of the folder peers, which is started once and then asked, so that no turn pays for loading. It says first
/// which PyTorch it is and then answers each line with one. It ends with its standard input, and so with this process.
/// </summary>
internal sealed class Peer : IDisposable
{
    // Another Python on the path may lack Debian's modules.
    private const string Python = "/usr/bin/python3";

    // What a program ends with that lacks a module.
    private const int Missing = 77;

    private readonly string _name;
    private readonly Process _process;

    private Peer(string name, Process process, string versions) =>
        (_name, _process, Versions) = (name, process, versions);

    /// <summary>Which PyTorch it is.</summary>
    public string Versions { get; }

    /// <summary>Starts one; null where Python, the program or a module that it needs is missing.</summary>
    public static Peer? Start(string name, params IEnumerable<string> arguments) =>
        Script(name, arguments) is { } start ? Launch($"peers/{name}", start) : null;

    /// <summary>Starts this program once more, which then has to answer likewise.</summary>
    public static Peer StartSelf(params IEnumerable<string> arguments) =>
        Launch("this program", new(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;

    /// <summary>How to start a program and read what it says; null where Python or the program is missing.</summary>
    public static ProcessStartInfo? Script(string name, params IEnumerable<string> arguments)
    {
        var script = Path.Combine(Folder(), name);
        return File.Exists(Python) && File.Exists(script)
            ? new(Python, [script, .. arguments]) { RedirectStandardOutput = true }
            : null;
    }

    /// <summary>Its answer to a question.</summary>
    public string Ask(FormattableString question)
    {
        _process.StandardInput.WriteLine(question.ToString(CultureInfo.InvariantCulture));
        if (_process.StandardOutput.ReadLine() is { } answer)
            return answer;

        _process.WaitForExit();
        throw Ended(_name, _process);
    }

    /// <summary>Its answer in floats, which it writes in Base64.</summary>
    public float[] AskFloats(FormattableString question) =>
        MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(Ask(question))).ToArray();

    /// <summary>Its answer in seconds by the clock and of the processor.</summary>
    public Elapsed AskElapsed(FormattableString question)
    {
        var answer = Ask(question).Split(' ');
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

    private static Peer? Launch(string name, ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.Environment["GOMP_SPINCOUNT"] = "2000"; // As build.sh has it: threads that wait soon sleep.
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine() is { } versions)
            return new(name, process, versions);

        using (process)
        {
            process.WaitForExit();
            return process.ExitCode == Missing ? null : throw Ended(name, process);
        }
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath("../peers", Path.GetDirectoryName(file)!);

    private static InvalidOperationException Ended(string name, Process process) => new(
        $"{name} ended with code {process.ExitCode} before it answered. See its message above.");
}
