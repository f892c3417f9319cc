using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Documents;

/// <summary>A recipe of a document, which a test compiles and runs.</summary>
internal static class Recipe
{
    /// <summary>Asserts that a document shows the lines between two markers of a source.</summary>
    public static void AssertShown(string document, string source, string marker)
    {
        var lines = File.ReadAllText(Path.Combine(Repository.Root, source)).Split($"// <{marker}>\n")[1].Split($"// </{marker}>")[0].TrimEnd(' ').Split('\n');
        var indent = lines[0].Length - lines[0].TrimStart(' ').Length;
        var shown = string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line));

        Assert.Contains($"```csharp\n{shown}```", File.ReadAllText(Path.Combine(Repository.Root, document)),
            $"Copy the lines between the markers '{marker}' of {source} into {document}.");
    }
}
