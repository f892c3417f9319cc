namespace MLNet.Gan.Reports;

/// <summary>Arranges pictures of one size in one picture.</summary>
internal static class PictureTiles
{
    private const byte Line = 64;

    public static Picture Join(IReadOnlyList<Picture> pictures, int columns, int gap)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        RequireOneSize(pictures);

        var (tile, across) = (pictures[0], Math.Min(columns, pictures.Count));
        var down = (pictures.Count + across - 1) / across;
        var (stepX, stepY) = (tile.Width + gap, tile.Height + gap);
        var (width, height) = (across * stepX - gap, down * stepY - gap);
        var pixels = new byte[checked(width * height * tile.Channels)];
        Array.Fill(pixels, Line);
        var row = tile.Width * tile.Channels;
        foreach (var (index, picture) in pictures.Index())
        {
            for (var y = 0; y < tile.Height; y++)
            {
                var corner = ((index / across * stepY + y) * width + index % across * stepX) * tile.Channels;
                picture.Pixels.Slice(y * row, row).CopyTo(pixels.AsSpan(corner));
            }
        }

        return Picture.Owning(pixels, width, height, tile.Channels);
    }

    private static void RequireOneSize(IReadOnlyList<Picture> pictures)
    {
        if (pictures.Count == 0)
            throw new ArgumentException("There is no picture to lay out. Give at least one.", nameof(pictures));

        foreach (var (index, picture) in pictures.Index())
        {
            if (Size(picture) != Size(pictures[0]))
                throw new ArgumentException(
                    $"Picture {index} is {Size(picture)}, but picture 0 is {Size(pictures[0])}. Give pictures of one size.",
                    nameof(pictures));
        }
    }

    private static string Size(Picture picture) =>
        $"{picture.Width} × {picture.Height} with {picture.Channels} channel(s)";
}
