namespace Microsoft.ML.Data;

/// <summary>
/// When a step of a chain takes part. Training sees what <c>Fit</c> hands on, and <c>Transform</c> uses the scoring
/// scope.
/// </summary>
[Flags]
public enum TransformerScope
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>While the later steps are trained.</summary>
    Training = 1 << 0,

    /// <summary>While the model is evaluated.</summary>
    Testing = 1 << 1,

    /// <summary>While the model is used: the scope of a plain <c>Transform</c>.</summary>
    Scoring = 1 << 2,

    /// <summary>While the model is made, but not when it is used.</summary>
    TrainTest = Training | Testing,

    /// <summary>Always: the default.</summary>
    Everything = TrainTest | Scoring,
}
