using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>Adds training to the catalog of GANs.</summary>
public static class GanCatalogTrainers
{
    extension(GanCatalog catalog)
    {
        /// <summary>Trainers of generative adversarial networks.</summary>
        public GanTrainerCatalog Trainers => new(catalog.Context);

        /// <summary>Trains a small classifier whose last hidden layer is a feature network for your own data.</summary>
        /// <param name="data">Labeled samples.</param>
        /// <param name="options">How to train it.</param>
        /// <returns>
        /// A network with the outputs "features", which comes first, and "logits"; dispose it after use.
        /// </returns>
        /// <exception cref="ArgumentOutOfRangeException">A column is missing or of a wrong type.</exception>
        /// <exception cref="DllNotFoundException">
        /// TorchSharp's native library cannot be loaded; the message names the cause and the remedy.
        /// </exception>
        /// <exception cref="InvalidOperationException">The shape or a row is not supported.</exception>
        public FeatureNetwork TrainFeatureNetwork(IDataView data, FeatureNetworkOptions options)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(options);
            return FeatureNetworkTrainer.Train(catalog.Context, data, options);
        }
    }
}
