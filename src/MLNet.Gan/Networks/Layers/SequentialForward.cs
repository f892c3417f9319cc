namespace MLNet.Gan.Layers;

internal static class SequentialForward
{
    /// <summary>Applies layers one after another, each to the output of the one before.</summary>
    /// <param name="input">The input of the first layer, which the caller owns.</param>
    /// <param name="count">The number of layers.</param>
    /// <param name="layer">Returns the output of layer i for an input.</param>
    public static Tensor Apply(Tensor input, int count, Func<Tensor, int, Tensor> layer)
    {
        var value = input;
        for (var i = 0; i < count; i++)
        {
            var next = layer(value, i);

            // The graph keeps what it needs of the outputs between layers. Disposed of at once, their memory is still
            // in the cache for the next layer.
            if (!ReferenceEquals(value, input) && !ReferenceEquals(value, next))
                value.Dispose();
            value = next;
        }

        return value;
    }
}
