using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tool;

/// <summary>Images in arrays of .npz files.</summary>
[TestClass]
public sealed class ImageArrayTests : IDisposable
{
    private static readonly double[] Mean = [0.25, -0.5, 0.125];
    private static readonly double[] Covariance = [0.5, 0.125, 0, 0.125, 0.25, 0, 0, 0, 1];

    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    [DataRow("|u1", new long[] { 2, 3, 4, 4 }, 96, "the colors are planes, but they must be interleaved, [N, H, W, 3]. Convert it: x = "
        + "np.load(\"x.npz\")[\"arr_0\"]; np.savez(\"images.npz\", arr_0=x.transpose(0, 2, 3, 1)).")]
    [DataRow("<f4", new long[] { 2, 4, 4, 3 }, 384, "of type <f4, but images must be bytes from 0 to 255. Convert it: x = "
        + "np.load(\"x.npz\")[\"arr_0\"]; np.savez(\"images.npz\", arr_0=(255 * x).round()")]
    [DataRow("|u1", new long[] { 2, 4, 4, 4 }, 128, "images with transparency")]
    [DataRow("|u1", new long[] { 64, 64, 3 }, 12288, "one image, or gray ones of three columns. Convert it: x = np.load(\"x.npz\")[\"arr_0\"]; "
        + "np.savez(\"images.npz\", arr_0=x[None]) if it is one image, or x[..., None] if they are gray.")]
    [DataRow("|u1", new long[] { 64, 64, 4 }, 16384, "arr_0=x[None, ..., :3]) if it is one image, or x[..., None] if they are gray.")]
    [DataRow("|u1", new long[] { 3, 64, 64 }, 12288, "one image plane by plane, or three gray ones. Convert it: x = np.load(\"x.npz\")[\"arr_0\"]; "
        + "np.savez(\"images.npz\", arr_0=x[None].transpose(0, 2, 3, 1)) if it is one image")]
    [DataRow("<i8", new long[] { 2, 4, 4, 3 }, 768, "np.savez(\"images.npz\", arr_0=x.clip(0, 255).astype(\"uint8\")) if x is from 0 to 255, or")]
    [DataRow("<u2", new long[] { 2, 4, 4, 3 }, 192, "(x // 257).astype(\"uint8\") if it is from 0 to 65535.")]
    [DataRow("|b1", new long[] { 2, 4, 4, 3 }, 96, "arr_0=255 * x.astype(\"uint8\")).")]
    [DataRow("<f8", new long[] { 2, 4, 4, 3 }, 768, "or x.round().clip(0, 255).astype(\"uint8\") if it is from 0 to 255.")]
    [DataRow("|u1", new long[] { 96 }, 96, "but images must be [N, H, W, 3], or gray [N, H, W, 1] or [N, H, W]")]
    public void Stats_OfAnArrayOfAnotherForm_SaysHowToConvertIt(string type, long[] shape, int bytes, string message) =>
        AssertBadInput(message, "stats", NpzArray.Write(_bench, "x.npz", new NpzArray(shape, new byte[bytes], Type: type)),
            "-n", _bench.Network(), "-o", _bench["out.npz"]);

    [TestMethod]
    public void Stats_OfImagesInFortranOrder_SaysHowToConvertThem() => AssertBadInput(
        "is [2, 4, 4, 3] of type |u1 in Fortran order, in which the rows of an image are not together. Convert it: x = "
            + "np.load(\"x.npz\")[\"arr_0\"]; np.savez(\"images.npz\", arr_0=np.ascontiguousarray(x)).",
        "stats", NpzArray.Write(_bench, "x.npz", new NpzArray([2, 4, 4, 3], new byte[96]) { IsFortran = true }),
        "-n", _bench.Network(), "-o", _bench["out.npz"]);

    [TestMethod]
    [DataRow(0)]
    [DataRow(95)]
    public void Stats_OfImagesWithAChangedByte_AreRefused(int place)
    {
        var path = NpzArray.Write(_bench, "x.npz", new NpzArray([2, 4, 4, 3], [.. Enumerable.Range(100, 96).Select(i => (byte)i)]));
        Rewrite(path, pixels => pixels[place] ^= 1);

        AssertBadInput($"The array 'arr_0' of '{path}' cannot be read: Its checksum (CRC-32) is ",
            "stats", path, "-n", _bench.Network(), "-o", _bench["out.npz"]);
        Assert.IsFalse(File.Exists(_bench["out.npz"]));
    }

    [TestMethod]
    [DataRow(new long[] { 2, 5, 5 })]
    [DataRow(new long[] { 2, 5, 5, 1 })]
    public void Stats_OfGrayArrays_AreThoseOfTheImages(long[] shape)
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)0, 25), .. Enumerable.Repeat((byte)255, 25)];

        AssertRuns("stats", NpzArray.Write(_bench, "x.npz", new NpzArray(shape, pixels)), "-n", _bench.Network(side: 5), "-o", _bench["out.npz"]);

        // Black and white: features −1 and 1.
        CollectionAssert.AreEqual(new[] { 0.0, 0, 0 }, StoredStatistics.Load(_bench["out.npz"]).Statistics.Mean());
        CollectionAssert.AreEqual(Enumerable.Repeat(2.0, 9).ToArray(), StoredStatistics.Load(_bench["out.npz"]).Statistics.Covariance());
    }

    /// <summary>Changes the bytes of the one array of a file behind the back of its zip, which must not be packed.</summary>
    private static void Rewrite(string path, Action<Span<byte>> change)
    {
        var file = File.ReadAllBytes(path);
        // The zip's own header before it holds the time, of which a byte may be a line feed, too.
        var header = file.AsSpan().IndexOf("NUMPY"u8);
        change(file.AsSpan(header + file.AsSpan(header).IndexOf((byte)'\n') + 1));
        File.WriteAllBytes(path, file);
    }

    private void AssertRuns(params string[] arguments) => Assert.AreEqual(0, _bench.Run(arguments), _bench.Error);

    private void AssertBadInput(string message, params string[] arguments)
    {
        Assert.AreEqual(1, _bench.Run(arguments), _bench.Error);
        Assert.HasCount(1, _bench.Error.TrimEnd().Split('\n'), _bench.Error);
        Assert.Contains(message, _bench.Error);
    }
}
