using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The transpose of a convolution over images: it makes them larger.</summary>
        public sealed class ConvTranspose2d : Convolution
        {
            internal ConvTranspose2d(
                long inChannels, long outChannels, Geometry geometry, bool bias, Device? device, ScalarType? dtype)
                : base(nameof(ConvTranspose2d), inChannels, outChannels, geometry, bias, device, dtype)
            {
            }

            public override Tensor forward(Tensor input) =>
                nn.functional.conv_transpose2d(
                    input, weight, bias, stride, padding, Geometry.OutputPadding, dilation, groups);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                ConvTranspose2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                    (output_padding, output_padding), (dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null)
            {
                if (padding_mode != PaddingModes.Zeros)
                {
                    throw new ArgumentException(
                        "Only PaddingModes.Zeros fits a transposed convolution.", nameof(padding_mode));
                }

                Geometry geometry = new()
                {
                    Kernel = Pair(kernel_size),
                    Stride = Pair(stride ?? (1, 1)),
                    Padding = Pair(padding ?? (0, 0)),
                    Dilation = Pair(dilation ?? (1, 1)),
                    OutputPadding = Pair(output_padding ?? (0, 0)),
                    Groups = groups,
                    Transposed = true,
                    Mode = padding_mode,
                };
                return new(in_channels, out_channels, geometry, bias, device, dtype);
            }
        }
    }
}
