namespace MLNet.Gan;

/// <summary>A rectangle of pixels.</summary>
/// <param name="Top">Its first row, from 0.</param>
/// <param name="Left">Its first column, from 0.</param>
/// <param name="Height">The number of its rows, at least 1.</param>
/// <param name="Width">The number of its columns, at least 1.</param>
public readonly record struct ImageArea(int Top, int Left, int Height, int Width)
{
    /// <summary>Returns whether it lies in an image of a size.</summary>
    internal bool IsIn(int height, int width) =>
        Top >= 0 && Left >= 0 && Height > 0 && Width > 0 && Top <= height - Height && Left <= width - Width;
}
