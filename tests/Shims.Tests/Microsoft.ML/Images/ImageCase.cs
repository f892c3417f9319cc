using System.Text.Json;

namespace Shims.Tests.Images;

/// <summary>An image file of images.py and what it holds.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="File">The bytes of the file.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Red, green, blue and alpha of each pixel.</param>
public sealed record ImageCase(string Name, byte[] File, int Width, int Height, byte[] Pixels)
{
    /// <summary>All of them.</summary>
    internal static readonly ImageCase[] All = JsonSerializer.Deserialize<ImageCase[]>(
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Images", "images.json")),
        JsonSerializerOptions.Web)!;

    /// <summary>One of them.</summary>
    internal static ImageCase Named(string name) => All.Single(image => image.Name == name);

    public override string ToString() => Name;
}
