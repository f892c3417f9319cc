using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A tensor that a module learns; it takes over the native tensor of its data.</summary>
        public class Parameter : Tensor
        {
            /// <summary>Makes a parameter of a tensor, which is invalid afterwards.</summary>
            /// <param name="data">The tensor; it has no history.</param>
            /// <param name="requires_grad">Whether it is learnt.</param>
            public Parameter(Tensor data, bool requires_grad = true)
                : base(data.requires_grad_(requires_grad).Release())
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Parameter(Tensor, bool)"/>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) =>
                new(data, requires_grad);
        }
    }
}
