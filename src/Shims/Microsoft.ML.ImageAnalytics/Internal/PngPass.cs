namespace Microsoft.ML.Internal;

/// <summary>Which pixels of an image a pass has: those from a start on in equal steps.</summary>
internal readonly record struct PngPass(int StartX, int StartY, int StepX, int StepY)
{
    /// <summary>The seven passes of Adam7.</summary>
    public static readonly PngPass[] Interlaced =
    [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2),
        new(0, 1, 1, 2),
    ];

    public int Columns(Raster raster) => (raster.Width - StartX + StepX - 1) / StepX;

    public int Rows(Raster raster) => (raster.Height - StartY + StepY - 1) / StepY;
}
