using System.Diagnostics;
using MLNet.Gan.Tests.Checkpoints;
using MLNet.Gan.Tests.Documents;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Platform;
using MLNet.Gan.Tests.Reports;
using MLNet.Gan.Tests.Tabular;

namespace MLNet.Gan.Tests.Support;

/// <summary>Work in a process that has done nothing else: this assembly is a program, too.</summary>
internal static class OwnProcess
{
    private static readonly Dictionary<string, Action<string[]>> Works = new()
    {
        [nameof(KilledRun)] = KilledRun.Train,
        [nameof(FreshPipeline)] = FreshPipeline.Print,
        [nameof(EndingCalls)] = EndingCalls.Make,
        [nameof(PictureMemoryTests)] = PictureMemoryTests.PrintKeptBytes,
        [nameof(TableMemoryTests)] = TableMemoryTests.PrintShare,
        [nameof(ReturnedMemoryTests)] = _ => ReturnedMemoryTests.PrintReturnedBytes(),
    };

    /// <summary>What a work prints.</summary>
    /// <param name="work">Its name in the list above.</param>
    /// <param name="arguments">What it is given.</param>
    public static string Run(string work, params IEnumerable<string> arguments) => Child.Dotnet(
        Environment.CurrentDirectory, ["exec", typeof(OwnProcess).Assembly.Location, work, .. arguments]).Printed();

    /// <summary>How to start a process that does a work.</summary>
    public static ProcessStartInfo Start(string work, params IEnumerable<string> arguments) =>
        new("dotnet", ["exec", typeof(OwnProcess).Assembly.Location, work, .. arguments]);

    private static void Main(string[] args) => Works[args[0]](args[1..]);
}
