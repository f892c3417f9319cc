namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator ==(Tensor left, Tensor right) => Op.EqTensor.Call(left, right);

        public static Tensor operator ==(Tensor left, Scalar right) => Op.EqScalar.Call(left, right);

        public static Tensor operator ==(Scalar left, Tensor right) => Op.EqScalar.Call(right, left);

        public static Tensor operator !=(Tensor left, Tensor right) => Op.NeTensor.Call(left, right);

        public static Tensor operator !=(Tensor left, Scalar right) => Op.NeScalar.Call(left, right);

        public static Tensor operator !=(Scalar left, Tensor right) => Op.NeScalar.Call(right, left);

        public static Tensor operator <(Tensor left, Tensor right) => Op.LtTensor.Call(left, right);

        public static Tensor operator <(Tensor left, Scalar right) => Op.LtScalar.Call(left, right);

        public static Tensor operator <(Scalar left, Tensor right) => Op.GtScalar.Call(right, left);

        public static Tensor operator <=(Tensor left, Tensor right) => Op.LeTensor.Call(left, right);

        public static Tensor operator <=(Tensor left, Scalar right) => Op.LeScalar.Call(left, right);

        public static Tensor operator <=(Scalar left, Tensor right) => Op.GeScalar.Call(right, left);

        public static Tensor operator >(Tensor left, Tensor right) => Op.GtTensor.Call(left, right);

        public static Tensor operator >(Tensor left, Scalar right) => Op.GtScalar.Call(left, right);

        public static Tensor operator >(Scalar left, Tensor right) => Op.LtScalar.Call(right, left);

        public static Tensor operator >=(Tensor left, Tensor right) => Op.GeTensor.Call(left, right);

        public static Tensor operator >=(Tensor left, Scalar right) => Op.GeScalar.Call(left, right);

        public static Tensor operator >=(Scalar left, Tensor right) => Op.LeScalar.Call(right, left);

        public Tensor isfinite() => Op.Isfinite.Call(this);

        public Tensor maximum(Tensor other) => Op.Maximum.Call(this, other);

        public Tensor minimum(Tensor other) => Op.Minimum.Call(this, other);

        public Tensor where(Tensor condition, Tensor y) => Op.WhereSelf.Call(condition, this, y);
    }
}
