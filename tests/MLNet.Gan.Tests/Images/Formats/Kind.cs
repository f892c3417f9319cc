using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MLNet.Gan.Tests.Images;

/// <summary>An image file that kinds.py has written, and what PIL reads.</summary>
public sealed record Kind(string Name, byte[] File, int Height, int Width, byte[] Pixels, string Traits, int? Deep, int Tolerance)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Kind> All { get; } = Read();

    /// <summary>A PNG whose header claims a row more than there is; all checksums are right.</summary>
    public static byte[] PngOfTooFewPixels
    {
        get
        {
            byte[] file = [.. Of("png-rgb")];
            file[23] = 7;
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32.HashToUInt32(file.AsSpan(12, 17)));
            return file;
        }
    }

    public override string ToString() => Name;

    /// <summary>Returns the file of a name.</summary>
    public static byte[] Of(string name) => All.Single(kind => kind.Name == name).File;

    private static List<Kind> Read([CallerFilePath] string here = "")
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "kinds.json")));
        return
        [
            .. document.RootElement.GetProperty("files").EnumerateArray().Select(file => new Kind(
                file.GetProperty("name").GetString()!, file.GetProperty("file").GetBytesFromBase64(),
                file.GetProperty("height").GetInt32(), file.GetProperty("width").GetInt32(),
                file.GetProperty("pixels").GetBytesFromBase64(), file.GetProperty("traits").GetString()!,
                file.GetProperty("deep") is { ValueKind: JsonValueKind.Number } deep ? deep.GetInt32() : null,
                file.TryGetProperty("tolerance", out var tolerance) ? tolerance.GetInt32() : 0)),
        ];
    }
}
