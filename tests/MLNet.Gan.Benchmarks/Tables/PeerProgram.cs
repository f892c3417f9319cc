using System.Diagnostics;

namespace MLNet.Gan.Benchmarks.Tables;

/// <summary>A program of the folder peers that ends by itself.</summary>
internal static class PeerProgram
{
    /// <summary>Runs one to its end, and returns what it printed.</summary>
    public static string Run(ProcessStartInfo start)
    {
        start.Environment["GOMP_SPINCOUNT"] = "2000";
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException(
            $"{start.FileName} {start.ArgumentList[0]} ended with code {process.ExitCode}; see its message above. "
                + "Install python3-torch python3-sklearn libopenblas0-openmp r-cran-mlbench r-cran-caret r-cran-kernlab with apt.");
    }
}
