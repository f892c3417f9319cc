namespace MLNet.Gan.Metrics;

/// <summary>
/// The location of the imported network: a folder, or one file that is used regardless of the folder.
/// </summary>
internal sealed record InceptionCache(string Folder, string? File = null)
{
    private const string Variable = "GAN_INCEPTION";
    private const string Prefix = "inception", Ending = ".onnx";

    /// <summary>The location that GAN_INCEPTION names, or else the folder mlnet-gan in the user's data.</summary>
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

    /// <summary>Returns the file of the network.</summary>
    /// <param name="source">The hash of the file that it was imported from.</param>
    public string PathOf(string source) => Path.Combine(Folder, $"{Prefix}-{source[..8]}{Ending}");

    /// <summary>The names of the imported networks.</summary>
    public IReadOnlyList<string> Names => [.. All.Select(path => Path.GetFileNameWithoutExtension(path))];

    private string[] All => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, $"{Prefix}-*{Ending}").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Returns the file of an imported network by its name, such as "inception-6726825d"; null if there is none.</summary>
    public string? Named(string name)
    {
        var path = Path.Combine(Folder, name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending);
        return Path.GetFileName(name) == name && name.StartsWith($"{Prefix}-", StringComparison.Ordinal) && System.IO.File.Exists(path)
            ? path
            : null;
    }

    /// <summary>Returns the file of the imported network.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public string Find()
    {
        if (File is not null)
            return File;
        var found = All;
        return found.Length switch
        {
            1 => found[0],
            0 => throw new FileNotFoundException(
                $"There is no Inception network in '{Folder}'. Get pt_inception-2015-12-05-6726825d.pth and import it "
                    + "with ml.Gan.ImportInception(path) or 'gan-fid import FILE', or name a file or folder in the "
                    + $"environment variable {Variable}. Without that file, ResNet18Network and 'gan-fid "
                    + "--network resnet18' compare images by another network, whose numbers are not FID."),
            _ => throw new InvalidOperationException(
                $"There are {found.Length} networks in '{Folder}': "
                    + $"{string.Join(", ", found.Select(Path.GetFileNameWithoutExtension))}. Name one in InceptionOptions.Weights, in "
                    + $"the environment variable {Variable}, or with 'gan-fid --network "
                    + $"{Path.GetFileNameWithoutExtension(found[0])}'. That of FID's authors is {Prefix}-{AuthorsNetwork.Weights}."),
        };
    }
}
