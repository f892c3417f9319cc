using System.Diagnostics;

namespace MLNet.Gan.Tests.Support;

/// <summary>A process that has ended: its exit code and what it wrote.</summary>
internal sealed record Child(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program of .NET: dotnet exec, build and so on.</summary>
    public static Child Dotnet(string folder, params IReadOnlyList<string> arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs a program to its end.</summary>
    public static Child Run(string program, string folder, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // Else a build leaves processes behind.
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.Trim(), errors.Result.Trim());
    }

    /// <summary>What it printed, when all went well.</summary>
    public string Printed()
    {
        Assert.AreEqual(0, ExitCode, $"{Output}\n{Errors}");
        return Output;
    }
}
