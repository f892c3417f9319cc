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
    private readonly double[] _a, _b, _precision, _mean, _freedom, _variance;

    private VariationalMixture(double[] values, int components)
    {
        (_values, _components) = (values, components);
        _priorMean = values.Average();
        _priorVariance = values.Sum(value => (value - _priorMean) * (value - _priorMean)) / Math.Max(1, values.Length - 1);
        (_a, _b, _precision) = (new double[components], new double[components], new double[components]);
        (_mean, _freedom, _variance) = (new double[components], new double[components], new double[components]);
    }

    /// <summary>The lower bound of the evidence, after the last step.</summary>
    public double LowerBound { get; private set; }

    /// <summary>The components, in the order of the starting values.</summary>
    public IReadOnlyList<MixtureComponent> Components { get; private set; } = [];

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

        var entropy = 0.0;
        var logs = new double[_components];
        for (var i = 0; i < _values.Length; i++)
        {
            for (var k = 0; k < _components; k++)
            {
                var distance = _values[i] - _mean[k];
                logs[k] = constants[k] - 0.5 * distance * distance / _variance[k];
            }

            var largest = logs.Max();
            var sum = 0.0;
            foreach (var log in logs)
                sum += Math.Exp(log - largest);
            var normalizer = largest + Math.Log(sum);
            for (var k = 0; k < _components; k++)
            {
                var log = logs[k] - normalizer;
                var responsibility = Math.Exp(log);
                responsibilities[i * _components + k] = responsibility;
                entropy -= responsibility * log;
            }
        }

        return entropy;
    }

    /// <summary>Sets the parameters from the responsibilities.</summary>
    private void Maximize(double[] responsibilities)
    {
        var counts = new double[_components];
        for (var k = 0; k < _components; k++)
        {
            var (count, sum) = (10 * Epsilon, 0.0);
            for (var i = 0; i < _values.Length; i++)
            {
                count += responsibilities[i * _components + k];
                sum += responsibilities[i * _components + k] * _values[i];
            }

            var (average, squares) = (sum / count, 0.0);
            for (var i = 0; i < _values.Length; i++)
                squares += responsibilities[i * _components + k] * (_values[i] - average) * (_values[i] - average);

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
    private double Evidence()
    {
        var bound = 0.0;
        for (var k = 0; k < _components; k++)
        {
            // The logarithm of the Wishart distribution's normalizer, of the precision matrix ν Λ⁻¹.
            var logPrecision = -0.5 * Math.Log(_variance[k]) - 0.5 * Math.Log(_freedom[k]);
            bound += _freedom[k] * logPrecision + 0.5 * _freedom[k] * Math.Log(2) + GammaFunctions.LogGamma(0.5 * _freedom[k])
                + GammaFunctions.LogBeta(_a[k], _b[k]) - 0.5 * Math.Log(_precision[k]);
        }

        return bound;
    }

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
