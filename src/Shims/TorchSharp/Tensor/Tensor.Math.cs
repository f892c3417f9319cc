namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Op.Abs.Call(this);

        public Tensor square() => Op.Square.Call(this);

        public Tensor sqrt() => Op.Sqrt.Call(this);

        public Tensor rsqrt() => Op.Rsqrt.Call(this);

        public Tensor reciprocal() => Op.Reciprocal.Call(this);

        public Tensor exp() => Op.Exp.Call(this);

        public Tensor expm1() => Op.Expm1.Call(this);

        public Tensor log() => Op.Log.Call(this);

        public Tensor log1p() => Op.Log1p.Call(this);

        public Tensor sign() => Op.Sign.Call(this);

        public Tensor cos() => Op.Cos.Call(this);

        public Tensor sin() => Op.Sin.Call(this);

        public Tensor tanh() => Op.Tanh.Call(this);

        public Tensor sigmoid() => Op.Sigmoid.Call(this);

        public Tensor relu() => Op.Relu.Call(this);

        public Tensor neg() => Op.Neg.Call(this);

        public Tensor floor() => Op.Floor.Call(this);

        public Tensor ceil() => Op.Ceil.Call(this);

        public Tensor negative() => neg();

        public Tensor abs_() => Op.AbsInPlace.Change(this);

        public Tensor sqrt_() => Op.SqrtInPlace.Change(this);

        public Tensor rsqrt_() => Op.RsqrtInPlace.Change(this);

        public Tensor exp_() => Op.ExpInPlace.Change(this);

        public Tensor log_() => Op.LogInPlace.Change(this);

        public Tensor tanh_() => Op.TanhInPlace.Change(this);

        public Tensor neg_() => Op.NegInPlace.Change(this);

        public Tensor round(long decimals = 0) => Op.RoundDecimals.Call(this, decimals);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Op.Clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Op.ClampTensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Op.ClampInPlace.Change(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Op.ClampInPlaceTensor.Change(this, min, max);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Op.SoftmaxInt.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Op.LogSoftmaxInt.Call(this, dim, dtype);

        public Tensor cumsum(long dim, ScalarType? type = null) => Op.Cumsum.Call(this, dim, type);

        public Tensor matmul(Tensor target) => Op.Matmul.Call(this, target);

        public Tensor mm(Tensor target) => Op.Mm.Call(this, target);

        public Tensor dot(Tensor target) => Op.Dot.Call(this, target);

        public Tensor bmm(Tensor batch2) => Op.Bmm.Call(this, batch2);

        public Tensor outer(Tensor vec2) => Op.Outer.Call(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Op.Addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        public Tensor triu(long diagonal = 0) => Op.Triu.Call(this, diagonal);

        public Tensor tril(long diagonal = 0) => Op.Tril.Call(this, diagonal);

        public Tensor trace() => Op.Trace.Call(this);

        public Tensor inverse() => Op.LinalgInv.Call(this);

        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Op.Diagonal.Call(this, offset, dim1, dim2);
    }
}
