namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The part at one position of a dimension, which disappears: a view.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="index">The position; negative ones count from the end.</param>
        public Tensor select(long dim, long index) => Op.SelectInt.Call(this, dim, index);

        /// <summary>The values, with one number in the place of those that a mask marks, with broadcasting.</summary>
        /// <param name="mask">Truth values.</param>
        /// <param name="value">The number.</param>
        public Tensor masked_fill(Tensor mask, Scalar value) => Op.MaskedFillScalar.Call(this, mask, value);

        /// <summary>The part of a dimension from start on: a view.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="start">The first position.</param>
        /// <param name="length">How many positions.</param>
        public Tensor narrow(long dim, long start, long length) => Op.Narrow.Call(this, dim, start, length);

        /// <summary>The parts at given positions of a dimension, in their order: a copy.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="index">The positions, in one dimension, from 0; they may repeat.</param>
        public Tensor index_select(long dim, Tensor index) => Op.IndexSelect.Call(this, dim, index);

        /// <summary>
        /// Each element from the place where its index replaces the position along a dimension: a copy in the sizes of
        /// the index.
        /// </summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="index">The positions, from 0; in no other dimension larger than this tensor.</param>
        public Tensor gather(long dim, Tensor index) => Op.Gather.Call(this, dim, index);

        /// <summary>
        /// Writes each element of a source to the place where its index replaces the position along a dimension, in
        /// place.
        /// </summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="index">The positions, from 0; where two are the same, either source may win.</param>
        /// <param name="src">The source, no smaller than the index.</param>
        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Op.ScatterInPlaceSrc.Change(this, dim, index, src);

        /// <summary>Copies another tensor's values into this one, whatever its type and device.</summary>
        /// <param name="source">The other; it broadcasts to these sizes.</param>
        /// <param name="nonBlocking">Whether a copy between devices may go on after the call.</param>
        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Op.CopyInPlace.Change(this, source, nonBlocking);

        /// <summary>
        /// Makes this tensor see another's memory, in the other's sizes; what it saw before it lets go.
        /// </summary>
        /// <param name="source">The other tensor, of the same type and device.</param>
        public Tensor set_(Tensor source) => Op.SetInPlaceSourceTensor.Change(this, source);

        /// <summary>Sets all elements to 0, in place.</summary>
        public Tensor zero_() => Op.ZeroInPlace.Change(this);

        /// <summary>Sets all elements to a value, in place.</summary>
        /// <param name="value">The value.</param>
        public Tensor fill_(Scalar value) => Op.FillInPlaceScalar.Change(this, value);

        /// <summary>Sets the elements to normally distributed random numbers, in place.</summary>
        /// <param name="mean">Their mean.</param>
        /// <param name="std">Their standard deviation.</param>
        /// <param name="generator">Where they come from; the global generator if null.</param>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Op.NormalInPlace.Change(this, mean, std, generator);

        /// <summary>Sets the elements to random numbers uniform in [from, to), in place.</summary>
        /// <param name="from">The least.</param>
        /// <param name="to">The bound, which is left out.</param>
        /// <param name="generator">Where they come from; the global generator if null.</param>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Op.UniformInPlace.Change(this, from, to, generator);
    }
}
