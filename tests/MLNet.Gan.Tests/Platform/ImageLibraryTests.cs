using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class ImageLibraryTests
{
    [TestMethod]
    public void Check_OfThePinnedSkiaSharp_Passes() => ImageLibrary.Check();

    [TestMethod]
    [DataRow("2.88.0.0")]
    [DataRow(null)]
    public void Check_OfAVersionThatFits_Passes(string? version) =>
        ImageLibrary.Check(version is null ? null : new(version));

    [TestMethod]
    [DataRow("3.119.0.0", "3.119")]
    [DataRow("4.155.0.0", "4.155")]
    public void Check_OfALaterVersion_NamesItAndThePin(string version, string said)
    {
        var message = Assert.ThrowsExactly<InvalidOperationException>(
            () => ImageLibrary.Check(new Version(version))).Message;

        Assert.StartsWith($"The program uses SkiaSharp {said}, ", message);
        var pins = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"));
        var line = message.Split('<', '>')[1].Replace("PackageReference", "PackageVersion", StringComparison.Ordinal);
        Assert.Contains(line, pins);
    }
}
