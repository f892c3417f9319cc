namespace Microsoft.ML.Internal;

/// <summary>Between the value of a member and the value of a column.</summary>
internal interface IMemberConversion<TMember, TValue>
{
    void ToValue(TMember member, ref TValue value);

    /// <param name="value">The column's value, which stays the caller's.</param>
    /// <param name="old">What the member holds now; its memory may be used again.</param>
    TMember ToMember(in TValue value, TMember old);
}
