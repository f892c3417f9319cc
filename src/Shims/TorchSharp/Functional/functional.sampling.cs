namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between pixels are found.</summary>
    public enum InterpolationMode
    {
        /// <summary>The pixel above and left: coordinates are rounded down.</summary>
        Nearest = 0,

        /// <summary>A mean of the 4 nearest.</summary>
        Bilinear = 2,

        /// <summary>Cubic polynomials through the 16 nearest.</summary>
        Bicubic = 3,

        /// <summary>The mean of the area that the new pixel covers.</summary>
        Area = 5,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Images in another size; exactly one of size and scale_factor says which.</summary>
            /// <param name="x">Images (N, C, H, W).</param>
            /// <param name="size">The new height and width, or one number for both.</param>
            /// <param name="scale_factor">
            /// The factors of height and width, or one for both; the new size is rounded down.
            /// </param>
            /// <param name="mode">How values are found.</param>
            /// <param name="align_corners">
            /// For bilinear and bicubic: whether the centres of the corner pixels stay in place, not their outer edges.
            /// </param>
            /// <param name="recompute_scale_factor">
            /// Whether the rounded size sets the distances of the samples, not the factor as given.
            /// </param>
            /// <param name="antialias">Not part of this stand-in: must be false.</param>
            /// <exception cref="ArgumentException">Both or neither of size and scale_factor are given.</exception>
            /// <exception cref="NotImplementedException">
            /// There are not four dimensions, or antialiasing is asked for.
            /// </exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                if (size is null == scale_factor is null)
                    throw new ArgumentException("Exactly one of size and scale_factor must be given.");
                if (antialias)
                    throw new NotImplementedException("Antialiasing is not part of this stand-in.");
                if (x.ndim != 4)
                    throw new NotImplementedException($"{x.ndim} dimensions are not part of this stand-in, only 4.");
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. x.shape[2..].Zip(PerDimension(scale_factor), (length, by) => (long)(length * by))];
                    scale_factor = null;
                }

                var sizes = size is null ? null : PerDimension(size);
                var scales = scale_factor is null ? null : PerDimension(scale_factor);
                var align = align_corners ?? false;
                return mode switch
                {
                    InterpolationMode.Nearest => Op.UpsampleNearest2dVec.Call(x, sizes, scales),
                    InterpolationMode.Bilinear => Op.UpsampleBilinear2dVec.Call(x, sizes, align, scales),
                    InterpolationMode.Bicubic => Op.UpsampleBicubic2dVec.Call(x, sizes, align, scales),
                    InterpolationMode.Area => Op.AdaptiveAvgPool2d.Call(x, sizes!),
                    _ => throw new ArgumentOutOfRangeException(nameof(mode)),
                };
            }

            /// <summary>The mean of each window.</summary>
            /// <param name="input">Images (N, C, H, W).</param>
            /// <param name="kernel_size">The height and width of the windows.</param>
            /// <param name="stride">The steps down and right; the size of a window if null.</param>
            /// <param name="padding">The zeros around the image, at most half a window; none if null.</param>
            /// <param name="ceil_mode">Whether windows may reach past the edge.</param>
            /// <param name="count_include_pad">Whether the zeros count in the mean.</param>
            /// <param name="divisor_override">What sums are divided by; the number of values if null.</param>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.AvgPool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad,
                    divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding), ceil_mode,
                    count_include_pad, divisor_override);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">Images (N, C, H, W).</param>
            /// <param name="kernel_size">The height and width of the windows.</param>
            /// <param name="strides">The steps down and right; the size of a window if null.</param>
            /// <param name="padding">The border of −∞ around the image, at most half a window; none if null.</param>
            /// <param name="dilation">The distances between the values of a window; 1 if null.</param>
            /// <param name="ceil_mode">Whether windows may reach past the edge.</param>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false) =>
                Op.MaxPool2d.Call(
                    input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                max_pool2d(
                    input, Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding ?? 0), Pair(dilation ?? 1),
                    ceil_mode);

            private static long[] Pair(long value) => [value, value];

            private static T[] PerDimension<T>(T[] values) => values is [var both] ? [both, both] : values;
        }
    }
}
