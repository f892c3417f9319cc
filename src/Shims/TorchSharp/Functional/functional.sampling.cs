namespace TorchSharp;

public static partial class torch
{
    public enum InterpolationMode
    {
        Nearest = 0,
        Bilinear = 2,
        Bicubic = 3,
        Area = 5,
    }

    public static partial class nn
    {
        public static partial class functional
        {
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

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.AvgPool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad,
                    divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding), ceil_mode,
                    count_include_pad, divisor_override);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false) =>
                Op.MaxPool2d.Call(
                    input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

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
