using System.Runtime.CompilerServices;

namespace MLNet.Gan.Tests;

/// <summary>The README shows code that runs.</summary>
[TestClass]
public sealed class ReadmeTests
{
    private static readonly string Root = Path.Combine(ThisFolder(), "../..");

    [TestMethod]
    public void Readme_ShowsTheExampleAsItIs()
    {
        var example = File.ReadAllText(Path.Combine(Root, "examples/02-Points/Program.cs"));
        var shown = example.Split("// <readme>\n")[1].Split("// </readme>")[0];

        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        Assert.IsTrue(readme.Contains($"```csharp\n{shown}```", StringComparison.Ordinal),
            "Copy the lines between the markers of examples/02-Points/Program.cs into the README.");
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
