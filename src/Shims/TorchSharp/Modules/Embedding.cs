using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A table of vectors, looked up by row number.</summary>
        public sealed class Embedding : nn.Module<Tensor, Tensor>
        {
            private readonly long _padding;
            private readonly double? _maxNorm;
            private readonly double _normType;
            private readonly bool _scaleByFrequency;
            private readonly bool _sparse;

            internal Embedding(
                Parameter weight, long? padding, double? maxNorm, double normType, bool scaleByFrequency, bool sparse)
                : base(nameof(Embedding))
            {
                this.weight = Kept(weight);
                register_parameter(nameof(weight), weight);
                (_padding, _maxNorm, _normType) = (padding ?? -1, maxNorm, normType);
                (_scaleByFrequency, _sparse) = (scaleByFrequency, sparse);
            }

            public Parameter weight { get; set; }

            public override Tensor forward(Tensor input)
            {
                if (_maxNorm is { } most)
                {
                    using var _ = no_grad();
                    Op.EmbeddingRenormInPlace.Change(weight, input, most, _normType);
                }

                return Op.Embedding.Call(weight, input, _padding, _scaleByFrequency, _sparse);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
                ScalarType? dtype = null)
            {
                Modules.Parameter weight = new(empty([num_embeddings, embedding_dims], dtype, device));
                init.normal_(weight);
                var padding = padding_idx is < 0 ? padding_idx + num_embeddings : padding_idx;
                if (padding is { } row)
                {
                    using var _ = no_grad();
                    using var padded = weight[row];
                    padded.zero_();
                }

                return new(weight, padding, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
