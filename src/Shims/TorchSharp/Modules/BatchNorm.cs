using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalizes each channel by the statistics of the batch, or of the batches of training.</summary>
        public abstract class BatchNorm : NormBase
        {
            private protected BatchNorm(
                long num_features, double eps, double momentum, bool affine, bool track_running_stats,
                Device? device, ScalarType? dtype, string name)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
            {
            }

            public override Tensor forward(Tensor input)
            {
                ValidateInputDimensions(input);
                if (training && num_batches_tracked is not null)
                {
                    using var _ = no_grad();
                    num_batches_tracked.add_(1);
                }

                return nn.functional.batch_norm(
                    input, running_mean, running_var, weight, bias, training || running_mean is null,
                    momentum ?? 0.1, eps);
            }
        }

        public sealed class BatchNorm1d : BatchNorm
        {
            internal BatchNorm1d(
                long num_features, double eps, double momentum, bool affine, bool track_running_stats,
                Device? device, ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
            {
            }

            protected override void ValidateInputDimensions(Tensor input)
            {
                if (input.ndim is not (2 or 3))
                    throw new ArgumentException($"expected 2D or 3D input, but got {input.ndim}D input.");
            }
        }

        public sealed class BatchNorm2d : BatchNorm
        {
            internal BatchNorm2d(
                long num_features, double eps, double momentum, bool affine, bool track_running_stats,
                Device? device, ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
            {
            }

            protected override void ValidateInputDimensions(Tensor input)
            {
                if (input.ndim != 4)
                    throw new ArgumentException($"expected 4D input, but got {input.ndim}D input.");
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
