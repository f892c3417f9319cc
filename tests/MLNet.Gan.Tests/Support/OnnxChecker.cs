using System.Diagnostics;

namespace MLNet.Gan.Tests.Support;

/// <summary>ONNX's own checker, in Debian's Python; a test that needs it is inconclusive where it is missing.</summary>
internal static class OnnxChecker
{
    // Another Python on the path may lack Debian's modules.
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys
        try:
            import onnx
        except ImportError:
            sys.exit(77)
        for path in sys.argv[1:]:
            onnx.checker.check_model(onnx.load(path), full_check=True)
        """;

    /// <summary>Fails unless the checker accepts every file.</summary>
    public static void Accepts(IEnumerable<string> paths)
    {
        if (!File.Exists(Python))
            Assert.Inconclusive($"{Python} is missing.");

        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script, .. paths]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 77)
            Assert.Inconclusive("python3-onnx is not installed.");
        Assert.AreEqual(0, process.ExitCode, errors);
    }
}
