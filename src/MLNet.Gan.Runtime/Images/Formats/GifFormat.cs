namespace MLNet.Gan;

/// <summary>GIF: a header, perhaps a palette, and blocks up to the trailer 0x3B.</summary>
internal sealed record GifFormat : IImageFormat
{
    public IReadOnlyList<string> Extensions { get; } = [".gif"];

    public bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("GIF8"u8);

    public string? Damage(ReadOnlySpan<byte> file) => GifBlocks.Read(file).Damage;

    public IEnumerable<ImageTrait> Declared(byte[] file) => SkiaDecoder.Declared(file);

    public DecodedImage Decode(byte[] file) =>
        SkiaDecoder.Decode(file, transparent: GifBlocks.Read(file).TransparentColor);
}
