using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Documents;

/// <summary>docs/adding-a-loss.md names the calls that end the process, and those that do not.</summary>
[TestClass]
public sealed class EndingCallsTests
{
    private const int Aborted = 134; // 128 and SIGABRT

    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs/adding-a-loss.md"));

    public static IEnumerable<string> Ending => EndingCalls.Ending.Keys;

    public static IEnumerable<string> Throwing => EndingCalls.Throwing.Keys;

    [TestMethod]
    [DynamicData(nameof(Ending))]
    public void Call_ThatTheDocumentWarnsOf_EndsTheProcess(string name)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("The exit code is that of Linux.");

        Assert.AreEqual(Aborted, Run(name).ExitCode);
        Assert.Contains($"| `{name}` |", Document);
    }

    [TestMethod]
    [DynamicData(nameof(Throwing))]
    public void Call_ThatTheDocumentAllows_IsAnException(string name)
    {
        Assert.EndsWith("Exception", Run(name).Printed());
        Assert.Contains($"`{name}`", Document);
    }

    private static Child Run(string name) => Child.Dotnet(
        Environment.CurrentDirectory, ["exec", typeof(EndingCalls).Assembly.Location, nameof(EndingCalls), name]);
}
