using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Gradient descent, with momentum where it is wanted.</summary>
        public sealed class SGD : OptimizerHelper
        {
            private readonly double _dampening;
            private readonly double _decay;
            private readonly bool _nesterov;
            private readonly bool _maximize;

            public SGD(
                IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false)
                : base(parameters, lr)
            {
                Momentum = momentum;
                (_dampening, _decay, _nesterov, _maximize) = (dampening, weight_decay, nesterov, maximize);
            }

            public double Momentum { get; set; }

            private protected override void Update(Parameter parameter, Tensor gradient, double rate)
            {
                var used = Effective(gradient, parameter, _decay, _maximize);
                if (Momentum != 0)
                {
                    // The first gradient enters the buffer undamped.
                    var damping = HasState(parameter, 0) ? 1 - _dampening : 1;
                    var buffer = State(parameter, 0).mul_(Momentum).add_(used, alpha: damping);
                    used = _nesterov ? used.add(buffer, alpha: Momentum) : buffer;
                }

                parameter.add_(used, alpha: -rate);
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
