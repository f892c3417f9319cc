using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Metrics;

/// <summary>The SHA-256 of what a network is imported from, by which it is known for good.</summary>
internal static partial class SourceHash
{
    /// <summary>The hash of a file, or of the files of a folder in the order of their names.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="FormatException">The file's name carries the beginning of another hash.</exception>
    public static string Of(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.js") : [path];
        var buffer = new byte[1 << 20];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            for (int count; (count = stream.Read(buffer)) > 0;)
                hash.AppendData(buffer, 0, count);
        }

        var digits = Convert.ToHexStringLower(hash.GetHashAndReset());
        var named = Named().Match(Path.GetFileName(path)).Groups["digits"].Value;
        return digits.StartsWith(named, StringComparison.Ordinal) ? digits : throw new FormatException(
            $"The SHA-256 of '{path}' begins with {digits[..named.Length]}, but its name says {named}: the file is "
                + "damaged or another one. Get it again.");
    }

    /// <summary>PyTorch's files end with the first digits of their hash.</summary>
    [GeneratedRegex(@"-(?<digits>[0-9a-f]{8,64})\.pth$")]
    private static partial Regex Named();
}
