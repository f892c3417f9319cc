namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters; all change the tensor in place, unrecorded.</summary>
        public static partial class init
        {
            /// <summary>Which number of connections sets the scale.</summary>
            public enum FanInOut
            {
                /// <summary>Those into a unit: the second size times the kernel's.</summary>
                FanIn = 0,

                /// <summary>Those out of a unit: the first size times the kernel's.</summary>
                FanOut = 1,
            }

            /// <summary>What follows a layer; each has a gain that keeps the variance.</summary>
            public enum NonlinearityType
            {
                /// <summary>A linear layer, or nothing: 1.</summary>
                Linear = 0,

                /// <inheritdoc cref="Linear"/>
                Conv1D = 1,

                /// <inheritdoc cref="Linear"/>
                Conv2D = 2,

                /// <inheritdoc cref="Linear"/>
                Conv3D = 3,

                /// <inheritdoc cref="Linear"/>
                ConvTranspose1D = 4,

                /// <inheritdoc cref="Linear"/>
                ConvTranspose2D = 5,

                /// <inheritdoc cref="Linear"/>
                ConvTranspose3D = 6,

                /// <summary>The logistic function: 1.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent: 5 / 3.</summary>
                Tanh = 8,

                /// <summary>max(x, 0): √2.</summary>
                ReLU = 9,

                /// <summary>A line with a bend: √(2 / (1 + slope²)).</summary>
                LeakyReLU = 10,
            }

            /// <summary>Normally distributed numbers.</summary>
            /// <param name="tensor">The tensor, which is changed and given back.</param>
            /// <param name="mean">Their mean.</param>
            /// <param name="std">Their standard deviation.</param>
            /// <param name="generator">Where they come from; the global generator if null.</param>
            public static Tensor normal_(
                Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return tensor.normal_(mean, std, generator);
            }

            /// <summary>Numbers uniform in [low, high).</summary>
            /// <param name="tensor">The tensor, which is changed and given back.</param>
            /// <param name="low">The least.</param>
            /// <param name="high">The bound, which is left out.</param>
            /// <param name="generator">Where they come from; the global generator if null.</param>
            public static Tensor uniform_(
                Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return tensor.uniform_(low, high, generator);
            }

            /// <summary>One value everywhere.</summary>
            /// <param name="tensor">The tensor, which is changed and given back.</param>
            /// <param name="val">The value.</param>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var _ = no_grad();
                return tensor.fill_(val);
            }

            /// <summary>0 everywhere.</summary>
            /// <param name="tensor">The tensor, which is changed and given back.</param>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>1 everywhere.</summary>
            /// <param name="tensor">The tensor, which is changed and given back.</param>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>
            /// Normal numbers of deviation gain / √fan, from the global generator: He et al. (2015), equation 10.
            /// </summary>
            /// <param name="tensor">The tensor, which is changed and given back; two dimensions at least.</param>
            /// <param name="a">The slope below 0, for <see cref="NonlinearityType.LeakyReLU"/>.</param>
            /// <param name="mode">Whether sums forward or backward shall keep their variance.</param>
            /// <param name="nonlinearity">What follows; it sets the gain.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>
            /// Uniform numbers up to ±gain · √(3 / fan), from the global generator: He et al. (2015).
            /// </summary>
            /// <param name="tensor">The tensor, which is changed and given back; two dimensions at least.</param>
            /// <param name="a">The slope below 0, for <see cref="NonlinearityType.LeakyReLU"/>.</param>
            /// <param name="mode">Whether sums forward or backward shall keep their variance.</param>
            /// <param name="nonlinearity">What follows; it sets the gain.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                Symmetric(tensor, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>
            /// Normal numbers of deviation gain · √(2 / (fan in + fan out)), from the global generator: Glorot &amp;
            /// Bengio (2010).
            /// </summary>
            /// <param name="tensor">The tensor, which is changed and given back; two dimensions at least.</param>
            /// <param name="gain">A factor.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) =>
                normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <summary>
            /// Uniform numbers up to ±gain · √(6 / (fan in + fan out)), from the global generator: Glorot &amp; Bengio
            /// (2010), equation 16.
            /// </summary>
            /// <param name="tensor">The tensor, which is changed and given back; two dimensions at least.</param>
            /// <param name="gain">A factor.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1) =>
                Symmetric(tensor, XavierDeviation(tensor, gain));

            /// <summary>
            /// A random matrix with orthonormal rows or columns, whichever are fewer, from the global generator: Saxe
            /// et al. (2014).
            /// </summary>
            /// <param name="tensor">
            /// The tensor, which is changed and given back; all sizes but the first count as columns.
            /// </param>
            /// <param name="gain">The length of the rows or columns.</param>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.size(0);
                var flat = empty([rows, tensor.numel() / rows], tensor.dtype, tensor.device).normal_();
                var tall = rows < flat.size(1) ? flat.t() : flat;
                var (q, r) = Op.LinalgQr.CallForTwo(tall);
                q.mul_(Op.Diag.Call(r).sign());
                tensor.copy_((rows < flat.size(1) ? q.t() : q).reshape(tensor.shape)).mul_(gain);
                return tensor;
            }

            internal static (long In, long Out) Fans(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out need a tensor of two or more dimensions.");
                var receptiveField = shape[2..].TotalSize();
                return (shape[1] * receptiveField, shape[0] * receptiveField);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType type)
            {
                var (fanIn, fanOut) = Fans(tensor);
                return Gain(type, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = Fans(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double Gain(NonlinearityType type, double slope) => type switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + slope * slope)),
                _ => 1,
            };

            /// <summary>The uniform distribution around 0 with this standard deviation.</summary>
            private static Tensor Symmetric(Tensor tensor, double deviation) =>
                uniform_(tensor, -Math.Sqrt(3) * deviation, Math.Sqrt(3) * deviation);
        }
    }
}
