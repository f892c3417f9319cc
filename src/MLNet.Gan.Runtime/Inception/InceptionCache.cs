namespace MLNet.Gan.Metrics;

/// <summary>Where imported networks are kept: a folder, or one file that is used whatever lies there.</summary>
internal sealed record InceptionCache(string Folder, string? File = null)
{
    private const string Variable = "GAN_INCEPTION";
    private const string CanonicalPrefix = "inception", OfflinePrefix = "offline-inception";

    /// <summary>What GAN_INCEPTION names, or else the folder mlnet-gan of the user's data.</summary>
    public static InceptionCache OfUser => Of(
        Environment.GetEnvironmentVariable(Variable), Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create));

    internal static InceptionCache Of(string? setting, string data)
    {
        var usual = Path.Combine(data, "mlnet-gan");
        return string.IsNullOrEmpty(setting) ? new(usual)
            : System.IO.File.Exists(setting) ? new(usual, setting)
            : new(setting);
    }

    /// <summary>The file in which a network is kept.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="source">The hash of what it was imported from.</param>
    public string PathOf(string name, string source) => Path.Combine(
        Folder, $"{Prefix(name)}-{source[..8]}.onnx");

    /// <summary>The canonical network where it was imported, or else the offline one.</summary>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    /// <exception cref="InvalidOperationException">There are several, and none is to be preferred.</exception>
    public string Find() =>
        File ?? Only(CanonicalPrefix) ?? Only(OfflinePrefix) ?? throw new FileNotFoundException(
            $"There is no Inception network in '{Folder}'. Get pt_inception-2015-12-05-6726825d.pth and import it with "
                + "ml.Gan.ImportInception(path) or 'gan-fid import FILE.pth', or name a file or folder in the "
                + $"environment variable {Variable}. "
                + "'./build.sh setup' makes the offline network, whose numbers are no FID.");

    /// <summary>A network that was imported.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="FileNotFoundException">It was not.</exception>
    public string Find(string name) => Only(Prefix(name)) ?? throw new FileNotFoundException(
        $"There is no network '{name}' in '{Folder}'. Import it with 'gan-fid import FILE' or "
            + "ml.Gan.ImportInception(path).");

    private static string Prefix(string name) => name == InceptionModel.Canonical ? CanonicalPrefix : OfflinePrefix;

    private string? Only(string prefix)
    {
        string[] found = Directory.Exists(Folder)
            ? [.. Directory.GetFiles(Folder, $"{prefix}-*.onnx").Order(StringComparer.Ordinal)]
            : [];
        return found.Length < 2 ? found.FirstOrDefault() : throw new InvalidOperationException(
            $"There are {found.Length} networks in '{Folder}': {string.Join(", ", found.Select(Path.GetFileName))}. "
                + $"Name one in InceptionOptions.Weights or in the environment variable {Variable}.");
    }
}
