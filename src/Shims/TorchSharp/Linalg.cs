namespace TorchSharp;

public static partial class torch
{
    /// <summary>Decompositions of matrices. All take one matrix (…, m, n) or a batch of them.</summary>
    public static class linalg
    {
        /// <summary>The singular values (…, min(m, n)), largest first.</summary>
        /// <param name="input">The matrices (…, m, n).</param>
        public static Tensor svdvals(Tensor input) => Op.LinalgSvdvals.Call(input);

        /// <summary>The eigenvalues (…, n) of symmetric matrices, smallest first.</summary>
        /// <param name="input">The matrices (…, n, n).</param>
        /// <param name="UPLO">
        /// The triangle that is read: <c>L</c> or <c>U</c>. The other one is taken to mirror it.
        /// </param>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Op.LinalgEigvalsh.Call(input, UPLO.ToString());

        /// <summary>
        /// The eigenvalues (…, n) of symmetric matrices, smallest first, and their vectors (…, n, n), one a column.
        /// </summary>
        /// <param name="input">The matrices (…, n, n).</param>
        /// <param name="UPLO">
        /// The triangle that is read: <c>L</c> or <c>U</c>. The other one is taken to mirror it.
        /// </param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') =>
            Op.LinalgEigh.CallForTwo(input, UPLO.ToString());

        /// <summary>How much of Q and R to compute.</summary>
        public enum QRMode
        {
            /// <summary>Q (…, m, k) and R (…, k, n), with k = min(m, n).</summary>
            Reduced = 0,

            /// <summary>Q (…, m, m) and R (…, m, n).</summary>
            Complete = 1,

            /// <summary>R alone; Q is empty.</summary>
            R = 2,
        }

        /// <summary>An orthogonal Q and an upper triangular R whose product is the input.</summary>
        /// <param name="input">The matrices (…, m, n).</param>
        /// <param name="mode">How much of them to compute.</param>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Op.LinalgQr.CallForTwo(input, mode.ToString().ToLowerInvariant());
    }
}
