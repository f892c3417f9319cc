namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Op.View.Call(this, shape);

        public Tensor reshape(params long[] shape) => Op.Reshape.Call(this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Op.FlattenUsingInts.Call(this, start_dim, end_dim);

        public Tensor permute(params long[] permutation) => Op.Permute.Call(this, permutation);

        public Tensor transpose(long dim0, long dim1) => Op.TransposeInt.Call(this, dim0, dim1);

        public Tensor t() => Op.T.Call(this);

        public Tensor squeeze(long? dim = null) =>
            dim is { } one ? Op.SqueezeDim.Call(this, one) : Op.Squeeze.Call(this);

        public Tensor unsqueeze(long dim) => Op.Unsqueeze.Call(this, dim);

        public Tensor expand(params long[] sizes) => Op.Expand.Call(this, sizes);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Op.Expand.Call(this, sizes, isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);

        public Tensor repeat(params long[] sizes) => Op.Repeat.Call(this, sizes);

        public Tensor flip(params long[] dims) => Op.Flip.Call(this, dims);

        public Tensor roll(long shifts, long? dims = null) =>
            roll([shifts], dims is { } one ? [one] : []);

        public Tensor roll(long[] shifts, long[] dims) => Op.Roll.Call(this, shifts, dims);

        public Tensor[] chunk(long chunks, long dim = 0) =>
            Op.Chunk.CallForMany(checked((int)Math.Max(chunks, 1)), this, chunks, dim);

        public Tensor[] split(long size, int dim = 0)
        {
            var length = this.size(dim);
            var count = size > 0 ? Math.Max((length + size - 1) / size, 1) : 1;
            return Op.SplitTensor.CallForMany(checked((int)count), this, size, (long)dim);
        }

        public Tensor[] split(long[] sizes, long dim = 0) =>
            Op.SplitWithSizes.CallForMany(sizes.Length, this, sizes, dim);

        public Tensor contiguous() => Op.Contiguous.Call(this);

        public Tensor alias() => Op.Alias.Call(this);

        public Tensor clone() => Op.Clone.Call(this);
    }
}
