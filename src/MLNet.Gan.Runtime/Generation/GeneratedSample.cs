using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The column of generated samples: vectors of the sample's shape.</summary>
internal static class GeneratedSample
{
    /// <summary>Returns the column, with the names of its components if they are known.</summary>
    public static DataViewSchema.DetachedColumn Column(GeneratorMetadata metadata) => new(
        metadata.OutputColumnName, new VectorDataViewType(NumberDataViewType.Single, metadata.Shape.Dimensions),
        SlotNames.Annotations(metadata.SlotNames));
}
