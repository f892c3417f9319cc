namespace MLNet.Gan;

/// <summary>A file format of images that can be read.</summary>
internal interface IImageFormat
{
    /// <summary>The extensions of its files, in lower case and with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Returns whether a file begins like one of this format.</summary>
    bool Begins(ReadOnlySpan<byte> file);

    /// <summary>
    /// Returns why a file that begins like one of this format is not whole, as a predicate ("is cut short: …") with what
    /// to do; null if it is whole. Bytes behind its end are ignored, as PIL and Skia ignore them.
    /// </summary>
    string? Damage(ReadOnlySpan<byte> file);

    /// <summary>Returns the traits that a whole file declares: all but transparency, which its pixels show.</summary>
    IEnumerable<ImageTrait> Declared(byte[] file);

    /// <summary>Decodes a file that is whole.</summary>
    /// <exception cref="FormatException">It cannot be decoded; the message is a predicate as well.</exception>
    DecodedImage Decode(byte[] file);
}
