namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor narrow(long dim, long start, long length) => Op.Narrow.Call(this, dim, start, length);

        public Tensor index_select(long dim, Tensor index) => Op.IndexSelect.Call(this, dim, index);

        public Tensor gather(long dim, Tensor index) => Op.Gather.Call(this, dim, index);

        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Op.ScatterInPlaceSrc.Change(this, dim, index, src);

        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Op.CopyInPlace.Change(this, source, nonBlocking);

        public Tensor set_(Tensor source) => Op.SetInPlaceSourceTensor.Change(this, source);

        public Tensor zero_() => Op.ZeroInPlace.Change(this);

        public Tensor fill_(Scalar value) => Op.FillInPlaceScalar.Change(this, value);

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Op.NormalInPlace.Change(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Op.UniformInPlace.Change(this, from, to, generator);
    }
}
