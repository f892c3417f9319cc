namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Op.EqTensor.Call(this, target);

        public Tensor eq(Scalar target) => Op.EqScalar.Call(this, target);

        public Tensor ne(Tensor target) => Op.NeTensor.Call(this, target);

        public Tensor ne(Scalar target) => Op.NeScalar.Call(this, target);

        public Tensor lt(Tensor target) => Op.LtTensor.Call(this, target);

        public Tensor lt(Scalar target) => Op.LtScalar.Call(this, target);

        public Tensor le(Tensor target) => Op.LeTensor.Call(this, target);

        public Tensor le(Scalar target) => Op.LeScalar.Call(this, target);

        public Tensor gt(Tensor target) => Op.GtTensor.Call(this, target);

        public Tensor gt(Scalar target) => Op.GtScalar.Call(this, target);

        public Tensor ge(Tensor target) => Op.GeTensor.Call(this, target);

        public Tensor ge(Scalar target) => Op.GeScalar.Call(this, target);

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

        /// <summary>Element by element, like <see cref="eq(Tensor)"/>.</summary>
        public Tensor equal(Tensor target) => eq(target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Op.Allclose.CallForValue(this, target, rtol, atol, equal_nan).Payload != 0;

        public Tensor isfinite() => Op.Isfinite.Call(this);

        public Tensor isinf() => Op.Isinf.Call(this);

        public Tensor isnan() => Op.Isnan.Call(this);

        public bool is_nonzero() => Op.IsNonzero.CallForValue(this).Payload != 0;

        public Tensor maximum(Tensor other) => Op.Maximum.Call(this, other);

        public Tensor minimum(Tensor other) => Op.Minimum.Call(this, other);

        public Tensor where(Tensor condition, Tensor y) => Op.WhereSelf.Call(condition, this, y);
    }
}
