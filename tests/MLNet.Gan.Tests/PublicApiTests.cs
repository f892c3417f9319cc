using MLNet.Gan.Tests.Support;
using PublicApiGenerator;

namespace MLNet.Gan.Tests;

/// <summary>The public surface changes only on purpose: by a change of PublicApi/*.txt in the same commit.</summary>
[TestClass]
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.RequiredMemberAttribute"],
    };

    [TestMethod]
    [DataRow(typeof(GanTransformer))]
    [DataRow(typeof(GanEstimator))]
    public void PublicApi_IsTheApprovedOne(Type inside)
    {
        var approved = Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/PublicApi", $"{inside.Assembly.GetName().Name}.txt");
        var received = Path.ChangeExtension(approved, ".received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.WriteAllText(received, inside.Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n"));

        string[] expected = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        var actual = File.ReadAllLines(received);
        var changes = expected.Except(actual).Select(line => $"- {line}").Concat(actual.Except(expected).Select(line => $"+ {line}"));
        Assert.AreEqual("", string.Join('\n', changes), $"If the change is meant, move {received} to {approved}.");
        Assert.HasCount(expected.Length, actual);
        File.Delete(received);
    }
}
