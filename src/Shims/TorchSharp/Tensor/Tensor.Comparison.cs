namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where both sides are equal, element by element, with broadcasting: truth values.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator ==(Tensor left, Tensor right) => Op.EqTensor.Call(left, right);

        /// <inheritdoc cref="op_Equality(Tensor, Tensor)"/>
        public static Tensor operator ==(Tensor left, Scalar right) => Op.EqScalar.Call(left, right);

        /// <inheritdoc cref="op_Equality(Tensor, Tensor)"/>
        public static Tensor operator ==(Scalar left, Tensor right) => Op.EqScalar.Call(right, left);

        /// <summary>Where the sides differ, element by element, with broadcasting: truth values.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator !=(Tensor left, Tensor right) => Op.NeTensor.Call(left, right);

        /// <inheritdoc cref="op_Inequality(Tensor, Tensor)"/>
        public static Tensor operator !=(Tensor left, Scalar right) => Op.NeScalar.Call(left, right);

        /// <inheritdoc cref="op_Inequality(Tensor, Tensor)"/>
        public static Tensor operator !=(Scalar left, Tensor right) => Op.NeScalar.Call(right, left);

        /// <summary>Where the left side is less, element by element, with broadcasting: truth values.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <(Tensor left, Tensor right) => Op.LtTensor.Call(left, right);

        /// <inheritdoc cref="op_LessThan(Tensor, Tensor)"/>
        public static Tensor operator <(Tensor left, Scalar right) => Op.LtScalar.Call(left, right);

        /// <inheritdoc cref="op_LessThan(Tensor, Tensor)"/>
        public static Tensor operator <(Scalar left, Tensor right) => Op.GtScalar.Call(right, left);

        /// <summary>
        /// Where the left side is less or equal, element by element, with broadcasting: truth values.
        /// </summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <=(Tensor left, Tensor right) => Op.LeTensor.Call(left, right);

        /// <inheritdoc cref="op_LessThanOrEqual(Tensor, Tensor)"/>
        public static Tensor operator <=(Tensor left, Scalar right) => Op.LeScalar.Call(left, right);

        /// <inheritdoc cref="op_LessThanOrEqual(Tensor, Tensor)"/>
        public static Tensor operator <=(Scalar left, Tensor right) => Op.GeScalar.Call(right, left);

        /// <summary>Where the left side is greater, element by element, with broadcasting: truth values.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >(Tensor left, Tensor right) => Op.GtTensor.Call(left, right);

        /// <inheritdoc cref="op_GreaterThan(Tensor, Tensor)"/>
        public static Tensor operator >(Tensor left, Scalar right) => Op.GtScalar.Call(left, right);

        /// <inheritdoc cref="op_GreaterThan(Tensor, Tensor)"/>
        public static Tensor operator >(Scalar left, Tensor right) => Op.LtScalar.Call(right, left);

        /// <summary>
        /// Where the left side is greater or equal, element by element, with broadcasting: truth values.
        /// </summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >=(Tensor left, Tensor right) => Op.GeTensor.Call(left, right);

        /// <inheritdoc cref="op_GreaterThanOrEqual(Tensor, Tensor)"/>
        public static Tensor operator >=(Tensor left, Scalar right) => Op.GeScalar.Call(left, right);

        /// <inheritdoc cref="op_GreaterThanOrEqual(Tensor, Tensor)"/>
        public static Tensor operator >=(Scalar left, Tensor right) => Op.LeScalar.Call(right, left);

        /// <summary>Where values are neither infinite nor NaN: truth values.</summary>
        public Tensor isfinite() => Op.Isfinite.Call(this);

        /// <summary>The larger of two values, element by element, with broadcasting; NaN if one is.</summary>
        /// <param name="other">The other values.</param>
        public Tensor maximum(Tensor other) => Op.Maximum.Call(this, other);

        /// <summary>The smaller of two values, element by element, with broadcasting; NaN if one is.</summary>
        /// <param name="other">The other values.</param>
        public Tensor minimum(Tensor other) => Op.Minimum.Call(this, other);

        /// <summary>This tensor where the condition holds, y elsewhere, with broadcasting.</summary>
        /// <param name="condition">Truth values.</param>
        /// <param name="y">What is taken where they are false.</param>
        public Tensor where(Tensor condition, Tensor y) => Op.WhereSelf.Call(condition, this, y);
    }
}
