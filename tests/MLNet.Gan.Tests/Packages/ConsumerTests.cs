using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Packages;

/// <summary>Programs that use the package train, and export what ONNX Runtime computes alike, however they are built.</summary>
[TestClass]
[TestCategory("Slow")]
public sealed class ConsumerTests
{
    // The targets of the package make TorchSharp's file one that .NET loads by itself.
    private const string Trained = "^trained; difference [0-9.E-]+; library from file$";

    private static readonly Lazy<Packed> Made = new(() => new Packed("src/MLNet.Gan", "src/MLNet.Gan.Runtime"));

    private static Packed Packed => Made.Value;

    [ClassCleanup]
    public static void Delete() => Packed.Dispose();

    [TestMethod]
    public void Run_OfAProgramWithThePackage_Trains()
    {
        using var user = new Consumer(Packed);
        user.WriteApp();

        AssertTrains(user.Dotnet("run", "-c", "Release", "--", "train", user.Place("g.onnx")));
    }

    [TestMethod]
    public void Run_BehindAProjectWithThePackage_Trains()
    {
        using var user = new Consumer(Packed);
        user.WriteApp(isBehindAProject: true);

        AssertTrains(user.Dotnet("run", "-c", "Release", "--", "train", user.Place("g.onnx")));
    }

    [TestMethod]
    [DataRow("", DisplayName = "for any system")]
    [DataRow("-r linux-x64 --no-self-contained", DisplayName = "for one system")]
    [DataRow("-r linux-x64 --self-contained", DisplayName = "with .NET")]
    [DataRow("-r linux-x64 --no-self-contained -p:PublishSingleFile=true", DisplayName = "single file")]
    [DataRow("-r linux-x64 --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true",
        DisplayName = "single file with .NET and all native files")]
    public void Publish_OfAProgramWithThePackage_Trains(string how)
    {
        using var user = new Consumer(Packed);
        user.WriteApp();
        string published = user.Place("published"), graph = user.Place("g.onnx");

        user.Dotnet(["publish", "-c", "Release", "-o", published, "--nologo", "-v", "quiet",
            .. how.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Printed();

        AssertTrains(Child.Run(Path.Combine(published, "App"), published, "train", graph));
    }

    [TestMethod]
    public void Images_WithALaterSkiaSharp_AreRefusedWithThePin()
    {
        using var user = new Consumer(Packed);
        user.WriteApp(references: """<PackageReference Include="SkiaSharp" Version="3.119.4" />""");

        var child = user.Dotnet("run", "-c", "Release", "--", "images", "any.png");

        Assert.StartsWith("InvalidOperationException: The program uses SkiaSharp 3.119, ", child.Errors);
    }

    [TestMethod]
    public void Pictures_WithALaterSkiaSharp_AreDrawn()
    {
        using var user = new Consumer(Packed);
        user.WriteApp(references: """
            <PackageReference Include="SkiaSharp" Version="3.119.4" />
            <PackageReference Include="SkiaSharp.NativeAssets.Linux.NoDependencies" Version="3.119.4" />
            """);

        StringAssert.Matches(user.Dotnet("run", "-c", "Release", "--", "picture").Printed(), new("^drawn in [0-9]{4} bytes$"));
    }

    [TestMethod]
    public void Pictures_WithALaterSkiaSharpOfOtherNativeFiles_AreRefusedWithThePackage()
    {
        using var user = new Consumer(Packed);
        user.WriteApp(references: """<PackageReference Include="SkiaSharp" Version="3.119.4" />""");

        var child = user.Dotnet("run", "-c", "Release", "--", "picture");

        Assert.StartsWith("InvalidOperationException: Images cannot be read or written, ", child.Errors);
        Assert.Contains("SkiaSharp.NativeAssets.Linux.NoDependencies", child.Errors);
    }

    private static void AssertTrains(Child child) => StringAssert.Matches(child.Printed(), new(Trained));
}
