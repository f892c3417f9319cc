using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

[TestClass]
public sealed class ImageLibraryTests
{
    private static readonly string Pins = Path.Combine(Repository.Root, "Directory.Packages.props");

    [TestMethod]
    public void Check_OfThePinnedSkiaSharp_Passes() => ImageLibrary.Check();

    [TestMethod]
    [DataRow("picture")]
    [DataRow("images any.png")]
    public void CheckLoads_WithoutTheNativeLibrary_NamesItAndThePackage(string arguments)
    {
        using var program = new UserProgram(name => name.StartsWith("libSkiaSharp", StringComparison.Ordinal));

        var message = program.Run(arguments.Split(' ')).Errors;

        Assert.StartsWith("InvalidOperationException: Images cannot be read or written, ", message);
        Assert.Contains("its native library, libSkiaSharp; the inner exception says why.", message);
        if (OperatingSystem.IsLinux())
            Assert.Contains(PinIn(message), File.ReadAllText(Pins));
    }

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
        Assert.Contains(PinIn(message), File.ReadAllText(Pins));
    }

    private static string PinIn(string message) =>
        message.Split('<', '>')[1].Replace("PackageReference", "PackageVersion", StringComparison.Ordinal);
}
