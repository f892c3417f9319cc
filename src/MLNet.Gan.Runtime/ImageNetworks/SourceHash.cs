using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Metrics;

/// <summary>The SHA-256 of the file that a network is imported from, which identifies it.</summary>
internal static partial class SourceHash
{
    /// <summary>Computes the hash of a file.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="FormatException">The file's name contains the first digits of another hash.</exception>
    public static string Of(string path)
    {
        using var file = File.OpenRead(path);
        var digits = Convert.ToHexStringLower(SHA256.HashData(file));
        var named = Named().Match(Path.GetFileName(path)).Groups["digits"].Value;
        return digits.StartsWith(named, StringComparison.Ordinal) ? digits : throw new FormatException(
            $"The SHA-256 of '{path}' begins with {digits[..named.Length]}, but its name has {named}: the file is "
                + "damaged or another one. Download it again.");
    }

    /// <summary>The names of PyTorch's files end with the first digits of their hash.</summary>
    [GeneratedRegex(@"-(?<digits>[0-9a-f]{8,64})\.pth$")]
    private static partial Regex Named();
}
