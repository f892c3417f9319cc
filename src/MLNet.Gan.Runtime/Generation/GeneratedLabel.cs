using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The label column of generated samples: of the type that the generator was trained with.</summary>
internal static class GeneratedLabel
{
    /// <summary>
    /// Returns the column, with the names of the classes if they are known, so that MapKeyToValue works on it.
    /// </summary>
    public static DataViewSchema.DetachedColumn Column(string name, GeneratorMetadata metadata)
    {
        if (!metadata.LabelIsKey)
            return new(name, NumberDataViewType.Single);

        return metadata.ClassNames.Count == 0
            ? new(name, new KeyDataViewType(typeof(uint), metadata.Classes))
            : LabelNames.Column(name, metadata.Classes, metadata.ClassNames);
    }

    /// <summary>Returns the getter of a class that is counted from 0.</summary>
    public static Delegate Getter(GeneratorMetadata metadata, Func<long> label) => metadata.LabelIsKey
        ? (ValueGetter<uint>)((ref uint key) => key = (uint)label() + 1)
        : (ValueGetter<float>)((ref float number) => number = label());
}
