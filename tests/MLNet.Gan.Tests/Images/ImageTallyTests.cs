namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class ImageTallyTests
{
    private static readonly ImagePlanes Dot = new(1, 1, [1, 2, 3]);

    [TestMethod]
    public void Notes_OfTraits_CountThemAndNameTheFirst()
    {
        var tally = new ImageTally();
        tally.Add("a", new(Dot));
        tally.Add("b", new(Dot) { Traits = [ImageTrait.Transparent] });
        tally.Add("c", new(Dot) { Traits = [ImageTrait.Transparent, ImageTrait.Rotated] });

        var notes = tally.Notes().ToArray();

        Assert.HasCount(2, notes);
        Assert.StartsWith("2 of 3 images have transparent pixels (the first: 'b'). Alpha is dropped and the colors behind it count, as in "
            + "pytorch-fid and clean-fid.", notes[0]);
        Assert.StartsWith("1 of 3 images is to be rotated or mirrored by EXIF (the first: 'c'). EXIF is ignored", notes[1]);
    }

    [TestMethod]
    public void Notes_OfTwelveBitsInSixteen_SayTheRange()
    {
        var tally = new ImageTally();
        tally.Add("a", new(Dot) { Traits = [ImageTrait.Deep], LargestDeepValue = 255 });
        tally.Add("b", new(Dot) { Traits = [ImageTrait.Deep], LargestDeepValue = 3583 });

        Assert.AreEqual("No value of the images with 16 bits per color is above 3583 of 65535, as if they held 12 bits: they are read as "
            + "nearly black. Multiply their values by 16 first.", tally.Notes().Last());

        tally.Add("c", new(Dot) { Traits = [ImageTrait.Deep], LargestDeepValue = 16639 }); // One of them uses more than 14 bits.
        Assert.HasCount(1, tally.Notes());
    }

    [TestMethod]
    [DataRow("pgm-12-in-16", 3583, 12)]
    [DataRow("ppm-12-in-16", 4095, 12)]
    [DataRow("png-gray-12", 3583, 12)]
    public void Notes_OfFilesOfTwelveBitsInSixteen_SayTheRange(string kind, int largest, int bits)
    {
        var tally = new ImageTally();
        tally.Add("a", Read(kind));

        Assert.StartsWith($"No value of the images with 16 bits per color is above {largest} of 65535, as if they held {bits} bits",
            tally.Notes().Last());
    }

    [TestMethod]
    [DataRow("pgm-12")] // Its largest value is 4095, which is white.
    [DataRow("pgm-16")]
    [DataRow("ppm-16")]
    public void Notes_OfFilesThatUseTheirWholeRange_SayTheDepthOnly(string kind)
    {
        var tally = new ImageTally();
        tally.Add("a", Read(kind));

        Assert.Contains("has 16 bits per color", Assert.ContainsSingle(tally.Notes()));
    }

    [TestMethod]
    public void Notes_OfUsualImages_AreNone()
    {
        var tally = new ImageTally();
        tally.Add("a", new(Dot));

        Assert.IsEmpty(tally.Notes());
    }

    private static DecodedImage Read(string kind)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Kind.Of(kind));
            return ImageFile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
