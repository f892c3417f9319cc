using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Metrics;

/// <summary>The SHA-256 of what a network is imported from, by which it is known for good.</summary>
internal static partial class SourceHash
{
    /// <summary>The hash of a file.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="FormatException">The file's name carries the beginning of another hash.</exception>
    public static string Of(string path)
    {
        using var file = File.OpenRead(path);
        var digits = Convert.ToHexStringLower(SHA256.HashData(file));
        var named = Named().Match(Path.GetFileName(path)).Groups["digits"].Value;
        return digits.StartsWith(named, StringComparison.Ordinal) ? digits : throw new FormatException(
            $"The SHA-256 of '{path}' begins with {digits[..named.Length]}, but its name says {named}: the file is "
                + "damaged or another one. Get it again.");
    }

    /// <summary>PyTorch's files end with the first digits of their hash.</summary>
    [GeneratedRegex(@"-(?<digits>[0-9a-f]{8,64})\.pth$")]
    private static partial Regex Named();
}
