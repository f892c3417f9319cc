namespace MLNet.Gan;

/// <summary>How many rows of each class a training should have.</summary>
public interface IClassBalance
{
    /// <summary>Returns the number of rows to add to each class, at least 0; a class that is not there gets none.</summary>
    /// <param name="counts">The number of training rows of each class that has any.</param>
    IReadOnlyDictionary<string, int> RowsToAdd(IReadOnlyDictionary<string, int> counts);
}
