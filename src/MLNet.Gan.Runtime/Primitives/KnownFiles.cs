namespace MLNet.Gan;

/// <summary>The kinds of files that are recognized by bytes at a fixed place. Add a new one here.</summary>
internal static class KnownFiles
{
    private static readonly FileContent
        Pointer = new("a pointer of Git LFS instead of the file itself", "Get the file with 'git lfs pull'.") { IsText = true },
        Annex = new("a pointer of git-annex instead of the file itself", "Get the file with 'git annex get'.") { IsText = true },
        Array = new("a single array of NumPy (.npy)",
            "Save arrays as .npz: np.savez(\"statistics.npz\", mu=mu, sigma=sigma) for statistics, "
                + "np.savez(\"images.npz\", arr_0=images) for images.")
        {
            AmongImages = "Save its images as PNG, or as bytes [N, H, W, 3] named arr_0 in a .npz file, which 'gan-fid' reads.",
        },
        Tiff = Unread("a TIFF image"), Heic = Unread("a HEIC image"), Jpeg2000 = Unread("a JPEG 2000 image"), JpegXl = Unread("a JPEG XL image"),
        Tables = new("an HDF5 file", "Save its arrays as .npz with np.savez.") { AmongImages = "Save its images as PNG." };

    // Longer marks stand before shorter ones.
    private static readonly Mark[] All =
    [
        new([.. "version https://git-lfs"u8], Pointer),
        new([.. "/annex/objects/"u8], Annex),
        new([0x89, .. "PNG"u8], Read("a PNG image")),
        new([0xFF, 0xD8, 0xFF], Read("a JPEG image")),
        new([.. "GIF8"u8], Read("a GIF image")),
        new([.. "WEBP"u8], Read("a WebP image"), At: 8, Start: "RIFF"),
        new([0, 0, 0, 0], Read("a BMP image"), At: 6, Start: "BM"),
        new([.. "II*\0"u8], Tiff), new([.. "MM\0*"u8], Tiff), new([.. "II+\0"u8], Tiff), new([.. "MM\0+"u8], Tiff),
        new([.. "ftypavif"u8], Unread("an AVIF image"), At: 4),
        new([.. "ftyphei"u8], Heic, At: 4), new([.. "ftyphev"u8], Heic, At: 4), new([.. "ftypmif1"u8], Heic, At: 4),
        new([.. "ftyp"u8], new("a video", "Save its frames as PNG, and name their folder.") { AmongImages = "Save its frames as PNG." }, At: 4),
        new([0, 0, 0, 12, .. "jP  "u8], Jpeg2000), new([0xFF, 0x4F, 0xFF, 0x51], Jpeg2000),
        new([0, 0, 0, 12, .. "JXL "u8], JpegXl), new([0xFF, 0x0A], JpegXl),
        new([0, 0, 1, 0], Unread("an icon")),
        new([.. "8BPS"u8], Unread("a Photoshop document")),
        new([0x76, 0x2F, 0x31, 0x01], Unread("an OpenEXR image")),
        .. Netpbm("12347", Unread("a Netpbm image of a kind that is not read")),
        .. Netpbm("5", Read("a PGM image")), .. Netpbm("6", Read("a PPM image")),
        new([.. "%PDF"u8], Unread("a PDF document") with { Do = "Name another file.", IsText = true }),
        new([0x93, .. "NUMPY"u8], Array),
        new([0x89, .. "HDF"u8], Tables),
        .. Enumerable.Range(2, 4).Select(version => new Mark([0x80, (byte)version], FileContent.Pickle)),
        new([0x1F, 0x8B], FileContent.Packed),
        new([.. "ustar"u8], Archive("a tar archive"), At: 257),
        new([.. "Rar!"u8, 0x1A, 7], Archive("a RAR archive")),
        new([.. "7z"u8, 0xBC, 0xAF], Archive("a 7-Zip archive")),
        new([.. "BZh"u8, 0x31], Archive("a bzip2 archive")), new([.. "BZh9"u8], Archive("a bzip2 archive")),
        new([0xFD, .. "7zXZ"u8], Archive("an xz archive")),
        new([0x28, 0xB5, 0x2F, 0xFD], Archive("a Zstandard archive")),
        new([.. "PAR1"u8], Table("a Parquet file")),
        new([.. "ARROW1"u8], Table("an Arrow file (Feather)")), new([.. "FEA1"u8], Table("a Feather file")),
        new([.. "SQLite format 3"u8, 0], Table("an SQLite database")),
        new([0xD0, 0xCF, 0x11, 0xE0], Table("a document of an older Office (.xls, .doc)")),
        new([0, 5, 0x16, 7], new("metadata of macOS", "Name another file.") { AmongImages = "Delete it." }),
    ];

    /// <summary>Returns the kind of a file; null if it is none of these.</summary>
    public static FileContent? Find(ReadOnlySpan<byte> file)
    {
        foreach (var mark in All)
        {
            if (mark.IsIn(file))
                return mark.Content;
        }

        return null;
    }

    private static IEnumerable<Mark> Netpbm(string digits, FileContent content) => digits.SelectMany(
        digit => " \t\r\n#".Select(next => new Mark([(byte)'P', (byte)digit, (byte)next], content)));

    private static FileContent Read(string name) => new(name, "Name the folder of the images.") { IsReadImage = true };

    private static FileContent Unread(string name) =>
        new(name, "Convert the images to PNG, and name their folder.") { AmongImages = "Convert it to PNG." };

    private static FileContent Archive(string name) =>
        new(name, "Unpack it, and name the folder or the file in it.") { AmongImages = "Unpack it." };

    private static FileContent Table(string name) => new(name, "Save a table as CSV, and compare it with 'gan-fid table'.")
    {
        AmongImages = "Save its images as PNG.",
    };

    /// <param name="Bytes">The bytes.</param>
    /// <param name="Content">The kind that they show.</param>
    /// <param name="At">Where they stand.</param>
    /// <param name="Start">How the file begins, if they do not stand there.</param>
    private sealed record Mark(byte[] Bytes, FileContent Content, int At = 0, string Start = "")
    {
        public bool IsIn(ReadOnlySpan<byte> file)
        {
            if (file.Length < At + Bytes.Length || !file[At..].StartsWith(Bytes))
                return false;
            for (var i = 0; i < Start.Length; i++)
            {
                if (file[i] != Start[i])
                    return false;
            }

            return true;
        }
    }
}
