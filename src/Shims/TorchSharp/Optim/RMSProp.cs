using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>RMSprop of Hinton's lectures (2012): the gradient over a running root of its square.</summary>
        public sealed class RMSProp : OptimizerHelper
        {
            private readonly double _alpha;
            private readonly double _eps;
            private readonly double _decay;
            private readonly bool _centered;
            private readonly bool _maximize;

            public RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
                : base(parameters, lr)
            {
                Momentum = momentum;
                (_alpha, _eps, _decay, _centered, _maximize) = (alpha, eps, weight_decay, centered, maximize);
            }

            public double Momentum { get; set; }

            private protected override void Update(Parameter parameter, Tensor gradient, double rate)
            {
                var used = Effective(gradient, parameter, _decay, _maximize);
                var variance = State(parameter, 0).mul_(_alpha).addcmul_(used, used, 1 - _alpha);
                if (_centered)
                {
                    var mean = State(parameter, 1).mul_(_alpha).add_(used, alpha: 1 - _alpha);
                    variance = variance.addcmul(mean, mean, -1);
                }

                var root = variance.sqrt().add_(_eps);
                if (Momentum == 0)
                    parameter.addcdiv_(used, root, -rate);
                else
                    parameter.add_(State(parameter, 2).mul_(Momentum).addcdiv_(used, root), alpha: -rate);
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
