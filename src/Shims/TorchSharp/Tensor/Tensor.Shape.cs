namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same memory in other sizes.</summary>
        /// <param name="shape">The new sizes; one may be −1 and follows from the others.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// They hold another number of elements, or the order in memory does not allow it.
        /// </exception>
        public Tensor view(params long[] shape) => Op.View.Call(this, shape);

        /// <summary>The same elements in other sizes: a view where memory allows, else a copy.</summary>
        /// <param name="shape">The new sizes; one may be −1 and follows from the others.</param>
        public Tensor reshape(params long[] shape) => Op.Reshape.Call(this, shape);

        /// <summary>Some dimensions in one: a view where memory allows, else a copy.</summary>
        /// <param name="start_dim">The first of them; negative ones count from the last.</param>
        /// <param name="end_dim">The last of them.</param>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Op.FlattenUsingInts.Call(this, start_dim, end_dim);

        /// <summary>The dimensions in another order: a view.</summary>
        /// <param name="permutation">For each new dimension the number of the old one.</param>
        public Tensor permute(params long[] permutation) => Op.Permute.Call(this, permutation);

        /// <summary>Two dimensions exchanged: a view.</summary>
        /// <param name="dim0">The one; negative ones count from the last.</param>
        /// <param name="dim1">The other.</param>
        public Tensor transpose(long dim0, long dim1) => Op.TransposeInt.Call(this, dim0, dim1);

        /// <summary>A matrix transposed: a view; fewer than two dimensions stay as they are.</summary>
        public Tensor t() => Op.T.Call(this);

        /// <summary>Without dimensions of size 1: a view.</summary>
        /// <param name="dim">The only one that may go; all if null.</param>
        public Tensor squeeze(long? dim = null) =>
            dim is { } one ? Op.SqueezeDim.Call(this, one) : Op.Squeeze.Call(this);

        /// <summary>With a new dimension of size 1: a view.</summary>
        /// <param name="dim">Where it comes; negative ones count from the end of the result.</param>
        public Tensor unsqueeze(long dim) => Op.Unsqueeze.Call(this, dim);

        /// <inheritdoc cref="expand(long[], bool)"/>
        public Tensor expand(params long[] sizes) => Op.Expand.Call(this, sizes);

        /// <summary>
        /// With dimensions of size 1 repeated and new ones in front: a view, in which repeated elements share their
        /// memory.
        /// </summary>
        /// <param name="sizes">The new sizes; −1 keeps one.</param>
        /// <param name="isImplicit">Not for users.</param>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Op.Expand.Call(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(long[], bool)"/>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);

        /// <summary>The tensor repeated along dimensions: a copy.</summary>
        /// <param name="sizes">How often along each; more numbers than dimensions make new ones in front.</param>
        public Tensor repeat(params long[] sizes) => Op.Repeat.Call(this, sizes);

        /// <summary>In reverse order along dimensions: a copy.</summary>
        /// <param name="dims">The dimensions; negative ones count from the last.</param>
        public Tensor flip(params long[] dims) => Op.Flip.Call(this, dims);

        /// <summary>Shifted along a dimension; what leaves at one end comes in at the other: a copy.</summary>
        /// <param name="shifts">How far, towards higher positions.</param>
        /// <param name="dims">The dimension; if null all elements are one row.</param>
        public Tensor roll(long shifts, long? dims = null) =>
            roll([shifts], dims is { } one ? [one] : []);

        /// <summary>Shifted along dimensions; what leaves at one end comes in at the other: a copy.</summary>
        /// <param name="shifts">How far along each, towards higher positions.</param>
        /// <param name="dims">The dimensions.</param>
        public Tensor roll(long[] shifts, long[] dims) => Op.Roll.Call(this, shifts, dims);

        /// <summary>
        /// Parts of equal size along a dimension, the last perhaps smaller: views, and fewer than asked for where the
        /// size is small.
        /// </summary>
        /// <param name="chunks">How many.</param>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        public Tensor[] chunk(long chunks, long dim = 0) =>
            Op.Chunk.CallForMany(checked((int)Math.Max(chunks, 1)), this, chunks, dim);

        /// <summary>Parts of a given size along a dimension, the last perhaps smaller: views.</summary>
        /// <param name="size">The size of a part.</param>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        public Tensor[] split(long size, int dim = 0)
        {
            var length = this.size(dim);
            var count = size > 0 ? Math.Max((length + size - 1) / size, 1) : 1;
            return Op.SplitTensor.CallForMany(checked((int)count), this, size, (long)dim);
        }

        /// <summary>Parts of given sizes along a dimension: views.</summary>
        /// <param name="sizes">Their sizes, whose sum is the dimension's.</param>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        public Tensor[] split(long[] sizes, long dim = 0) =>
            Op.SplitWithSizes.CallForMany(sizes.Length, this, sizes, dim);

        /// <summary>
        /// The tensor with its elements in memory in the order of their indices: the same memory if they are, else a
        /// copy.
        /// </summary>
        public Tensor contiguous() => Op.Contiguous.Call(this);

        /// <summary>A copy, through which gradients pass.</summary>
        public Tensor clone() => Op.Clone.Call(this);
    }
}
