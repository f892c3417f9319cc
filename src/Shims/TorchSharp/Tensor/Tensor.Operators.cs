namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element, with broadcasting.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator +(Tensor left, Tensor right) => Op.AddTensor.Call(left, right);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, Scalar right) => Op.AddScalar.Call(left, right);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, int right) => Op.AddScalar.Call(left, right);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, long right) => Op.AddScalar.Call(left, right);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, float right) => Op.AddScalar.Call(left, right);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, double right) => Op.AddScalar.Call(left, right);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(Scalar left, Tensor right) => Op.AddScalar.Call(right, left);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(int left, Tensor right) => Op.AddScalar.Call(right, left);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(long left, Tensor right) => Op.AddScalar.Call(right, left);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(float left, Tensor right) => Op.AddScalar.Call(right, left);

        /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
        public static Tensor operator +(double left, Tensor right) => Op.AddScalar.Call(right, left);

        /// <summary>The difference, element by element, with broadcasting.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator -(Tensor left, Tensor right) => Op.SubTensor.Call(left, right);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, Scalar right) => Op.SubScalar.Call(left, right);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, int right) => Op.SubScalar.Call(left, right);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, long right) => Op.SubScalar.Call(left, right);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, float right) => Op.SubScalar.Call(left, right);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, double right) => Op.SubScalar.Call(left, right);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(Scalar left, Tensor right) => Op.RsubScalar.Call(right, left);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(int left, Tensor right) => Op.RsubScalar.Call(right, left);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(long left, Tensor right) => Op.RsubScalar.Call(right, left);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(float left, Tensor right) => Op.RsubScalar.Call(right, left);

        /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
        public static Tensor operator -(double left, Tensor right) => Op.RsubScalar.Call(right, left);

        /// <summary>The product, element by element, with broadcasting.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator *(Tensor left, Tensor right) => Op.MulTensor.Call(left, right);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, Scalar right) => Op.MulScalar.Call(left, right);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, int right) => Op.MulScalar.Call(left, right);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, long right) => Op.MulScalar.Call(left, right);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, float right) => Op.MulScalar.Call(left, right);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, double right) => Op.MulScalar.Call(left, right);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(Scalar left, Tensor right) => Op.MulScalar.Call(right, left);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(int left, Tensor right) => Op.MulScalar.Call(right, left);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(long left, Tensor right) => Op.MulScalar.Call(right, left);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(float left, Tensor right) => Op.MulScalar.Call(right, left);

        /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
        public static Tensor operator *(double left, Tensor right) => Op.MulScalar.Call(right, left);

        /// <summary>The quotient, element by element, with broadcasting.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator /(Tensor left, Tensor right) => Op.DivTensor.Call(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, Scalar right) => Op.DivScalar.Call(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, int right) => Op.DivScalar.Call(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, long right) => Op.DivScalar.Call(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, float right) => Op.DivScalar.Call(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, double right) => Op.DivScalar.Call(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(Scalar left, Tensor right) => Divide(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(int left, Tensor right) => Divide(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(long left, Tensor right) => Divide(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(float left, Tensor right) => Divide(left, right);

        /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
        public static Tensor operator /(double left, Tensor right) => Divide(left, right);

        /// <summary>The remainder, with the sign of the divisor, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator %(Tensor left, long right) => Op.RemainderScalar.Call(left, right);

        /// <summary>Where both sides are true, or the bits that both have; with broadcasting.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator &(Tensor left, Tensor right) => Op.BitwiseAndTensor.Call(left, right);

        /// <summary>Where a side is true, or the bits that one of them has; with broadcasting.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator |(Tensor left, Tensor right) => Op.BitwiseOrTensor.Call(left, right);

        /// <summary>The negative, element by element.</summary>
        /// <param name="tensor">What is negated.</param>
        public static Tensor operator -(Tensor tensor) => Op.Neg.Call(tensor);

        /// <summary>A number over a tensor, as Python has it: the reciprocal times the number.</summary>
        private static Tensor Divide(Scalar left, Tensor right)
        {
            using var reciprocal = Op.Reciprocal.Call(right);
            return Op.MulScalar.Call(reciprocal, left);
        }
    }
}
