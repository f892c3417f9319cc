using System.Numerics.Tensors;

namespace MLNet.Gan;

/// <summary>
/// A mixture of normal distributions of one variable, fitted by variational expectation maximization (Bishop, 2006, section 10.2)
/// with a Dirichlet process as the prior of the weights (Blei &amp; Jordan, 2006): components that the data do not need die out.
/// </summary>
/// <remarks>
/// The prior of a component is normal-Wishart: mean and variance of the data, one observation's weight for each. The steps are
/// those of scikit-learn's BayesianGaussianMixture, from responsibilities that depend on the data alone.
/// </remarks>
internal sealed class VariationalMixture
{
    private const double Concentration = 0.001; // As the tables of Xu et al. (2019) are encoded.
    private const double Tolerance = 1e-3, LeastVariance = 1e-6;
    private const double Epsilon = 2.220446049250313e-16;
    private const int MostSteps = 200;

    private readonly double[] _values;
    private readonly double _priorMean, _priorVariance;
    private readonly int _components;
    private readonly double[] _logs, _largest, _sums;
    private readonly double[] _a, _b, _precision, _mean, _freedom, _variance;

    private VariationalMixture(double[] values, int components)
    {
        (_values, _components) = (values, components);
        _priorMean = values.Average();
        _priorVariance = values.Sum(value => (value - _priorMean) * (value - _priorMean)) / Math.Max(1, values.Length - 1);
        (_logs, _largest, _sums) = (new double[values.Length * components], new double[values.Length], new double[values.Length]);
        (_a, _b, _precision) = (new double[components], new double[components], new double[components]);
        (_mean, _freedom, _variance) = (new double[components], new double[components], new double[components]);
    }

    /// <summary>The lower bound of the evidence after the last step, up to constants, one of them for each component.</summary>
    public double LowerBound { get; private set; }

    /// <summary>The lower bound up to a constant that does not depend on the number of components: what mixtures are compared by.</summary>
    public double ComparableBound => LowerBound - _components * Evidence(1, Concentration, 1, 1, _priorVariance);

    /// <summary>The components, in the order of the starting values.</summary>
    public IReadOnlyList<MixtureComponent> Components { get; private set; } = [];

    /// <summary>
    /// Fits mixtures of more and more components, and returns the one with the largest lower bound (Bishop, 2006, section 10.2.4):
    /// from many components the steps would take very long to leave one for a normal distribution.
    /// </summary>
    /// <param name="sorted">Sorted values of about unit variance.</param>
    /// <param name="most">The most components.</param>
    public static VariationalMixture Best(double[] sorted, int most)
    {
        const int patience = 3;
        var best = Fit(sorted, 1);
        for (var (components, last) = (2, 1); components <= most && components - last <= patience; components++)
        {
            var next = Fit(sorted, components);
            if (next.ComparableBound > best.ComparableBound)
                (best, last) = (next, components);
        }

        return best;
    }

    /// <summary>Fits a mixture to sorted values of about unit variance.</summary>
    public static VariationalMixture Fit(double[] sorted, int components)
    {
        var mixture = new VariationalMixture(sorted, Math.Min(components, sorted.Length));
        mixture.Run(StartingClusters.Of(sorted, mixture._components));
        return mixture;
    }

    private void Run(double[] responsibilities)
    {
        Maximize(responsibilities);
        var bound = double.NegativeInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            var entropy = Expect(responsibilities);
            Maximize(responsibilities);
            LowerBound = entropy + Evidence();
            if (Math.Abs(LowerBound - bound) < Tolerance)
                break;
            bound = LowerBound;
        }

        Components = [.. Weights().Select((weight, k) => new MixtureComponent(weight, _mean[k], Math.Sqrt(_variance[k])))];
    }

    /// <summary>Sets the responsibilities from the parameters and returns their entropy.</summary>
    private double Expect(double[] responsibilities)
    {
        var constants = new double[_components];
        var before = 0.0;
        for (var k = 0; k < _components; k++)
        {
            var total = GammaFunctions.Digamma(_a[k] + _b[k]);
            constants[k] = GammaFunctions.Digamma(_a[k]) - total + before
                - 0.5 * Math.Log(2 * Math.PI) - 0.5 * Math.Log(_variance[k]) - 0.5 * Math.Log(_freedom[k])
                + 0.5 * (Math.Log(2) + GammaFunctions.Digamma(0.5 * _freedom[k]) - 1 / _precision[k]);
            before += GammaFunctions.Digamma(_b[k]) - total;
        }

        // The largest logarithm of each value is taken off before the exponential, lest all of them become 0.
        _largest.AsSpan().Fill(double.NegativeInfinity);
        for (var k = 0; k < _components; k++)
        {
            var logs = Of(_logs, k);
            SetSquares(_mean[k], logs);
            TensorPrimitives.Multiply(logs, -0.5 / _variance[k], logs);
            TensorPrimitives.Add(logs, constants[k], logs);
            TensorPrimitives.Max(_largest, logs, _largest);
        }

        _sums.AsSpan().Clear();
        for (var k = 0; k < _components; k++)
        {
            var logs = Of(_logs, k);
            var own = Of(responsibilities, k);
            TensorPrimitives.Subtract(logs, _largest, logs);
            TensorPrimitives.Exp(logs, own);
            TensorPrimitives.Add(_sums, own, _sums);
        }

        // The entropy of a value is the logarithm of its sum less the mean of the logarithms.
        TensorPrimitives.Log(_sums, _largest);
        var entropy = TensorPrimitives.Sum<double>(_largest);
        for (var k = 0; k < _components; k++)
        {
            var own = Of(responsibilities, k);
            TensorPrimitives.Divide(own, _sums, own);
            entropy -= TensorPrimitives.Dot<double>(own, Of(_logs, k));
        }

        return entropy;
    }

    /// <summary>Sets the parameters from the responsibilities.</summary>
    private void Maximize(double[] responsibilities)
    {
        var counts = new double[_components];
        for (var k = 0; k < _components; k++)
        {
            var own = Of(responsibilities, k);
            var (count, sum) = (10 * Epsilon + TensorPrimitives.Sum<double>(own), TensorPrimitives.Dot<double>(own, _values));
            var average = sum / count;
            SetSquares(average, _sums);
            var squares = TensorPrimitives.Dot<double>(own, _sums);

            counts[k] = count;
            _precision[k] = 1 + count;
            _mean[k] = (_priorMean + sum) / _precision[k];
            _freedom[k] = 1 + count;
            _variance[k] = (_priorVariance + squares + count * LeastVariance
                + count / _precision[k] * (average - _priorMean) * (average - _priorMean)) / _freedom[k];
        }

        var later = 0.0;
        for (var k = _components - 1; k >= 0; k--)
        {
            (_a[k], _b[k]) = (1 + counts[k], Concentration + later);
            later += counts[k];
        }
    }

    /// <summary>The part of the lower bound that is no entropy.</summary>
    private double Evidence() => Enumerable.Range(0, _components).Sum(k => Evidence(_a[k], _b[k], _precision[k], _freedom[k], _variance[k]));

    /// <summary>
    /// The logarithm of the normalizer of a component's distribution: a beta distribution of its weight, and a normal-Wishart
    /// distribution of its mean and its precision.
    /// </summary>
    private static double Evidence(double a, double b, double precision, double freedom, double variance)
    {
        var logPrecision = -0.5 * Math.Log(variance) - 0.5 * Math.Log(freedom);
        return freedom * logPrecision + 0.5 * freedom * Math.Log(2) + GammaFunctions.LogGamma(0.5 * freedom)
            + GammaFunctions.LogBeta(a, b) - 0.5 * Math.Log(precision);
    }

    /// <summary>Writes the squared distances of all values from a mean.</summary>
    private void SetSquares(double mean, Span<double> destination)
    {
        TensorPrimitives.Subtract(_values, mean, destination);
        TensorPrimitives.Multiply(destination, destination, destination);
    }

    /// <summary>A component's part of an array [components, N].</summary>
    private Span<double> Of(double[] values, int component) => values.AsSpan(component * _values.Length, _values.Length);

    private double[] Weights()
    {
        var weights = new double[_components];
        var left = 1.0;
        for (var k = 0; k < _components; k++)
        {
            weights[k] = left * _a[k] / (_a[k] + _b[k]);
            left *= _b[k] / (_a[k] + _b[k]);
        }

        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
