using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>What all convolutions have: weights, a bias and the geometry.</summary>
    public abstract class Convolution : nn.Module<Tensor, Tensor>
    {
        private protected Convolution(
            string name, long in_channels, long out_channels, Geometry geometry, bool bias, Device? device,
            ScalarType? dtype)
            : base(name)
        {
            this.in_channels = in_channels;
            this.out_channels = out_channels;
            Geometry = geometry;
            var (first, second) = geometry.Transposed ? (in_channels, out_channels) : (out_channels, in_channels);
            weight = Kept(new Parameter(empty([first, second / geometry.Groups, .. geometry.Kernel], dtype, device)));
            register_parameter(nameof(weight), weight);
            if (bias)
            {
                this.bias = Kept(new Parameter(empty([out_channels], dtype, device)));
                register_parameter(nameof(bias), this.bias);
            }

            reset_parameters();
        }

        public Parameter weight { get; set; }

        public Parameter? bias { get; set; }

        public long in_channels { get; }

        public long out_channels { get; }

        public long[] kernel_size => Geometry.Kernel;

        public long[] stride => Geometry.Stride;

        public long[] padding => Geometry.Padding;

        public long[] dilation => Geometry.Dilation;

        public long groups => Geometry.Groups;

        public bool transposed => Geometry.Transposed;

        public PaddingModes padding_mode => Geometry.Mode;

        private protected Geometry Geometry { get; }

        public void reset_parameters() =>
            nn.Initial.Uniform(weight, bias, nn.init.Fans(weight).In);
    }

    internal sealed record Geometry
    {
        public required long[] Kernel { get; init; }

        public required long[] Stride { get; init; }

        public required long[] Padding { get; init; }

        public required long[] Dilation { get; init; }

        public long[] OutputPadding { get; init; } = [0, 0];

        public long Groups { get; init; } = 1;

        public bool Transposed { get; init; }

        public PaddingModes Mode { get; init; }

        /// <summary>Before and after, last dimension first: what functional.pad wants.</summary>
        public long[] PaddingForPad => [.. Padding.Reverse().SelectMany(size => new[] { size, size })];
    }
}

namespace TorchSharp
{
    public enum Padding
    {
        Valid = 0,
        Same = 1,
    }

    public enum PaddingModes
    {
        Zeros = 0,
        Reflect = 1,
        Replicate = 2,
        Circular = 3,
        Constant = 4,
    }
}
