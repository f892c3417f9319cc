namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>Towards 0.</summary>
        trunc,

        /// <summary>Down.</summary>
        floor,
    }

    public partial class Tensor
    {
        /// <summary>Adds a tensor in place.</summary>
        /// <param name="target">What is added; it broadcasts to these sizes.</param>
        public Tensor add_(Tensor target) => Op.AddInPlaceTensor.Change(this, target);

        /// <summary>Adds alpha times a tensor in place.</summary>
        /// <param name="target">What is added; it broadcasts to these sizes.</param>
        /// <param name="alpha">The factor of what is added.</param>
        public Tensor add_(Tensor target, Scalar alpha) => Op.AddInPlaceTensor.Change(this, target, alpha);

        /// <summary>Adds a number in place.</summary>
        /// <param name="scalar">The number.</param>
        public Tensor add_(Scalar scalar) => Op.AddInPlaceScalar.Change(this, scalar);

        /// <summary>Adds alpha times a number in place.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">The factor of what is added.</param>
        public Tensor add_(Scalar scalar, Scalar alpha) => Op.AddInPlaceScalar.Change(this, scalar, alpha);

        /// <summary>Subtracts a tensor in place.</summary>
        /// <param name="target">What is subtracted; it broadcasts to these sizes.</param>
        public Tensor sub_(Tensor target) => Op.SubInPlaceTensor.Change(this, target);

        /// <summary>Subtracts a number in place.</summary>
        /// <param name="target">The number.</param>
        public Tensor sub_(Scalar target) => Op.SubInPlaceScalar.Change(this, target);

        /// <summary>Multiplies by a tensor in place, element by element.</summary>
        /// <param name="target">The factors; they broadcast to these sizes.</param>
        public Tensor mul_(Tensor target) => Op.MulInPlaceTensor.Change(this, target);

        /// <summary>Multiplies by a number in place.</summary>
        /// <param name="target">The number.</param>
        public Tensor mul_(Scalar target) => Op.MulInPlaceScalar.Change(this, target);

        /// <summary>Divides by a tensor in place, element by element.</summary>
        /// <param name="target">The divisors; they broadcast to these sizes.</param>
        /// <param name="rounding_mode">How quotients are rounded.</param>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Op.DivInPlaceTensor.Change(this, target)
                : Op.DivInPlaceTensorMode.Change(this, target, rounding_mode.ToString());

        /// <summary>Divides by a number in place.</summary>
        /// <param name="target">The number.</param>
        /// <param name="rounding_mode">How quotients are rounded.</param>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Op.DivInPlaceScalar.Change(this, target)
                : Op.DivInPlaceScalarMode.Change(this, target, rounding_mode.ToString());

        /// <summary>This tensor plus value · tensor1 · tensor2, element by element, with broadcasting.</summary>
        /// <param name="tensor1">The first factor.</param>
        /// <param name="tensor2">The second factor.</param>
        /// <param name="value">The third factor.</param>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.Addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>Adds value · tensor1 · tensor2 in place, element by element.</summary>
        /// <param name="tensor1">The first factor.</param>
        /// <param name="tensor2">The second factor.</param>
        /// <param name="value">The third factor.</param>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.AddcmulInPlace.Change(this, tensor1, tensor2, value);

        /// <summary>This tensor plus tensor1 / tensor2, element by element, with broadcasting.</summary>
        /// <param name="tensor1">The numerator.</param>
        /// <param name="tensor2">The denominator.</param>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Op.Addcdiv.Call(this, tensor1, tensor2);

        /// <summary>This tensor plus value · tensor1 / tensor2, element by element, with broadcasting.</summary>
        /// <param name="tensor1">The numerator.</param>
        /// <param name="tensor2">The denominator.</param>
        /// <param name="value">The factor of the quotient.</param>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.Addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>Adds tensor1 / tensor2 in place, element by element.</summary>
        /// <param name="tensor1">The numerator.</param>
        /// <param name="tensor2">The denominator.</param>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Op.AddcdivInPlace.Change(this, tensor1, tensor2);

        /// <summary>Adds value · tensor1 / tensor2 in place, element by element.</summary>
        /// <param name="tensor1">The numerator.</param>
        /// <param name="tensor2">The denominator.</param>
        /// <param name="value">The factor of the quotient.</param>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.AddcdivInPlace.Change(this, tensor1, tensor2, value);

        /// <summary>The way from this tensor to another: this + weight · (end − this), with broadcasting.</summary>
        /// <param name="end">The other tensor.</param>
        /// <param name="weight">How far: 0 is here, 1 is there.</param>
        public Tensor lerp(Tensor end, Tensor weight) => Op.LerpTensor.Call(this, end, weight);

        /// <summary>Moves this tensor towards another in place: this + weight · (end − this).</summary>
        /// <param name="end">The other tensor.</param>
        /// <param name="weight">How far: 0 is here, 1 is there.</param>
        public Tensor lerp_(Tensor end, Tensor weight) => Op.LerpInPlaceTensor.Change(this, end, weight);

        /// <summary>The power, element by element, with broadcasting.</summary>
        /// <param name="exponent">The exponents.</param>
        public Tensor pow(Tensor exponent) => Op.PowTensorTensor.Call(this, exponent);

        /// <summary>The power, element by element.</summary>
        /// <param name="exponent">The exponent.</param>
        public Tensor pow(Scalar exponent) => Op.PowTensorScalar.Call(this, exponent);

        /// <summary>Raises to powers in place, element by element.</summary>
        /// <param name="exponent">The exponents; they broadcast to these sizes.</param>
        public Tensor pow_(Tensor exponent) => Op.PowInPlaceTensor.Change(this, exponent);

        /// <summary>Raises to a power in place, element by element.</summary>
        /// <param name="exponent">The exponent.</param>
        public Tensor pow_(Scalar exponent) => Op.PowInPlaceScalar.Change(this, exponent);
    }
}
