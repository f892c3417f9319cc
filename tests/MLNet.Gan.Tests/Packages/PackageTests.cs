using System.Reflection.Metadata;

namespace MLNet.Gan.Tests.Packages;

/// <summary>What the packages hold, and what they depend on.</summary>
[TestClass]
[TestCategory("Slow")]
public sealed class PackageTests
{
    private const string Library = "MLNet.Gan", Runtime = "MLNet.Gan.Runtime", Tool = "MLNet.Gan.Tool";

    // ML.NET brings SkiaSharp's native files by itself; the pins keep them below 3.
    private static readonly string[] DependenciesOfRuntime =
    [
        "Google.Protobuf 3.36.2", "Microsoft.ML 5.0.1", "Microsoft.ML.ImageAnalytics 5.0.1",
        "Microsoft.ML.OnnxRuntime.Managed 1.31.1", "OnnxSharp 0.3.2",
        "SkiaSharp 2.88.9", "SkiaSharp.NativeAssets.Linux.NoDependencies 2.88.9", "System.IO.Hashing 10.0.12",
        "System.Numerics.Tensors 9.0.19",
    ];

    private static readonly Lazy<Packed> Made = new(() => new Packed("src/MLNet.Gan", "src/MLNet.Gan.Runtime", "src/MLNet.Gan.Tool"));

    private static Packed Packed => Made.Value;

    [ClassCleanup]
    public static void Delete() => Packed.Dispose();

    [TestMethod]
    public void Library_HasItsAssemblyItsTargetsAndNoMore() => CollectionAssert.AreEqual(
        new[]
        {
            "MLNet.Gan.nuspec", "README.md", "buildTransitive/MLNet.Gan.targets", "buildTransitive/SymbolVersions.cs",
            "icon.png", "lib/net10.0/MLNet.Gan.dll", "lib/net10.0/MLNet.Gan.xml",
        },
        Packed.Files(Library).ToArray());

    [TestMethod]
    public void Runtime_HasItsAssemblyAndNoMore() => CollectionAssert.AreEqual(
        new[]
        {
            "MLNet.Gan.Runtime.nuspec", "README.md", "icon.png", "lib/net10.0/MLNet.Gan.Runtime.dll",
            "lib/net10.0/MLNet.Gan.Runtime.xml",
        },
        Packed.Files(Runtime).ToArray());

    [TestMethod]
    public void Library_DependsOnRuntimeAndTorchSharp_AndRepeatsThePins() => CollectionAssert.AreEquivalent(
        (string[])[$"MLNet.Gan.Runtime {Packed.Version}", "TorchSharp 0.107.0", .. DependenciesOfRuntime], Dependencies(Library));

    [TestMethod]
    public void Runtime_DependsOnNoNativeRuntimeButSkiaSharps() =>
        CollectionAssert.AreEquivalent(DependenciesOfRuntime, Dependencies(Runtime));

    [TestMethod]
    [DataRow(Library)]
    [DataRow(Runtime)]
    [DataRow(Tool)]
    public void Package_HasReadmeIconTagsLicenseAndDescription(string package)
    {
        var metadata = Packed.Metadata(package).Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.AreEqual(("README.md", "icon.png", "MIT"), (metadata["readme"], metadata["icon"], metadata["license"]));
        Assert.Contains("ML.NET GAN", metadata["tags"]);
        Assert.IsNotEmpty(metadata["description"]);
        using var archive = Packed.Open(package, "nupkg");
        Assert.IsInRange(500, 10_000, (int)archive.GetEntry("icon.png")!.Length);
    }

    [TestMethod]
    [DataRow(Library, "lib/net10.0/MLNet.Gan.pdb")]
    [DataRow(Runtime, "lib/net10.0/MLNet.Gan.Runtime.pdb")]
    [DataRow(Tool, "tools/net10.0/any/gan-fid.pdb")]
    public void Symbols_AreAPackageOfTheirOwn_AndHaveWhatNoRepositoryHas(string package, string file)
    {
        using var archive = Packed.Open(package, "snupkg");
        using var symbols = new MemoryStream();
        using (var entry = archive.GetEntry(file)!.Open())
            entry.CopyTo(symbols);
        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var kinds = reader.CustomDebugInformation
            .Select(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind)).ToHashSet();

        // Embedded Source of the specification of portable PDBs: generated sources, such as those of regular expressions.
        Assert.Contains(new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE"), kinds);
    }

    [TestMethod]
    public void Tool_HasNativeFilesOfOnnxRuntimeAndSkiaSharpAlone()
    {
        var native = Packed.Files(Tool).Where(file => file.Contains("/native/", StringComparison.Ordinal)).ToArray();

        CollectionAssert.AreEquivalent(
            new[]
            {
                "linux-arm64/libSkiaSharp.so", "linux-arm64/libonnxruntime.so",
                "linux-arm64/libonnxruntime_providers_shared.so", "linux-x64/libSkiaSharp.so",
                "linux-x64/libonnxruntime.so", "linux-x64/libonnxruntime_providers_shared.so",
                "osx-arm64/libonnxruntime.dylib", "osx/libSkiaSharp.dylib", "win-arm64/libSkiaSharp.dll",
                "win-arm64/onnxruntime.dll", "win-arm64/onnxruntime_providers_shared.dll", "win-x64/libSkiaSharp.dll",
                "win-x64/onnxruntime.dll", "win-x64/onnxruntime_providers_shared.dll",
            },
            native.Select(file => file["tools/net10.0/any/runtimes/".Length..].Replace("native/", "", StringComparison.Ordinal))
                .ToArray());
    }

    [TestMethod]
    public void Tool_HasNoTorchSharpAndNoMoreThanItsNativeFilesNeed()
    {
        using var package = Packed.Open(Tool, "nupkg");

        Assert.IsFalse(package.Entries.Any(entry => entry.Name.Contains("Torch", StringComparison.OrdinalIgnoreCase)));
        Assert.IsInRange(60_000_000, 76_000_000, package.Entries.Sum(entry => entry.CompressedLength));
    }

    private static string[] Dependencies(string package) =>
    [
        .. Packed.Metadata(package).Elements().Single(element => element.Name.LocalName == "dependencies").Elements().Single()
            .Elements().Select(one => $"{one.Attribute("id")!.Value} {one.Attribute("version")!.Value}"),
    ];
}
