using System.IO.Compression;
using System.Text;

namespace MLNet.Gan.Tests.Inception;

/// <summary>Pickles written by hand, one character a byte, and the zip that <c>torch.save</c> puts them in.</summary>
internal static class Pickled
{
    /// <summary>The name of the only tensor.</summary>
    public const string Name = "w";

    /// <summary>A dict with one tensor of [3, 4] in a storage '0' of two floats, or with what is given instead.</summary>
    public static string Tensor(
        string number = "FloatStorage", string count = "K\u0002", string offset = "K\u0000",
        string size = "K\u0002\u0085", string stride = "K\u0001\u0085", string view = "", string extra = "") =>
        $"\u0080\u0002}}{Text(Name)}ctorch._utils\n_rebuild_tensor_v2\n"
            + $"(({Text("storage")}ctorch\n{number}\n{Text("0")}{Text("cpu")}{count}{view}tQ"
            + $"{offset}{size}{stride}\u0089}}tRs{extra}.";

    public static string Text(string text) => $"X{(char)text.Length}\0\0\0{text}";

    public static byte[] Zip(string pickle) => Zip(("w/data.pkl", Bytes(pickle)), ("w/data/0", Floats));

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries) => ZipCompressing("", entries);

    public static byte[] ZipCompressing(string compressed, params (string Name, byte[] Bytes)[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                var level = name == compressed ? CompressionLevel.SmallestSize : CompressionLevel.NoCompression;
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    /// <summary>3f and 4f.</summary>
    public static byte[] Floats => [0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40];

    public static byte[] Bytes(string pickle) => Encoding.Latin1.GetBytes(pickle);
}
