using System.Text;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class TensorBoardProgressTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Report_WritesCurvesAndFindingsToAnEventFile()
    {
        var progress = new TensorBoardProgress(_folder);

        progress.Report(new(1, 2, TimeSpan.FromSeconds(1), Histories.Sound(1)));
        progress.Report(new(2, 2, TimeSpan.FromSeconds(2), Histories.Sound(2) with { Samples = Histories.Samples })
        {
            Findings = [new(2, "Very odd.") { Kind = "Odd", Advice = "Look." }],
        });

        var text = Text();
        foreach (var tag in (string[])
        [
            "loss/discriminator", "loss/generator", "logit/real", "logit/generated", "gradient_norm/discriminator",
            "gradient_norm/generator", "discriminator/accuracy", "samples/diversity", "samples/coverage", "samples/precision", "finding/Odd",
            "Step 2: Very odd. Look.",
        ])
            Assert.Contains(tag, text);
    }

    [TestMethod]
    public void Report_WithoutComparison_WritesNoSamples()
    {
        new TensorBoardProgress(_folder).Report(new(1, 2, TimeSpan.FromSeconds(1), Histories.Sound(1)));

        Assert.Contains("loss/generator", Text());
        Assert.DoesNotContain("samples/", Text());
    }

    [TestMethod]
    public void Report_OfANumberThatIsNone_IsNoError()
    {
        new TensorBoardProgress(_folder).Report(new(1, 2, TimeSpan.Zero, Histories.Sound(1) with { GeneratorLoss = double.NaN }));

        Assert.Contains("loss/generator", Text());
    }

    private string Text()
    {
        var file = Assert.ContainsSingle(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Contains("tfevents", Path.GetFileName(file));
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
