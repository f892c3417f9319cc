namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements: a single number.</summary>
        /// <param name="type">
        /// The type of the result; if null that of the tensor, but 64 bits for whole numbers.
        /// </param>
        public Tensor sum(ScalarType? type = null) => Op.Sum.Call(this, type);

        /// <summary>The sums along a dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">
        /// The type of the result; if null that of the tensor, but 64 bits for whole numbers.
        /// </param>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        /// <summary>The sums along two dimensions.</summary>
        /// <param name="dim0">The one dimension; negative ones count from the last.</param>
        /// <param name="dim1">The other dimension.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">
        /// The type of the result; if null that of the tensor, but 64 bits for whole numbers.
        /// </param>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1], keepdim, type);

        /// <summary>The sums along dimensions.</summary>
        /// <param name="dim">The dimensions; negative ones count from the last. None means all.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">
        /// The type of the result; if null that of the tensor, but 64 bits for whole numbers.
        /// </param>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Op.SumDimIntList.Call(this, dim, keepdim, type);

        /// <inheritdoc cref="sum(long[], bool, ScalarType?)"/>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            sum(dim.ToArray(), keepdim, type);

        /// <summary>The mean of all elements: a single number. Only real numbers have one.</summary>
        public Tensor mean() => Op.Mean.Call(this);

        /// <summary>The means along dimensions.</summary>
        /// <param name="dimensions">The dimensions; negative ones count from the last. None means all.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">The type of the result; that of the tensor if null.</param>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Op.MeanDim.Call(this, dimensions, keepdim, type);

        /// <summary>The variance of all elements: a single number.</summary>
        /// <param name="unbiased">Whether the divisor is n − 1, not n.</param>
        public Tensor var(bool unbiased = true) => Op.Var.Call(this, unbiased);

        /// <summary>The variances along a dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="unbiased">Whether the divisor is n − 1, not n.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">The type of the result; that of the tensor if null.</param>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        /// <summary>The variances along dimensions.</summary>
        /// <param name="dimensions">The dimensions; negative ones count from the last.</param>
        /// <param name="unbiased">Whether the divisor is n − 1, not n.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">The type of the result; that of the tensor if null.</param>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Op.VarDim.Call(this, dimensions, unbiased, keepdim), type);

        /// <summary>The standard deviation of all elements: a single number.</summary>
        /// <param name="unbiased">Whether the divisor is n − 1, not n.</param>
        public Tensor std(bool unbiased = true) => Op.Std.Call(this, unbiased);

        /// <summary>The standard deviations along a dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="unbiased">Whether the divisor is n − 1, not n.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">The type of the result; that of the tensor if null.</param>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        /// <summary>The standard deviations along dimensions.</summary>
        /// <param name="dimensions">The dimensions; negative ones count from the last.</param>
        /// <param name="unbiased">Whether the divisor is n − 1, not n.</param>
        /// <param name="keepdim">Whether the dimensions stay, with size 1.</param>
        /// <param name="type">The type of the result; that of the tensor if null.</param>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Op.StdDim.Call(this, dimensions, unbiased, keepdim), type);

        /// <summary>The largest element: a single number; NaN if there is one.</summary>
        public Tensor max() => Op.Max.Call(this);

        /// <inheritdoc cref="maximum(Tensor)"/>
        public Tensor max(Tensor other) => Op.MaxOther.Call(this, other);

        /// <summary>The largest elements along a dimension and their positions.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Op.MaxDim.CallForTwo(this, dim, keepdim);

        /// <summary>The smallest element: a single number; NaN if there is one.</summary>
        public Tensor min() => Op.Min.Call(this);

        /// <inheritdoc cref="minimum(Tensor)"/>
        public Tensor min(Tensor other) => Op.MinOther.Call(this, other);

        /// <summary>The smallest elements along a dimension and their positions.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Op.MinDim.CallForTwo(this, dim, keepdim);

        /// <summary>The largest elements along dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; negative ones count from the last. None means all.</param>
        public Tensor amax(params long[] dims) => Op.Amax.Call(this, dims);

        /// <summary>The smallest elements along dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; negative ones count from the last. None means all.</param>
        public Tensor amin(params long[] dims) => Op.Amin.Call(this, dims);

        /// <summary>Whether no element is 0: a single truth value.</summary>
        public Tensor all() => Op.All.Call(this);

        /// <summary>(∑ |x|ᵖ)^(1/p) over all elements: a single number.</summary>
        /// <param name="p">The order; 2 is Euclid's.</param>
        public Tensor norm(float p = 2) => Op.NormScalar.Call(this, (double)p);

        /// <summary>(∑ |x|ᵖ)^(1/p) along a dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="keepdim">Whether it stays, with size 1.</param>
        /// <param name="p">The order; 2 is Euclid's.</param>
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
