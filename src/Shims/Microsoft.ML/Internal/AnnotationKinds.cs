namespace Microsoft.ML.Internal;

/// <summary>The kinds of annotations that built-in components know.</summary>
internal static class AnnotationKinds
{
    public const string SlotNames = "SlotNames";
    public const string KeyValues = "KeyValues";
    public const string IsNormalized = "IsNormalized";
}
