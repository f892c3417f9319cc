using System.Runtime.CompilerServices;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Documents;

/// <summary>docs/adding-a-loss.md shows a loss that compiles and is right; LossContractTests hold it too.</summary>
[TestClass]
public sealed class AddingALossTests
{
    private const string Marker = "adding-a-loss>\n";

    [TestMethod]
    public void Document_ShowsTheLossAsItIs()
    {
        var source = File.ReadAllText(Path.Combine(ThisFolder(), "RelativisticHingeLoss.cs"));
        var shown = source.Split($"// <{Marker}")[1].Split($"// </{Marker}")[0];

        var document = File.ReadAllText(Path.Combine(ThisFolder(), "../../../docs/adding-a-loss.md"));

        Assert.IsTrue(document.Contains($"```csharp\n{shown}```", StringComparison.Ordinal),
            "Copy the lines between the markers of RelativisticHingeLoss.cs into docs/adding-a-loss.md.");
    }

    [TestMethod]
    public void RelativisticHinge_OfTwoPairs_IsTheMeanOfWhatTheyLackOfTheMargin()
    {
        using var scope = NewDisposeScope();
        var logits = new Logits(tensor([2f, 0f]), tensor([0f, 0.5f]));
        var loss = new RelativisticHingeLoss();

        // The real samples lead by 2 and −0.5: they lack 0 and 1.5 of a margin of 1, the fakes 3 and 0.5.
        AssertTensor.AreClose(0.75, loss.ForDiscriminator(logits));
        AssertTensor.AreClose(1.75, loss.ForGenerator(logits));
    }

    [TestMethod]
    public void RelativisticHinge_HoldsItsScalars() =>
        Assert.AreEqual("", string.Join("; ", DroppedScalars.In([typeof(RelativisticHingeLoss)])));

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
