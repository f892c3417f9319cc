using System.IO.Compression;
using System.Xml.Linq;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Packages;

/// <summary>This build's packages in a folder of their own, under a version that nothing else has.</summary>
internal sealed class Packed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>Packs projects.</summary>
    public Packed(params IReadOnlyList<string> projects)
    {
        foreach (var project in projects)
            Child.Dotnet(Repository.Root, "pack", project, "--no-build", "-c", Repository.Configuration, "-o", _folder,
                $"-p:PackageVersion={Version}", "--nologo", "-v", "quiet").Printed();
    }

    /// <summary>The version of this pack.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>The folder, a source of packages.</summary>
    public string Folder => _folder;

    /// <summary>The names of a package's files, NuGet's own left out.</summary>
    public IReadOnlyList<string> Files(string package)
    {
        using var archive = Open(package, "nupkg");
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name =>
            name is not "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <summary>What a package says of itself.</summary>
    public XElement Metadata(string package)
    {
        using var archive = Open(package, "nupkg");
        using var nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return XElement.Load(nuspec).Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>A package's file, or that of its symbols.</summary>
    public ZipArchive Open(string package, string ending) =>
        ZipFile.OpenRead(Path.Combine(_folder, $"{package}.{Version}.{ending}"));

    /// <summary>Deletes the packages, also from NuGet's cache, into which a consumer has put the libraries.</summary>
    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        foreach (var package in new[] { "mlnet.gan", "mlnet.gan.runtime" })
        {
            var cached = Path.Combine(cache, package, Version.ToLowerInvariant());
            if (Directory.Exists(cached))
                Directory.Delete(cached, recursive: true);
        }
    }
}
