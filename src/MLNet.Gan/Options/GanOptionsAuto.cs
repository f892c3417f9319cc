using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Adds options that are chosen by the data.</summary>
public static class GanOptionsAuto
{
    extension(GanOptions)
    {
        /// <summary>Options chosen by the data; <see cref="GanOptions.Explain"/> lists the reasons.</summary>
        /// <remarks>
        /// The samples are the column "Features", or else the only column of vectors; the classes a column "Label" of keys.
        /// A vector of three dimensions [C, H, W] is an image. Vary what is chosen with a
        /// <c>with</c> expression.
        /// </remarks>
        /// <param name="schema">The columns of the data.</param>
        /// <param name="rowCount">The number of rows, at least 1.</param>
        /// <param name="device">Where the training will run; null (default) for the CPU.</param>
        /// <exception cref="ArgumentOutOfRangeException">No column of samples can be determined.</exception>
        public static GanOptions Auto(DataViewSchema schema, long rowCount, Device? device = null)
        {
            ArgumentNullException.ThrowIfNull(schema);
            ArgumentOutOfRangeException.ThrowIfLessThan(rowCount, 1);
            return new AutoOptions(schema, rowCount, device?.type == DeviceType.CUDA).Choose();
        }
    }
}
