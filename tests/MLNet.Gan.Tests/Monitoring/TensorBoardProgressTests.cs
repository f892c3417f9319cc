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
    public void Report_WritesEachNumberUnderItsTag()
    {
        new TensorBoardProgress(_folder).Report(new(1, 2, TimeSpan.FromSeconds(1), new(1, 0.125, 0.25, 0.5, 1, 2, 4)
        {
            Accuracy = 8, Samples = Histories.Samples with { Diversity = 16, Coverage = 32, Precision = 64 },
        }));

        var file = Bytes();
        foreach (var (tag, value) in ((string, float)[])
        [
            ("loss/discriminator", 0.125f), ("loss/generator", 0.25f), ("logit/real", 0.5f), ("logit/generated", 1), ("gradient_norm/discriminator", 2),
            ("gradient_norm/generator", 4), ("discriminator/accuracy", 8), ("samples/diversity", 16), ("samples/coverage", 32), ("samples/precision", 64),
        ])
        {
            // A summary's value: its tag (field 1), then simple_value (field 2, 32 bits).
            byte[] expected = [.. Encoding.UTF8.GetBytes(tag), 2 << 3 | 5, .. BitConverter.GetBytes(value)];
            Assert.IsGreaterThanOrEqualTo(0, file.AsSpan().IndexOf(expected), tag);
        }
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

    private string Text() => Encoding.UTF8.GetString(Bytes());

    private byte[] Bytes()
    {
        var file = Assert.ContainsSingle(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Contains("tfevents", Path.GetFileName(file));
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
