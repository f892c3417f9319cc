namespace TorchSharp;

public static partial class torch
{
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public partial class Tensor
    {
        public Tensor add(Tensor target) => Op.AddTensor.Call(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Op.AddTensor.Call(this, target, alpha);

        public Tensor add(Scalar scalar) => Op.AddScalar.Call(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Op.AddScalar.Call(this, scalar, alpha);

        public Tensor add_(Tensor target) => Op.AddInPlaceTensor.Change(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Op.AddInPlaceTensor.Change(this, target, alpha);

        public Tensor add_(Scalar scalar) => Op.AddInPlaceScalar.Change(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Op.AddInPlaceScalar.Change(this, scalar, alpha);

        public Tensor sub(Tensor target) => Op.SubTensor.Call(this, target);

        public Tensor sub(Scalar target) => Op.SubScalar.Call(this, target);

        public Tensor sub_(Tensor target) => Op.SubInPlaceTensor.Change(this, target);

        public Tensor sub_(Scalar target) => Op.SubInPlaceScalar.Change(this, target);

        public Tensor mul(Tensor target) => Op.MulTensor.Call(this, target);

        public Tensor mul(Scalar target) => Op.MulScalar.Call(this, target);

        public Tensor mul_(Tensor target) => Op.MulInPlaceTensor.Change(this, target);

        public Tensor mul_(Scalar target) => Op.MulInPlaceScalar.Change(this, target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Op.DivTensor.Call(this, target)
                : Op.DivTensorMode.Call(this, target, rounding_mode.ToString());

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Op.DivScalar.Call(this, target)
                : Op.DivScalarMode.Call(this, target, rounding_mode.ToString());

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Op.DivInPlaceTensor.Change(this, target)
                : Op.DivInPlaceTensorMode.Change(this, target, rounding_mode.ToString());

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Op.DivInPlaceScalar.Change(this, target)
                : Op.DivInPlaceScalarMode.Change(this, target, rounding_mode.ToString());

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.Addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.AddcmulInPlace.Change(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Op.Addcdiv.Call(this, tensor1, tensor2);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.Addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Op.AddcdivInPlace.Change(this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Op.AddcdivInPlace.Change(this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Tensor weight) => Op.LerpTensor.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Op.LerpInPlaceTensor.Change(this, end, weight);

        public Tensor pow(Tensor exponent) => Op.PowTensorTensor.Call(this, exponent);

        public Tensor pow(Scalar exponent) => Op.PowTensorScalar.Call(this, exponent);

        public Tensor pow_(Tensor exponent) => Op.PowInPlaceTensor.Change(this, exponent);

        public Tensor pow_(Scalar exponent) => Op.PowInPlaceScalar.Change(this, exponent);
    }
}
