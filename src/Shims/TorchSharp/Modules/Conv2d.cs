using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A convolution over images (N, C, H, W).</summary>
        public sealed class Conv2d : Convolution
        {
            internal Conv2d(
                long inChannels, long outChannels, Geometry geometry, bool bias, Device? device, ScalarType? dtype)
                : base(nameof(Conv2d), inChannels, outChannels, geometry, bias, device, dtype)
            {
            }

            public override Tensor forward(Tensor input)
            {
                if (padding_mode == PaddingModes.Zeros)
                    return nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
                using var padded = nn.functional.pad(input, Geometry.PaddingForPad, padding_mode);
                return nn.functional.conv2d(padded, weight, bias, stride, [0, 0], dilation, groups);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                    (dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null)
            {
                Geometry geometry = new()
                {
                    Kernel = Pair(kernel_size),
                    Stride = Pair(stride ?? (1, 1)),
                    Padding = Pair(padding ?? (0, 0)),
                    Dilation = Pair(dilation ?? (1, 1)),
                    Groups = groups,
                    Mode = padding_mode,
                };
                return new(in_channels, out_channels, geometry, bias, device, dtype);
            }

            private static long[] Pair((long, long) value) => [value.Item1, value.Item2];
        }
    }
}
