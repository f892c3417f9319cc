namespace MLNet.Gan;

/// <summary>The sizes of tensors, without TorchSharp's <c>shape</c>.</summary>
/// <remarks>
/// Each read of <c>shape</c> leaves 32 bytes of native memory to the next garbage collection. Between the activations of a training they
/// keep freed memory from being joined (decision 0007).
/// </remarks>
internal static class TensorSizes
{
    extension(Tensor tensor)
    {
        /// <summary>The size of each dimension.</summary>
        public long[] Sizes()
        {
            var sizes = new long[tensor.dim()];
            for (var i = 0; i < sizes.Length; i++)
                sizes[i] = tensor.size(i);
            return sizes;
        }
    }
}
