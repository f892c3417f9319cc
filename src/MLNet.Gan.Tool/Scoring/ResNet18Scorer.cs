using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>Opens ML.NET's ResNet-18 from the folder of NuGet's packages.</summary>
internal static class ResNet18Scorer
{
    private const string Variable = "NUGET_PACKAGES";

    /// <summary>Opens the network.</summary>
    /// <exception cref="FileNotFoundException">NuGet has no such package yet.</exception>
    public static ImageScorer Open(NetworkRequest request) => new(ResNet18Network.Open(new()
    {
        Folder = Find(Environment.GetEnvironmentVariable(Variable)
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")),
        BatchSize = request.Batch,
        Threads = request.Threads,
    }).Images);

    /// <summary>Returns the folder of the network's files within a folder of packages.</summary>
    /// <exception cref="FileNotFoundException">They are not there.</exception>
    internal static string Find(string packages)
    {
        var folder = Path.Combine(
            packages, ResNet18Files.Package.ToLowerInvariant(), ResNet18Files.Version, "tools", ResNet18Files.FolderName);
        return ResNet18Files.In(folder) is not null ? folder : throw new FileNotFoundException(
            $"There is no ResNet-18 in '{folder}'. Get it once with 'dotnet package download "
                + $"{ResNet18Files.Package}@{ResNet18Files.Version}'.");
    }
}
