using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales the gradients down until their common norm is within the bound.</summary>
            public static double clip_grad_norm_(
                IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var gradients = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToList();
                if (gradients.Count == 0)
                    return 0;
                var norms = stack(gradients.Select(gradient => linalg.vector_norm(gradient, norm_type)));
                var total = linalg.vector_norm(norms, norm_type).ToDouble();
                var factor = Math.Min(max_norm / (total + 1e-6), 1);
                foreach (var gradient in gradients)
                    gradient.mul_(factor);
                return total;
            }
        }
    }
}
