namespace MLNet.Gan;

/// <summary>A method that makes up for rare classes in the training rows of a classifier.</summary>
/// <remarks>It adds rows, or weighs those that there are. A new method is a record that implements this.</remarks>
public interface IResampling
{
    /// <summary>
    /// The column of the weights that the method may give, which the training rows get if they have none of that name; null
    /// (default) for a method without weights.
    /// </summary>
    string? WeightColumnName => null;

    /// <summary>Makes the rows to add, or the weights of the classes.</summary>
    /// <param name="task">The training rows and what is wanted; equal tasks give equal results.</param>
    /// <exception cref="InvalidOperationException">The method does not work with these rows; the message says what would.</exception>
    ResampledRows Resample(ResamplingTask task);
}
