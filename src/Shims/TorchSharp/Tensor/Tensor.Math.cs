namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Op.Abs.Call(this);

        public Tensor square() => Op.Square.Call(this);

        public Tensor sqrt() => Op.Sqrt.Call(this);

        public Tensor rsqrt() => Op.Rsqrt.Call(this);

        public Tensor exp() => Op.Exp.Call(this);

        public Tensor log() => Op.Log.Call(this);

        public Tensor sign() => Op.Sign.Call(this);

        public Tensor tanh() => Op.Tanh.Call(this);

        public Tensor sigmoid() => Op.Sigmoid.Call(this);

        public Tensor relu() => Op.Relu.Call(this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Op.Clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Op.ClampTensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Op.ClampInPlace.Change(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Op.ClampInPlaceTensor.Change(this, min, max);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Op.SoftmaxInt.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Op.LogSoftmaxInt.Call(this, dim, dtype);

        public Tensor matmul(Tensor target) => Op.Matmul.Call(this, target);

        public Tensor mm(Tensor target) => Op.Mm.Call(this, target);

        public Tensor bmm(Tensor batch2) => Op.Bmm.Call(this, batch2);
    }
}
