namespace MLNet.Gan;

/// <summary>Scales bytes of pixels for training: p becomes p / 127.5 − 1, so [0, 255] becomes [−1, 1].</summary>
internal static class PixelScale
{
    public static float[] ToSample(ReadOnlySpan<byte> pixels)
    {
        var sample = new float[pixels.Length];
        ToSample(pixels, sample);
        return sample;
    }

    public static void ToSample(ReadOnlySpan<byte> pixels, Span<float> sample)
    {
        for (var i = 0; i < pixels.Length; i++)
            sample[i] = pixels[i] / 127.5f - 1;
    }
}
