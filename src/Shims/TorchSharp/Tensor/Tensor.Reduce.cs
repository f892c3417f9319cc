namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Op.Sum.Call(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Op.SumDimIntList.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            sum(dim.ToArray(), keepdim, type);

        public Tensor mean() => Op.Mean.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Op.MeanDim.Call(this, dimensions, keepdim, type);

        public Tensor var(bool unbiased = true) => Op.Var.Call(this, unbiased);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Op.VarDim.Call(this, dimensions, unbiased, keepdim), type);

        public Tensor std(bool unbiased = true) => Op.Std.Call(this, unbiased);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Op.StdDim.Call(this, dimensions, unbiased, keepdim), type);

        public Tensor max() => Op.Max.Call(this);

        public Tensor max(Tensor other) => Op.MaxOther.Call(this, other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Op.MaxDim.CallForTwo(this, dim, keepdim);

        public Tensor min() => Op.Min.Call(this);

        public Tensor min(Tensor other) => Op.MinOther.Call(this, other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Op.MinDim.CallForTwo(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Op.Amax.Call(this, dims);

        public Tensor amin(params long[] dims) => Op.Amin.Call(this, dims);

        public Tensor all() => Op.All.Call(this);

        public Tensor norm(float p = 2) => Op.NormScalar.Call(this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            Op.NormScalarOptDim.Call(this, (double)p, new long[] { dim }, keepdim);

        /// <summary>The tensor in another element type; the original, if no longer needed, is disposed.</summary>
        private static Tensor As(Tensor result, ScalarType? type)
        {
            if (type is not { } wanted || wanted == result.dtype)
                return result;
            using (result)
                return result.to_type(wanted);
        }
    }
}
