namespace MLNet.Gan.Metrics;

/// <summary>The eigenvalues of a symmetric matrix, without its eigenvectors.</summary>
/// <remarks>
/// Householder tridiagonalization, then QR steps with Wilkinson's implicit shift, each of which chases a bulge down an
/// unreduced block until its last off-diagonal element vanishes (Golub &amp; Van Loan, section 8.3).
/// </remarks>
internal static class SymmetricEigenvalues
{
    private const int StepsPerEigenvalue = 40;   // Two are usual.

    /// <summary>Computes the eigenvalues, unordered; reads the upper triangle and overwrites it.</summary>
    public static double[] Of(Block matrix)
    {
        var (diagonal, beside) = Tridiagonal.Of(matrix);
        var negligible = Rows.Epsilon * Rows.Epsilon * diagonal.Concat(beside).Select(Math.Abs).DefaultIfEmpty().Max();
        var steps = (long)StepsPerEigenvalue * diagonal.Length;
        for (var last = diagonal.Length - 1; last > 0;)
        {
            if (Vanishes(last - 1))
            {
                last--;
                continue;
            }

            var first = last - 1;
            while (first > 0 && !Vanishes(first - 1))
                first--;
            if (steps-- == 0)
                throw new ArithmeticException($"The eigenvalues of a {matrix.Rows} × {matrix.Rows} matrix were not "
                    + $"found in {StepsPerEigenvalue} steps each. Check that its values are finite.");
            Step(diagonal, beside, first, last);
        }

        return diagonal;

        bool Vanishes(int i) =>
            Math.Abs(beside[i])
            <= Math.Max(negligible, Rows.Epsilon * (Math.Abs(diagonal[i]) + Math.Abs(diagonal[i + 1])));
    }

    /// <summary>Performs one QR step on rows <paramref name="first"/> to <paramref name="last"/>.</summary>
    private static void Step(double[] diagonal, double[] beside, int first, int last)
    {
        var (x, bulge) = (diagonal[first] - Shift(diagonal[last - 1], diagonal[last], beside[last - 1]), beside[first]);
        for (var i = first; i < last; i++)
        {
            var length = Math.Sqrt(x * x + bulge * bulge);
            var (cosine, sine) = length == 0 ? (1, 0) : (x / length, bulge / length);
            if (i > first)
                beside[i - 1] = length;

            // The rotation is applied to [[a, b], [b, d]] from both sides.
            var (a, b, d) = (diagonal[i], beside[i], diagonal[i + 1]);
            var change = sine * (2 * cosine * b + sine * (d - a));
            diagonal[i] = a + change;
            diagonal[i + 1] = d - change;
            beside[i] = x = cosine * (sine * (d - a) + cosine * b) - sine * sine * b;
            if (i + 1 < last)
            {
                bulge = sine * beside[i + 1];
                beside[i + 1] *= cosine;
            }
        }
    }

    /// <summary>Returns the eigenvalue of [[a, b], [b, d]] that is nearer to d.</summary>
    private static double Shift(double a, double d, double b)
    {
        var half = (a - d) / 2;
        return d - b * b / (half + Math.CopySign(Math.Sqrt(half * half + b * b), half));
    }
}
