namespace MLNet.Gan.Layers;

internal static class SequentialForward
{
    /// <summary>Lets each of some layers read what the one before made.</summary>
    /// <param name="input">What the first one reads; it stays the caller's.</param>
    /// <param name="count">The number of layers.</param>
    /// <param name="layer">The output of layer i.</param>
    public static Tensor Apply(Tensor input, int count, Func<Tensor, int, Tensor> layer)
    {
        var value = input;
        for (var i = 0; i < count; i++)
        {
            var next = layer(value, i);

            // What lies between two layers is the graph's affair. Freed at once, its memory is still warm for the next.
            if (!ReferenceEquals(value, input) && !ReferenceEquals(value, next))
                value.Dispose();
            value = next;
        }

        return value;
    }
}
