
namespace MLNet.Gan.Tests.Augmentations;

/// <summary>Defaults are promises, and a wrong value is refused where it is written.</summary>
[TestClass]
public sealed class AugmentationOptionsTests
{
    private const string Share = "at least 0 and at most 1.";
    private const string Pixel = "at least -1 and at most 1.";
    private const string Amount = "a number of at least 0.";

    public static IEnumerable<object[]> Wrong =>
    [
        .. Refused("Brightness", Amount, [-0.1, double.NaN, double.PositiveInfinity],
            x => new ColorAugmentation { Brightness = x }),
        .. Refused("Saturation", Share, [-0.1, 1.1, double.NaN],
            x => new ColorAugmentation { Saturation = x }),
        .. Refused("Contrast", Share, [-0.1, 1.1, double.NaN],
            x => new ColorAugmentation { Contrast = x }),
        .. Refused("Share", Share, [-0.1, 1.1, double.NaN],
            x => new TranslationAugmentation { Share = x }),
        .. Refused("Fill", Pixel, [-1.1, 1.1, double.NaN],
            x => new TranslationAugmentation { Fill = x }),
        .. Refused("Share", Share, [-0.1, 1.1, double.NaN],
            x => new CutoutAugmentation { Share = x }),
        .. Refused("Fill", Pixel, [-1.1, 1.1, double.NaN],
            x => new CutoutAugmentation { Fill = x }),
        .. Refused("Rotation", "at least 0 and at most 180 degrees.", [-1, 181, double.NaN],
            x => new AffineAugmentation { Rotation = x }),
        .. Refused("Scale", Amount, [-0.1, double.NaN, double.PositiveInfinity],
            x => new AffineAugmentation { Scale = x }),
        .. Refused("Stretch", Amount, [-0.1, double.NaN, double.PositiveInfinity],
            x => new AffineAugmentation { Stretch = x }),
        .. Refused("Shift", Amount, [-0.1, double.NaN, double.PositiveInfinity],
            x => new AffineAugmentation { Shift = x }),
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public void Number_OutOfItsRange_IsRefused(string name, string expected, double value, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);

        Assert.AreEqual((name, value), (error.ParamName, (double)error.ActualValue!));
        Assert.Contains($"{name} must be {expected}", error.Message);
    }

    [TestMethod]
    public void Deviation_OfNull_IsRefused() => Assert.AreEqual(
        "Deviation",
        Assert.ThrowsExactly<ArgumentNullException>(() => _ = new InstanceNoise { Deviation = null! }).ParamName);

    [TestMethod]
    public void Deviation_ThatIsNegative_IsRefused()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new InstanceNoise { Deviation = Schedule.Linear(0.1, -0.1, 10) });

        Assert.AreEqual("Deviation", error.ParamName);
        Assert.Contains("Deviation must be a number of at least 0 at every step.", error.Message);
    }

    [TestMethod]
    public void Records_HaveTheDocumentedDefaults()
    {
        Assert.AreEqual(new ColorAugmentation { Brightness = 0.5, Saturation = 1, Contrast = 0.5 }, new());
        Assert.AreEqual(new TranslationAugmentation { Share = 0.125, Fill = 0 }, new());
        Assert.AreEqual(new CutoutAugmentation { Share = 0.5, Fill = 0 }, new());
        Assert.AreEqual(new AffineAugmentation { Rotation = 180, Scale = 0.2, Stretch = 0.2, Shift = 0.125 }, new());
        Assert.AreEqual(new InstanceNoise { Deviation = Schedule.Linear(0.1, 0, 10_000) }, new());
    }

    [TestMethod]
    public void Sets_AreThoseOfThePapers()
    {
        CollectionAssert.AreEqual(
            new IAugmentation[] { new ColorAugmentation(), new TranslationAugmentation(), new CutoutAugmentation() },
            AugmentationSets.DiffAugment.ToArray());
        CollectionAssert.AreEqual(
            new IAugmentation[]
            {
                new FlipAugmentation(), new QuarterTurnAugmentation(), new TranslationAugmentation(),
                new AffineAugmentation(), new ColorAugmentation(),
            },
            AugmentationSets.Adaptive.ToArray());
    }

    private static IEnumerable<object[]> Refused(
        string name, string expected, double[] values, Func<double, IAugmentation> make) =>
        from value in values
        select new object[] { name, expected, value, (Action)(() => make(value)) };
}
