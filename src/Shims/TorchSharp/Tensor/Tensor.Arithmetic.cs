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
        public Tensor add_(Tensor target) => Op.AddInPlaceTensor.Change(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Op.AddInPlaceTensor.Change(this, target, alpha);

        public Tensor add_(Scalar scalar) => Op.AddInPlaceScalar.Change(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Op.AddInPlaceScalar.Change(this, scalar, alpha);

        public Tensor sub_(Tensor target) => Op.SubInPlaceTensor.Change(this, target);

        public Tensor sub_(Scalar target) => Op.SubInPlaceScalar.Change(this, target);

        public Tensor mul_(Tensor target) => Op.MulInPlaceTensor.Change(this, target);

        public Tensor mul_(Scalar target) => Op.MulInPlaceScalar.Change(this, target);

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
