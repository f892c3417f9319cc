using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public interface ILearningRateController
            {
                double LearningRate { get; set; }

                double InitialLearningRate { get; set; }
            }

            /// <summary>Moves parameters along their gradients.</summary>
            public abstract class Optimizer : IDisposable
            {
                private protected Optimizer()
                {
                }

                public virtual IEnumerable<ILearningRateController> ParamGroups => [];

                public virtual IEnumerable<Parameter> parameters() => [];

                public virtual Tensor? step(Func<Tensor>? closure = null) => closure?.Invoke();

                public virtual void zero_grad()
                {
                    foreach (var parameter in parameters())
                    {
                        using var gradient = parameter.grad;
                        gradient?.zero_();
                    }
                }

                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }

    namespace Modules
    {
        /// <summary>What the optimizers share: a rate, parameters and a state for each.</summary>
        public abstract class OptimizerHelper : optim.Optimizer
        {
            private readonly List<Parameter> _parameters;
            private readonly Rate _rate;
            private readonly Dictionary<Parameter, Tensor?[]> _state = new(ReferenceEqualityComparer.Instance);

            private protected OptimizerHelper(IEnumerable<Parameter> parameters, double rate)
            {
                _parameters = [.. parameters];
                _rate = new() { LearningRate = rate, InitialLearningRate = rate };
            }

            public override IEnumerable<optim.ILearningRateController> ParamGroups => [_rate];

            public override IEnumerable<Parameter> parameters() => _parameters;

            public override Tensor? step(Func<Tensor>? closure = null)
            {
                var loss = closure?.Invoke();
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                Steps++;
                foreach (var parameter in _parameters)
                {
                    if (parameter.grad is { } gradient)
                        Update(parameter, gradient, _rate.LearningRate);
                }

                return loss;
            }

            private protected int Steps { get; private set; }

            private protected abstract void Update(Parameter parameter, Tensor gradient, double rate);

            /// <summary>A tensor that stays with a parameter, zero at first.</summary>
            private protected Tensor State(Parameter parameter, int slot)
            {
                if (!_state.TryGetValue(parameter, out var slots))
                    _state[parameter] = slots = new Tensor?[3];
                return slots[slot] ??= zeros_like(parameter).DetachFromDisposeScope();
            }

            private protected bool HasState(Parameter parameter, int slot) =>
                _state.TryGetValue(parameter, out var slots) && slots[slot] is not null;

            /// <summary>The gradient as it is used: towards a maximum it is turned, and decay is added.</summary>
            private protected static Tensor Effective(Tensor gradient, Parameter parameter, double decay, bool maximize)
            {
                var used = maximize ? -gradient : gradient;
                return decay == 0 ? used : used.add(parameter, alpha: decay);
            }

            protected override void Dispose(bool disposing)
            {
                foreach (var slot in _state.Values.SelectMany(slots => slots))
                    slot?.Dispose();
                _state.Clear();
                base.Dispose(disposing);
            }

            private sealed class Rate : optim.ILearningRateController
            {
                public double LearningRate { get; set; }

                public double InitialLearningRate { get; set; }
            }
        }
    }
}
