using MLNet.Gan.Reports;

namespace MLNet.Gan.Benchmarks.Reporting;

/// <summary>Pictures of one size as one picture, row by row.</summary>
internal static class Tiles
{
    public static Picture Of(IReadOnlyList<Picture> pictures, int columns)
    {
        var first = pictures[0];
        return Picture.Grid([.. pictures.Select(Planes)], first.Channels, first.Height, first.Width, columns);
    }

    /// <summary>The values in [−1, 1], channel by channel, as the grid wants them.</summary>
    private static float[] Planes(Picture picture)
    {
        var pixels = picture.Pixels;
        var size = picture.Width * picture.Height;
        var planes = new float[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            planes[i % picture.Channels * size + i / picture.Channels] = pixels[i] / 127.5f - 1;
        return planes;
    }
}
