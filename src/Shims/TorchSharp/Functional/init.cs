namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public static Tensor normal_(
                Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return tensor.normal_(mean, std, generator);
            }

            public static Tensor uniform_(
                Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return tensor.uniform_(low, high, generator);
            }

            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var _ = no_grad();
                return tensor.fill_(val);
            }

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                Symmetric(tensor, KaimingDeviation(tensor, a, mode, nonlinearity));

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) =>
                normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1) =>
                Symmetric(tensor, XavierDeviation(tensor, gain));

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
