namespace TorchSharp;

public static partial class torch
{
    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
        NearestExact = 6,
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
                var spatial = (int)x.ndim - 2;
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. x.shape[2..].Zip(Repeated(scale_factor, spatial), (length, by) => (long)(length * by))];
                    scale_factor = null;
                }

                var sizes = size is null ? null : Repeated(size, spatial);
                var scales = scale_factor is null ? null : Repeated(scale_factor, spatial);
                var align = align_corners ?? false;
                return (mode, spatial) switch
                {
                    (InterpolationMode.Nearest, 1) => Op.UpsampleNearest1dVec.Call(x, sizes, scales),
                    (InterpolationMode.Nearest, 2) => Op.UpsampleNearest2dVec.Call(x, sizes, scales),
                    (InterpolationMode.Nearest, 3) => Op.UpsampleNearest3dVec.Call(x, sizes, scales),
                    (InterpolationMode.NearestExact, 2) => Op.UpsampleNearestExact2dVec.Call(x, sizes, scales),
                    (InterpolationMode.Linear, 1) => Op.UpsampleLinear1dVec.Call(x, sizes, align, scales),
                    (InterpolationMode.Bilinear, 2) => Op.UpsampleBilinear2dVec.Call(x, sizes, align, scales),
                    (InterpolationMode.Bicubic, 2) => Op.UpsampleBicubic2dVec.Call(x, sizes, align, scales),
                    (InterpolationMode.Trilinear, 3) => Op.UpsampleTrilinear3dVec.Call(x, sizes, align, scales),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, sizes!),
                    _ => throw new NotImplementedException($"{mode} does not fit a tensor of {x.ndim} dimensions."),
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

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Op.AdaptiveAvgPool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, Pair(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            private static long[] Pair(long value) => [value, value];

            private static T[] Repeated<T>(T[] values, int count) =>
                values.Length == 1 ? [.. Enumerable.Repeat(values[0], count)] : values;
        }
    }
}
