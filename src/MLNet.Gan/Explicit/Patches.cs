using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MLNet.Gan;

/// <summary>The square patches of images that a convolution's kernel reads, by managed code on the CPU.</summary>
/// <param name="channels">The channels of an image.</param>
/// <param name="height">Its height.</param>
/// <param name="width">Its width.</param>
/// <param name="side">The side of a patch.</param>
/// <param name="stride">The distance of patches.</param>
/// <param name="padding">The zero padding on each side.</param>
internal sealed class Patches(int channels, int height, int width, int side, int stride, int padding)
{
    private readonly Run[] _runs =
    [
        .. from top in Enumerable.Range(0, Count(height, side, stride, padding))
           from left in Enumerable.Range(0, Count(width, side, stride, padding))
           from channel in Enumerable.Range(0, channels)
           from row in Enumerable.Range(0, side)
           let y = top * stride - padding + row
           let x = left * stride - padding
           let first = Math.Max(0, -x)
           let end = Math.Min(side, width - x)
           where y >= 0 && y < height && end > first
           let patch = top * Count(width, side, stride, padding) + left
           select new Run(
               (channel * height + y) * width + x + first, ((patch * channels + channel) * side + row) * side + first, end - first),
    ];

    /// <summary>Whether these are the patches of images of a size.</summary>
    public bool AreOf(long imageHeight, long imageWidth) => (imageHeight, imageWidth) == (height, width);

    /// <summary>How many patches lie above one another.</summary>
    public int Rows { get; } = Count(height, side, stride, padding);

    /// <summary>How many patches lie side by side.</summary>
    public int Columns { get; } = Count(width, side, stride, padding);

    /// <summary>Copies the patches of images.</summary>
    /// <param name="images">The images [N, C, H, W].</param>
    /// <returns>The patches [N, Rows · Columns, C · Side · Side].</returns>
    public Tensor Unfold(Tensor images)
    {
        using var together = images.contiguous();
        var patches = zeros(images.size(0), Rows * Columns, channels * side * side);
        var pixels = CpuNumbers.Of(together);
        var copies = CpuNumbers.Of(patches);
        for (; pixels.Length > 0; pixels = pixels[ImageSize..], copies = copies[PatchesSize..])
        {
            foreach (var (from, to, count) in _runs)
            {
                if (count == Vector128<float>.Count)
                    At(pixels, from, count).StoreUnsafe(ref copies[to]);
                else
                    pixels.Slice(from, count).CopyTo(copies.Slice(to, count));
            }
        }

        return patches;
    }

    /// <summary>Adds up patches where they overlap: the adjoint of <see cref="Unfold"/>.</summary>
    /// <param name="patches">The patches [N, Rows · Columns, C · Side · Side], contiguous.</param>
    /// <returns>The images [N, C, H, W].</returns>
    public Tensor Fold(Tensor patches)
    {
        var images = zeros(patches.size(0), channels, height, width);
        var pixels = CpuNumbers.Of(images);
        var parts = CpuNumbers.Of(patches);
        for (; pixels.Length > 0; pixels = pixels[ImageSize..], parts = parts[PatchesSize..])
        {
            foreach (var (to, from, count) in _runs)
            {
                if (count == Vector128<float>.Count)
                    (At(pixels, to, count) + At(parts, from, count)).StoreUnsafe(ref pixels[to]);
                else
                    Add(parts.Slice(from, count), pixels.Slice(to, count));
            }
        }

        return images;
    }

    private int ImageSize => channels * height * width;

    private int PatchesSize => Rows * Columns * channels * side * side;

    private static int Count(int size, int side, int stride, int padding) => (size + 2 * padding - side) / stride + 1;

    private static Vector128<float> At(ReadOnlySpan<float> numbers, int place, int count) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(numbers.Slice(place, count)));

    private static void Add(ReadOnlySpan<float> parts, Span<float> sums)
    {
        for (var i = 0; i < parts.Length; i++)
            sums[i] += parts[i];
    }

    /// <summary>Numbers that lie together in an image and in a patch of it.</summary>
    /// <param name="Image">The first one's place in the image.</param>
    /// <param name="Patch">Its place in the patches of the image.</param>
    /// <param name="Count">How many they are.</param>
    private readonly record struct Run(int Image, int Patch, int Count);
}
