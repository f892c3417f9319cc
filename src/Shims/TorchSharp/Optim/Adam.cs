using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Adam of Kingma &amp; Ba (2015).</summary>
        public sealed class Adam : OptimizerHelper
        {
            private readonly double _eps;
            private readonly double _decay;
            private readonly bool _amsgrad;
            private readonly bool _maximize;

            public Adam(
                IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : base(parameters, lr)
            {
                Betas = (beta1, beta2);
                (_eps, _decay, _amsgrad, _maximize) = (eps, weight_decay, amsgrad, maximize);
            }

            public (double, double) Betas { get; set; }

            private protected override void Update(Parameter parameter, Tensor gradient, double rate)
            {
                var (beta1, beta2) = Betas;
                var used = Effective(gradient, parameter, _decay, _maximize);
                var mean = State(parameter, 0).mul_(beta1).add_(used, alpha: 1 - beta1);
                var square = State(parameter, 1).mul_(beta2).addcmul_(used, used, 1 - beta2);
                if (_amsgrad)
                {
                    var largest = State(parameter, 2);
                    square = largest.copy_(largest.maximum(square));
                }

                var correction1 = 1 - Math.Pow(beta1, Steps);
                var correction2 = 1 - Math.Pow(beta2, Steps);
                var denominator = square.sqrt().div_(Math.Sqrt(correction2)).add_(_eps);
                parameter.addcdiv_(mean, denominator, -rate / correction1);
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static Adam Adam(
                IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static Adam Adam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false,
                bool maximize = false) =>
                Adam(
                    parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
