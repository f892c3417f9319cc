using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x Wᵀ + b.</summary>
        public sealed class Linear : nn.Module<Tensor, Tensor>
        {
            internal Linear(Parameter weight, Parameter? bias)
                : base(nameof(Linear))
            {
                this.weight = Kept(weight);
                register_parameter(nameof(weight), weight);
                if (bias is null)
                    return;
                this.bias = Kept(bias);
                register_parameter(nameof(bias), bias);
            }

            public Parameter weight { get; set; }

            public Parameter? bias { get; set; }

            public long in_features => weight.size(1);

            public long out_features => weight.size(0);

            public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                Modules.Parameter weight = new(empty([outputSize, inputSize], dtype, device));
                var bias = hasBias ? new Modules.Parameter(empty([outputSize], dtype, device)) : null;
                Initial.Uniform(weight, bias, inputSize);
                return new(weight, bias);
            }

            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) =>
                new(weight, bias);

            /// <summary>How PyTorch initializes linear and convolutional layers.</summary>
            internal static class Initial
            {
                /// <summary>Both uniform with bound 1 / √fanIn, drawn weight first.</summary>
                public static void Uniform(Tensor weight, Tensor? bias, long fanIn)
                {
                    init.kaiming_uniform_(weight, Math.Sqrt(5));
                    var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
                    if (bias is not null)
                        init.uniform_(bias, -bound, bound);
                }
            }
        }
    }
}
